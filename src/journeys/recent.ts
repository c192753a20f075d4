/** Listings of journeys: by the index that is asked for, and by what else it must be. */
import { ALL, type IndexName, type Journey, type Page, type Reader } from '../store/index.ts';
import { keysFor } from './keys.ts';

/** What a journey must be to be listed; what is left out does not matter. */
export interface JourneyFilter {
  appId?: string | undefined;
  accountId?: string | undefined;
  state?: Journey['state'] | undefined;
  /** What one of its steps was refused with. */
  error?: string | undefined;
  /** A code, a token, a `state` parameter or the uid of a page that it knows. */
  knownBy?: string | undefined;
}

type Index = [IndexName<'journeys'>, string];

const CHUNK = 200;

/** A page of them, newest first. Costs what has to be passed over on the way. */
export async function recent(store: Reader, page: Page, filter: JourneyFilter): Promise<Journey[]> {
  const { knownBy } = filter;
  if (knownBy) {
    const found = await Promise.all(keysFor(knownBy).map((key) => pass(store, page, filter, ['key', key])));
    return found.find((journeys) => journeys.length > 0) ?? [];
  }
  return pass(store, page, filter, indexFor(filter));
}

/** What fits of those of an index. */
async function pass(store: Reader, { limit, before }: Page, filter: JourneyFilter, [index, value]: Index): Promise<Journey[]> {
  const found: Journey[] = [];
  let last = before;
  while (found.length < limit) {
    const chunk = await store.find('journeys', index, value, { limit: Math.max(limit, CHUNK), before: last });
    found.push(...chunk.filter((journey) => fits(journey, filter)));
    last = chunk.at(-1)?.id;
    if (chunk.length < Math.max(limit, CHUNK)) break;
  }
  return found.slice(0, limit);
}

/** The one that is likely to have the fewest. */
function indexFor({ accountId, error, appId, state }: JourneyFilter): Index {
  if (accountId) return ['account', accountId];
  if (error) return ['error', error];
  if (appId) return ['app', appId];
  return state ? ['state', state] : ['all', ALL];
}

function fits(journey: Journey, { appId, accountId, state, error }: JourneyFilter): boolean {
  return (
    (!appId || journey.appId === appId) &&
    (!accountId || journey.accountId === accountId) &&
    (!state || journey.state === state) &&
    (!error || journey.errors.includes(error))
  );
}
