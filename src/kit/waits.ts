/** What a test waits for after it has caused it: a callback, a login. */
import { z } from 'zod';
import type { House } from '../house.ts';
import type { Journey } from '../journeys/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Delivery } from '../webhooks/index.ts';
import { filterOf, filters } from './filters.ts';
import { type journeyFilter, journeysAsked } from './journey.ts';
import { says } from './says.ts';
import { duration, howLong } from '../time-text.ts';

/** The time has passed, and nothing that fits has come. The message names what has. */
export class NothingCame extends RuleBroken {
  readonly code = 'nothing_came';
}

const LONGEST_MS = 10 * 60_000;
/** Where nobody says; shorter than the patience of test runners is not needed, as they end the wait, too. */
const USUAL_MS = 5000;
const SHOWN = 5;

/** How long a call of the control API waits for what it lists. */
export const wait = says(
  duration.refine((ms) => ms <= LONGEST_MS, 'expected ten minutes at most').optional(),
  'Waits so long for one that fits, like `5s`, ten minutes at most; where none comes: 404 `nothing_came`.',
  '맞는 것이 생길 때까지 기다릴 시간. 예: `5s`, 최대 10분. 생기지 않으면 404 `nothing_came`',
);

export const waitOptions = z.strictObject({ timeout: howLong.default(USUAL_MS) });
export type WaitOptions = z.input<typeof waitOptions>;

/** Which delivery; with `after` only one that came after the one with this id. */
export const deliveryFilter = z.strictObject({ ...filters, after: z.string().optional() });
export type DeliveryFilter = z.input<typeof deliveryFilter>;

/** The newest delivery that fits, once there is one. Throws InputRefused, NothingCame. */
export async function awaitDelivery(house: House, asked: z.output<typeof deliveryFilter>, timeoutMs: number): Promise<Delivery> {
  const filter = { ...(await filterOf(house, asked)), after: asked.after };
  const found = await house.webhooks.waitFor(filter, timeoutMs);
  if (found) return found;
  const there = await house.webhooks.recent({ limit: SHOWN }, { appId: filter.appId });
  throw nothing(
    'delivery',
    timeoutMs,
    there.map(({ event, state, endpointId }) => `${event} (${state}) to ${endpointId}`),
  );
}

/** The newest journey that fits, once there is one. Throws InputRefused, NothingCame. */
export async function awaitJourney(house: House, asked: z.output<typeof journeyFilter>, timeoutMs: number): Promise<Journey> {
  const filter = await journeysAsked(house, asked);
  const found = await house.journeys.waitFor(filter, timeoutMs);
  if (found) return found;
  const there = await house.journeys.recent({ limit: SHOWN }, { appId: filter.appId });
  throw nothing(
    'journey',
    timeoutMs,
    there.map(({ state, errors }) => [state, ...errors].join(' ')),
  );
}

function nothing(what: string, timeoutMs: number, there: readonly string[]): NothingCame {
  return new NothingCame(`no ${what} that fits came in ${timeoutMs} ms; the newest there are: ${there.join(', ') || 'none at all'}`);
}
