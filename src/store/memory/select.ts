/** A listing: the ids of a bucket, and over them what a unit of work has put or removed but not yet written. */
import type { Page } from '../store.ts';
import { place } from './bucket.ts';
import type { AnyRow } from './row.ts';
import type { Keys, MemoryTable } from './table.ts';

/** What a unit of work did to one table: the row it put under an id, or null where it removed one. */
export type Drafts = ReadonlyMap<string, { row(): AnyRow; readonly keys: Keys } | null>;

const NO_DRAFTS: Drafts = new Map();
/** A longer listing is a walk through the table: it would push out what is held ready. */
const LONG = 200;

/**
 * The rows whose index has this value. Without a page: all of them, lowest id first; with one: highest id first.
 * It costs as much as the page (and the drafts) is long, whatever the table holds.
 */
export function select(table: MemoryTable, index: string, value: string, page?: Page, drafts = NO_DRAFTS): AnyRow[] {
  const ids = table.ids(index, value);
  if (!page && drafts.size === 0) return ids.map(ids.length > LONG ? table.rows.peek : table.rows.get) as AnyRow[];
  const mine = draftIds(table, index, value, drafts);
  const limit = page?.limit ?? Infinity;
  const before = page?.before;
  let stored = (before === undefined ? ids.length : place(ids, before)) - 1;
  const read = Math.min(limit, stored + 1) > LONG ? table.rows.peek : table.rows.get;
  let drafted = (before === undefined ? mine.length : place(mine, before)) - 1;

  const rows: AnyRow[] = [];
  while (rows.length < limit && (stored >= 0 || drafted >= 0)) {
    const id = ids[stored];
    const draft = mine[drafted];
    if (id !== undefined && drafts.has(id)) {
      stored -= 1; // the draft speaks for it
    } else if (draft === undefined || (id !== undefined && id > draft)) {
      rows.push(read(id as string) as AnyRow);
      stored -= 1;
    } else {
      rows.push(drafts.get(draft)?.row() as AnyRow);
      drafted -= 1;
    }
  }
  return page ? rows : rows.reverse();
}

/** The rows whose index has any of these values, each once, lowest id first. */
export function selectAny(table: MemoryTable, index: string, values: readonly string[], drafts = NO_DRAFTS): AnyRow[] {
  const rows = new Map<string, AnyRow>();
  for (const value of values) for (const row of select(table, index, value, undefined, drafts)) rows.set(row.id, row);
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function draftIds(table: MemoryTable, index: string, value: string, drafts: Drafts): string[] {
  const ids: string[] = [];
  for (const [id, draft] of drafts) if (draft && table.matches(draft.keys, index, value)) ids.push(id);
  return ids.sort(); // by UTF-16 code units, as place() compares
}
