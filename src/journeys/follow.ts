/** What a request makes of the journey that it belongs to. Pure: the same requests make the same journey. */
import type { Journey } from '../store/index.ts';
import { type Destination, type Exchange, pathOf } from './exchange.ts';
import type { Keys } from './keys.ts';

export interface Following {
  exchange: Exchange;
  keys: Keys;
  /** What it was refused with, if it was. */
  refusedWith: string | null;
  destination: Destination | null;
}

/** A login with thousands of refreshes is known by its last ones. */
const MOST_KEYS = 50;

/**
 * Whether a request that belongs to nothing yet begins a journey: an authorize request does, and a token request whose code nobody knows.
 * @param mayCome whether its journey may still be written by somebody else
 */
export function begins(exchange: Exchange, mayCome: boolean): boolean {
  const path = pathOf(exchange);
  return path === '/oauth/authorize' || (path === '/oauth/token' && !mayCome);
}

/** The journey after one more request. */
export function follow(journey: Journey, following: Following): Journey {
  const { exchange, keys, refusedWith } = following;
  const error = refusedWith ?? errorOf(following);
  const used = keys.joins.filter((key) => key.startsWith('again:'));
  return {
    ...journey,
    accountId: exchange.told.accountId ?? journey.accountId,
    state: stateAfter(journey, following),
    errors: error && !journey.errors.includes(error) ? [...journey.errors, error] : journey.errors,
    consent: consentAfter(journey, exchange),
    keys: [...new Set([...journey.keys.filter((key) => !used.includes(key)), ...keys.brings])].slice(-MOST_KEYS),
    steps: journey.steps + 1,
  };
}

/** What comes after the tokens changes nothing: APIs may be refused, and are, on the way. */
function stateAfter({ state }: Journey, following: Following): Journey['state'] {
  const { exchange } = following;
  const path = pathOf(exchange);
  if (state === 'done') return state;
  if (path === '/oauth/token') return exchange.status === 200 ? 'done' : 'refused';
  if (!path.startsWith('/oauth/')) return state;
  const back = returned(following);
  if (back?.has('code')) return 'returned';
  if (back?.has('error')) return back.get('error') === 'access_denied' ? 'cancelled' : 'refused';
  return exchange.told.screen === 'oauth/error' ? 'refused' : state;
}

/** What the partner gets behind its redirect URI. */
function returned({ destination }: Following): URLSearchParams | null {
  return destination && !destination.isOurs ? destination.url.searchParams : null;
}

function errorOf(following: Following): string | null {
  return returned(following)?.get('error') ?? null;
}

function consentAfter({ consent }: Journey, { told }: Exchange): Journey['consent'] {
  const shown = told.optional ? { optional: [...told.optional], ticked: consent?.ticked ?? null } : consent;
  return shown && told.ticked ? { ...shown, ticked: told.ticked.filter((row) => shown.optional.includes(row)) } : shown;
}
