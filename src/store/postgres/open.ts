/**
 * The engine `postgres`: the same store for several instances. A unit of work is one serializable transaction, run again
 * when it met another; nothing is kept in the process, so that any instance can serve any step.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreClosed } from '../errors.ts';
import type { Sweeper } from '../memory/sweep.ts';
import type { How, Reader, Store, Tx } from '../store.ts';
import { createBlobs } from './blobs.ts';
import { createEditions } from './editions.ts';
import { openHints } from './hints.ts';
import { createLeases } from './leases.ts';
import { migrate } from './migrate.ts';
import { openPools } from './pools.ts';
import { createRequests } from './requests.ts';
import { startSweeper } from './sweep.ts';
import { openTime } from './time.ts';
import { beginUnit, type Unit } from './unit.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** House time, by which short-lived rows end. */
  readonly now: () => number;
}

export type PostgresStore = Store & Pick<Sweeper, 'sweep'> & Required<Pick<Store, 'blobs' | 'leases' | 'memory' | 'time'>>;

interface Collision {
  readonly collision: unknown;
  /** The tables that it had written. */
  readonly over: string;
}

/** How often a unit of work is run before its caller hears that it cannot be done. */
const MOST_TRIES = 50;
const LONGEST_PAUSE = 100;

/** Opens the store of a database, and brings that to this version first. Throws StoreUnreachable, StoreRefused. */
export async function openPostgres({ url, now }: PostgresOptions): Promise<PostgresStore> {
  await migrate(url);
  const pools = openPools(url);
  const editions = createEditions();
  const requests = createRequests(pools.read, editions);
  const hints = await openHints(url, pools.others, requests.written);
  const time = await openTime(pools.others);
  const sweeper = startSweeper(pools.others, now, (table) => hints.tell(new Set([table])));
  const running = new AsyncLocalStorage<Unit>();
  const inFlight = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const attempt = async <R>(work: (tx: Tx) => Promise<R>, { lease, inTurn }: How): Promise<{ result: R } | Collision> => {
    const unit = beginUnit(pools.units, editions, inTurn);
    try {
      const result = await running.run(unit, work, unit.tx);
      hints.tell(await unit.commit(lease));
      return { result };
    } catch (error) {
      // It has landed all the same where only the answer was lost.
      requests.written(unit.touched);
      if (unit.collided()) return { collision: error, over: [...unit.touched].join() };
      throw error;
    } finally {
      requests.read(unit.read);
      await unit.end();
    }
  };
  // Those that have collided over the same tables go one by one, so that of many at one row few collide again.
  const again = async <R>(work: (tx: Tx) => Promise<R>, how: How): Promise<R> => {
    for (let tries = 1; ; tries += 1) {
      const outcome = await attempt(work, how);
      if ('result' in outcome) return outcome.result;
      if (tries === MOST_TRIES) throw outcome.collision;
      await pause(Math.random() * Math.min(2 ** tries, LONGEST_PAUSE));
    }
  };
  const turns = new Map<string, Promise<unknown>>();
  const afterOthers = <R>(name: string, run: () => Promise<R>): Promise<R> => {
    const mine = Promise.resolve(turns.get(name)).then(run);
    const turn = mine.then(nothing, nothing); // its caller is told
    turns.set(name, turn);
    return mine.finally(() => turns.get(name) === turn && turns.delete(name));
  };
  const perform = async <R>(work: (tx: Tx) => Promise<R>, how: How): Promise<R> => {
    if (how.inTurn !== undefined) return afterOthers(how.inTurn, () => again(work, how));
    const outcome = await attempt(work, how);
    if ('result' in outcome) return outcome.result;
    return afterOthers(outcome.over, () => again(work, how));
  };
  const close = async (): Promise<void> => {
    sweeper.stop();
    time.stop();
    await Promise.allSettled(inFlight);
    await hints.close();
    await pools.end();
  };

  return {
    get: ((table, id) => requests.reader().get(table, id)) as Reader['get'],
    find: ((table, ...listed) => requests.reader().find(table, ...listed)) as Reader['find'],
    async write(work, how = {}) {
      if (running.getStore()?.open()) throw new Error('`write` inside `write`: put both into one unit of work');
      if (closing) throw new StoreClosed();
      const performed = perform(work, how);
      inFlight.add(performed);
      return performed.finally(() => inFlight.delete(performed));
    },
    watch: (table, listener) => hints.watch(table, (isOurs) => requests.without(() => listener(isOurs))),
    leases: createLeases(pools.others),
    time: time.now,
    blobs: createBlobs(pools.others),
    memory: requests,
    sweep: sweeper.sweep,
    close: () => (closing ??= close()),
  };
}

function nothing(): undefined {}
