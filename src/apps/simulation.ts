/** The simulator's own switches of an app: where Kakao's behaviour is not established, an editor chooses. See DEPARTURES. */
import { RuleBroken } from '../rule.ts';
import type { App, Tx } from '../store/index.ts';
import { appFor } from './roles.ts';

export type SimulatorSwitches = App['switches'];

/** What each switch can be; one that can be any count from 1 has none listed. */
export const simulatorSwitches = {
  legacyProperties: [true, false],
  youngestAgeRange: ['1~9', '0~9'],
  channelPayload: ['era', 'both'],
  askOptionalTermBesideAgreedRequired: [true, false],
  consentLayout: ['classic', 'newer'],
  phoneFormat: ['+82 10', '+82 010'],
  quotaStatus: [429, 400],
  tokenRequestsPerMinute: [],
  securityEvents: [true, false],
  eventAudience: ['rest-key', 'app-id'],
  loginHint: ['fills-in', 'signs-in', 'signs-up'],
} as const satisfies { readonly [Name in keyof SimulatorSwitches]: readonly SimulatorSwitches[Name][] };

/** The switch cannot be that. `details.switch`. */
export class SwitchRefused extends RuleBroken {
  readonly code = 'switch_refused';
}

/** Throws UnknownApp, AppRoleMissing, SwitchRefused. */
export async function setSimulation(tx: Tx, by: string, appId: string, switches: Partial<SimulatorSwitches>): Promise<App> {
  const app = await appFor(tx, appId, by, 'editor');
  for (const [name, value] of Object.entries(switches)) mustBePossible(name, value);
  const after = { ...app, switches: { ...app.switches, ...switches } };
  tx.put('apps', after);
  return after;
}

function mustBePossible(name: string, value: SimulatorSwitches[keyof SimulatorSwitches]): void {
  const choices: readonly unknown[] | null = Object.hasOwn(simulatorSwitches, name)
    ? simulatorSwitches[name as keyof SimulatorSwitches]
    : null;
  const isCount = Number.isSafeInteger(value) && Number(value) > 0;
  if (!choices || !(choices.length === 0 ? isCount : choices.includes(value)))
    throw new SwitchRefused(`${name} cannot be ${String(value)}`, { switch: name });
}
