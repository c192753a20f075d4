/** Everything that can be wrong with a call of kapi, whichever API is called, by the code that says so. */
import { callsPerMinute } from '../../src/apps/index.ts';
import { ADMIN_KEY, type Differences, openKapi, target } from '../kapi/helpers.ts';
import { openPreregistered } from '../kapi/preregistered.ts';
import type { Kapi } from './kapi-worlds.ts';

/** What differs from a call that is answered. */
export interface Trouble {
  world?: Differences;
  open?: (world?: Differences) => Promise<Kapi>;
  /** What happens before the call. */
  before?: (kapi: Kapi) => Promise<void> | void;
  token?: string;
  adminKey?: string;
  sent?: Record<string, string>;
}

const broken = () => Promise.reject(new Error('the disk is full'));
export const child = { birthyear: '2013', birthday: { day: '0105', type: 'SOLAR', isLeapMonth: false } } as const;

export const troubles: Readonly<Record<string, readonly Trouble[]>> = {
  '-1': [{ world: { report: () => undefined }, before: breakDown }],
  '-2': [{ token: 'x'.repeat(257) }, { sent: { limit: '0', target_ids: 'x' } }],
  '-3': [
    { world: { app: { adminKeyApis: { [ADMIN_KEY]: [] } } } },
    { world: { app: { openidConnectOn: false } } },
    { world: { app: { simpleSignupOn: false } } },
    { world: { items: [] } },
    { world: { app: { items: [{ id: 'account_email', state: 'required', purpose: '시험' }] } } },
  ],
  '-10': [{ before: spendQuotas }],
  '-12': [{ world: { app: { suspended: true } } }],
  '-101': [{ open: openPreregistered }, { sent: { ...target, target_id: '1' } }],
  '-102': [{ open: openKapi }],
  '-103': [{ before: removeAccount }],
  '-201': [{ sent: { property_keys: '["properties.none"]', properties: '{"none":"x"}' } }],
  '-401': [{ token: 'nobody', adminKey: 'nobody' }],
  '-402': [{ world: { agreed: [] } }],
  '-406': [{ world: { ageCheck: true, account: child } }],
  '-501': [{ world: { account: { hasTalk: false } } }],
};

/** The house fails wherever a key is looked up. */
export function breakDown({ house }: Kapi): void {
  Object.assign(house.consent, { authenticate: broken });
  Object.assign(house.apps, { byAdminKey: broken });
}

/** The app has used up this minute's calls. */
export async function spendQuotas({ house }: Kapi): Promise<void> {
  const app = (await house.apps.byId('123456'))!;
  for (const [path, calls] of Object.entries(callsPerMinute))
    for (let made = 0; made < calls; made += 1) await house.apps.spend(app, path, calls);
}

export function removeAccount({ store }: Kapi): Promise<void> {
  return store.write(async (tx) => tx.remove('accounts', 'person'));
}
