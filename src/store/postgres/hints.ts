/** What other instances have written, and what this one has: told by NOTIFY, which may be missed. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TableName } from '../schema.ts';
import { tables } from '../tables.ts';
import { createPace } from './pace.ts';
import { settingsOf } from './pools.ts';

const CHANNEL = 'kakao_sync';
const AGAIN_MS = 500;

export interface Hints {
  /** Calls `listener` after the table was touched, here or elsewhere. Returns the way to stop. */
  watch(table: TableName, listener: (isOurs: boolean) => void): () => void;
  /** Tells those who watch here at once, and the others soon. */
  tell(touched: ReadonlySet<TableName>): void;
  close(): Promise<void>;
}

/**
 * Resolves once it listens. A connection that is lost is made anew; everybody is told then, as something may have been missed.
 * @param heard is told first
 */
export async function openHints(url: string, pool: pg.Pool, heard: (touched: ReadonlySet<TableName>) => void): Promise<Hints> {
  const own = randomUUID();
  const listeners = new Map<TableName, Set<(isOurs: boolean) => void>>();
  const waiting = new Set<TableName>();
  const pace = createPace();
  let sending: NodeJS.Timeout | undefined;
  let sendsAt = Infinity;
  let again: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let closed = false;

  const call = (touched: ReadonlySet<TableName>, isOurs: boolean): void => {
    heard(touched);
    // In microtasks of their own: what a listener throws must not look like a failed write.
    for (const table of touched) for (const listener of listeners.get(table) ?? []) queueMicrotask(() => listener(isOurs));
  };
  const send = (): void => {
    sendsAt = Infinity;
    pace.told(waiting, performance.now());
    const payload = JSON.stringify({ from: own, tables: [...waiting] });
    waiting.clear();
    pool.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined);
  };
  const sendBy = (due: number, now: number): void => {
    if (due >= sendsAt) return;
    clearTimeout(sending);
    sendsAt = due;
    sending = setTimeout(send, due - now).unref();
  };
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ ...settingsOf(url), connectionTimeoutMillis: 5_000 });
    fresh.on('error', () => undefined);
    fresh.on('notification', ({ payload }) => call(new Set(toldBy(payload, own)), false));
    await fresh.connect();
    await fresh.query(`listen ${CHANNEL}`);
    fresh.on('end', reconnect);
    client = fresh;
    if (closed) await fresh.end();
  };
  const reconnect = (): void => {
    if (closed) return;
    again = setTimeout(() => {
      connect().then(() => call(new Set(Object.keys(tables) as TableName[]), false), reconnect);
    }, AGAIN_MS).unref();
  };
  await connect();

  return {
    watch(table, listener) {
      const ofTable = listeners.get(table) ?? new Set();
      listeners.set(table, ofTable.add(listener));
      return () => void ofTable.delete(listener);
    },
    tell(touched) {
      call(touched, true);
      if (closed) return;
      const now = performance.now();
      for (const table of touched) {
        if (waiting.has(table)) continue;
        waiting.add(table);
        sendBy(pace.due(table, now), now);
      }
    },
    async close() {
      closed = true;
      for (const timer of [sending, again]) clearTimeout(timer);
      await client?.end();
    },
  };
}

function toldBy(payload: string | undefined, own: string): TableName[] {
  const { from, tables: touched } = JSON.parse(payload ?? '{}') as { from?: string; tables?: string[] };
  return from === own ? [] : (touched ?? []).filter((table) => Object.hasOwn(tables, table)).map((table) => table as TableName);
}
