/** Writes requests down: each as a step of the journey that it belongs to, or as the first of one that begins. */
import { DAY } from '../clock.ts';
import { type Journey, type Reader, timeId, type Tx } from '../store/index.ts';
import { destinationOf, type Exchange, parameterOf } from './exchange.ts';
import { begins, follow } from './follow.ts';
import { isOfOne, keysOf } from './keys.ts';

/** An exchange and the house time at which it began. */
export interface Dated {
  exchange: Exchange;
  at: number;
}

/** Of a journey with more, only their number is kept. */
const MOST_STEPS = 200;
const WHY = /^\/_sim\/why\/([\w-]+)$/;

interface WriteOptions<Each> {
  ownUrl: string;
  keptMs: number;
  /** Whether the journey of this one may still be written by somebody else. */
  mayCome: (each: Each) => boolean;
}

interface WrittenDown<Each> {
  /** How many journeys have begun. */
  begun: number;
  /** What belongs to none so far, and may to one that is still to come. */
  strays: Each[];
}

/** Within the caller's unit of work, in the order in which the requests ended. A journey is written once, however many of them are its own. */
export async function writeDown<Each extends Dated>(
  tx: Tx,
  batch: readonly Each[],
  { ownUrl, keptMs, mayCome }: WriteOptions<Each>,
): Promise<WrittenDown<Each>> {
  const changed = createChanged();
  const strays: Each[] = [];
  let begun = 0;
  for (const each of batch) {
    const { exchange, at } = each;
    const destination = destinationOf(exchange, ownUrl);
    const keys = keysOf(exchange, destination);
    const known = await journeyOf(tx, keys.joins, changed);
    if (!known && !begins(exchange, mayCome(each))) {
      if (mayCome(each)) strays.push(each);
      continue;
    }
    const expiresAt = at + keptMs;
    const journey = known ?? (await begin(tx, exchange, at));
    if (!known) begun += 1;
    const until = endOfDay(expiresAt);
    if (known && endOfDay(known.expiresAt) < until) await prolong(tx, known.id, until);
    const refusalId = WHY.exec(exchange.responseHeaders['x-kakao-sync-why'] ?? '')?.[1] ?? null;
    const refusedWith = (refusalId && (await tx.get('refusals', refusalId))?.code) || null;
    changed.put({
      ...follow(journey, { exchange, keys, refusedWith, destination }),
      lastAt: at + Math.round(exchange.durationMs),
      expiresAt,
    });
    if (journey.steps >= MOST_STEPS) continue;
    const { told, ...bytes } = exchange;
    const { screen = null, fault = null } = told;
    tx.put('journeySteps', { ...bytes, id: timeId(at), journeyId: journey.id, at, expiresAt: until, screen, refusalId, fault });
  }
  for (const journey of changed.all()) tx.put('journeys', journey);
  return { begun, strays };
}

/** Steps end with the day in which their journey ends: so they outlive it, and are written anew once a day at most. */
function endOfDay(time: number): number {
  return (Math.floor(time / DAY) + 1) * DAY;
}

async function prolong(tx: Tx, journeyId: string, until: number): Promise<void> {
  for (const step of await tx.find('journeySteps', 'journey', journeyId)) tx.put('journeySteps', { ...step, expiresAt: until });
}

/** The newest that one of the keys is of, as it is by now. */
async function journeyOf(from: Reader, keys: readonly string[], changed: Changed): Promise<Journey | undefined> {
  for (const key of keys) {
    const mine = changed.with(key);
    if (mine[0] && isOfOne(key)) return mine[0];
    const stored = changed.isUnknown(key) ? [] : (await from.find('journeys', 'key', key)).filter(({ id }) => !changed.has(id));
    if (stored.length === 0) changed.unknown(key);
    const [newest] = [...stored, ...mine].sort((a, b) => (a.id > b.id ? -1 : 1));
    if (newest) return newest;
  }
  return undefined;
}

type Changed = ReturnType<typeof createChanged>;

/** The journeys that a batch has begun or gone on with, as they are by now. */
function createChanged() {
  const journeys = new Map<string, Journey>();
  /** The ids of those that have, or had, a key. */
  const known = new Map<string, Set<string>>();
  /** Keys that none of the others has. */
  const unknown = new Set<string>();
  return {
    isUnknown: (key: string): boolean => unknown.has(key),
    unknown: (key: string) => unknown.add(key),
    has: (id: string): boolean => journeys.has(id),
    all: () => journeys.values(),
    with(key: string): Journey[] {
      return [...(known.get(key) ?? [])].map((id) => journeys.get(id)!).filter(({ keys }) => keys.includes(key));
    },
    put(journey: Journey): void {
      const before = journeys.get(journey.id)?.keys ?? [];
      journeys.set(journey.id, journey);
      for (const key of journey.keys) if (!before.includes(key)) known.set(key, (known.get(key) ?? new Set()).add(journey.id));
    },
  };
}

async function begin(from: Reader, exchange: Exchange, at: number): Promise<Journey> {
  const clientId = parameterOf(exchange, 'client_id');
  const [app] = clientId ? await from.find('apps', 'key', clientId) : [];
  return {
    id: timeId(at),
    startedAt: at,
    lastAt: at,
    expiresAt: at,
    appId: app?.id ?? null,
    accountId: null,
    state: 'open',
    errors: [],
    consent: null,
    keys: [],
    steps: 0,
  };
}

/** Whether a request may belong to a login at all: the documents of discovery and what nobody proved do not. */
export function isKept(path: string): boolean {
  return /^\/(?:oauth|api|apiweb|v1|v2)\//.test(path) && !path.startsWith('/oauth/preview/');
}
