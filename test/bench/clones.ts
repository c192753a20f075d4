/** Rows of one person, written for as many others: the same but for all that is their own. */
import { createHash } from 'node:crypto';
import type { Snapshot, TableName } from '../../src/store/index.ts';

/** Numbers from here on are of clones. */
const OTHERS = 1_000_000;
/** How much later than the one before each of them did it. */
const APART_MS = 50;

export interface Clonable {
  table: TableName;
  /** The row of somebody with this number, as JSON. */
  of(number: number): string;
}

/** Tables of logins, of which the newest alone are kept, whatever people there are. */
export const OF_JOURNEYS: readonly TableName[] = ['journeys', 'journeySteps'];

/**
 * What a sign-up has left: the rows of `after` that `before` does not have, and the person's own.
 * @param own what else the person is known by, like a user number
 */
export function clonable(before: Snapshot, after: Snapshot, own: readonly string[]): Clonable[] {
  const rows = (Object.keys(after) as TableName[])
    .filter((table) => table !== 'quotas')
    .flatMap((table) => {
      const known = new Set((before[table] as { id: string }[]).map(({ id }) => id));
      return (after[table] as { id: string }[]).filter(({ id }) => !known.has(id) || own.includes(id)).map((row) => ({ table, row }));
    });
  const names = [...own, ...rows.flatMap(({ row }) => namesIn(row))];
  const isName = new Set(names);
  const anyName = new RegExp(
    `(${[...isName]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[^\w]/g, '\\$&'))
      .join('|')})`,
  );
  return rows.map(({ table, row }) => {
    const parts = JSON.stringify(row).split(anyName);
    return { table, of: (number) => parts.map((part) => (isName.has(part) ? renamed(part, number) : later(part, number))).join('') };
  });
}

/** What a row is found by: its id, and the ids of the provider's rows and of logins. */
function namesIn(row: { id: string; grantId?: unknown; uid?: unknown; keys?: unknown }): string[] {
  const { id, grantId, uid, keys } = row;
  return [id.split(':').at(-1), grantId, uid, ...(Array.isArray(keys) ? keys.map((key) => String(key).split(':')[1]) : [])].filter(
    (name): name is string => typeof name === 'string' && name.length >= 10,
  );
}

/** As long as it was, in digits where it was, and nobody's who has not signed up. */
function renamed(name: string, number: number): string {
  const tail = String(OTHERS + number);
  return name.includes('@') ? name.replace(/^[^@]*/, tail) : name.slice(0, -tail.length) + tail;
}

/** At a time of their own, with signatures of their own: what is the same in every row takes a store less than it would. */
function later(text: string, number: number): string {
  const ms = number * APART_MS;
  const moved = (time: string): Date => new Date(Date.parse(time) + ms);
  return text
    .replace(/\b1[78]\d{11}\b/g, (time) => String(Number(time) + ms))
    .replace(/\b1[78]\d{8}\b/g, (time) => String(Number(time) + Math.floor(ms / 1000)))
    .replace(/\b\d{4}-\d\d-\d\dT[\d:]{8}Z/g, (time) => moved(time).toISOString().replace(/\.\d+/, ''))
    .replace(/\b\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, (time) => moved(time).toUTCString())
    .replace(/[\w+/]{43}=/g, () => createHash('sha256').update(String(number)).digest('base64'));
}
