/** Writes requests down: each as a step of the journey that it belongs to, or as the first of one that begins. */
import { DAY } from '../clock.ts';
import { type Journey, type Reader, timeId, type Tx } from '../store/index.ts';
import { destinationOf, type Exchange, parameterOf } from './exchange.ts';
import { begins, follow } from './follow.ts';
import { keysOf } from './keys.ts';

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
  const read = batch.map((each) => {
    const destination = destinationOf(each.exchange, ownUrl);
    return { each, destination, keys: keysOf(each.exchange, destination) };
  });
  const stored = await tx.findAny('journeys', 'key', [...new Set(read.flatMap(({ keys }) => keys.joins))]);
  const journeys = createKnown(stored);
  const strays: Each[] = [];
  let begun = 0;
  for (const { each, destination, keys } of read) {
    const { exchange, at } = each;
    const known = journeys.of(keys.joins);
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
    journeys.put({
      ...follow(journey, { exchange, keys, refusedWith, destination }),
      lastAt: at + Math.round(exchange.durationMs),
      expiresAt,
    });
    if (journey.steps >= MOST_STEPS) continue;
    const { told, ...bytes } = exchange;
    const { screen = null, fault = null } = told;
    tx.put('journeySteps', { ...bytes, id: timeId(at), journeyId: journey.id, at, expiresAt: until, screen, refusalId, fault });
  }
  for (const journey of journeys.changed()) tx.put('journeys', journey);
  return { begun, strays };
}

/** Steps end with the day in which their journey ends: so they outlive it, and are written anew once a day at most. */
function endOfDay(time: number): number {
  return (Math.floor(time / DAY) + 1) * DAY;
}

async function prolong(tx: Tx, journeyId: string, until: number): Promise<void> {
  for (const step of await tx.find('journeySteps', 'journey', journeyId)) tx.put('journeySteps', { ...step, expiresAt: until });
}

/** The journeys that a batch may belong to, as they are by now, and which of them it has changed. */
function createKnown(stored: readonly Journey[]) {
  const journeys = new Map<string, Journey>();
  const changed = new Set<string>();
  /** The ids of those that have, or had, a key. */
  const ids = new Map<string, Set<string>>();
  const know = (journey: Journey): void => {
    const before = journeys.get(journey.id)?.keys ?? [];
    journeys.set(journey.id, journey);
    for (const key of journey.keys) if (!before.includes(key)) ids.set(key, (ids.get(key) ?? new Set()).add(journey.id));
  };
  stored.forEach(know);
  return {
    /** Of the first of these keys that any of them has, the newest. */
    of(keys: readonly string[]): Journey | undefined {
      for (const key of keys) {
        const having = [...(ids.get(key) ?? [])].filter((id) => journeys.get(id)!.keys.includes(key));
        if (having.length > 0) return journeys.get(having.sort().at(-1)!);
      }
      return undefined;
    },
    put(journey: Journey): void {
      know(journey);
      changed.add(journey.id);
    },
    changed: (): Journey[] => [...changed].map((id) => journeys.get(id)!),
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
