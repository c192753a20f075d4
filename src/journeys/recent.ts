/** Listings of journeys: by the index that is asked for, and by what else it must be. */
import { ALL, type IndexName, type Journey, type Page, type Reader } from '../store/index.ts';

/** What a journey must be to be listed; what is left out does not matter. */
export interface JourneyFilter {
  appId?: string | undefined;
  accountId?: string | undefined;
  state?: Journey['state'] | undefined;
  /** What one of its steps was refused with. */
  error?: string | undefined;
}

const CHUNK = 200;

/** A page of them, newest first. Costs what has to be passed over on the way. */
export async function recent(store: Reader, { limit, before }: Page, filter: JourneyFilter): Promise<Journey[]> {
  const [index, value] = indexFor(filter);
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
function indexFor({ accountId, error, appId, state }: JourneyFilter): [IndexName<'journeys'>, string] {
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
