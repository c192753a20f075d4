/** The rows of a table by their ids. The latest that were put or asked for are held ready; of the others the packed JSON. */
import type { Bytes } from './bytes.ts';
import { createForms, isText } from './forms.ts';
import { jsonOf, rowOf, type AnyRow } from './row.ts';

export interface Rows {
  readonly size: number;
  has(id: string): boolean;
  /** The row, which is held ready from now on. */
  get(id: string): AnyRow | undefined;
  /** The row, for a walk through many of them: what is held ready stays so. */
  peek(id: string): AnyRow | undefined;
  /** The row as it is now, for who will hardly ever ask for it. */
  recall(id: string): (() => AnyRow) | undefined;
  /** The row as JSON. */
  bytes(id: string): Bytes | undefined;
  ids(): IterableIterator<string>;
  /** @param row frozen, or as JSON */
  put(id: string, row: AnyRow | Bytes): void;
  remove(id: string): void;
}

/** Far more than the logins of one moment need. */
export const HELD_READY = 1000;

/** No rows. A row that is read while it is held ready is the same object each time. */
export function createRows(): Rows {
  const forms = createForms();
  /** Each row as an object, or as JSON that nobody has asked for yet, or packed. */
  const rows = new Map<string, AnyRow | string>();
  /** The ids of what is held ready; the next one takes the place of the oldest. */
  const ready: string[] = [];
  let oldest = 0;

  const isPacked = (row: AnyRow | string | undefined): row is string => typeof row === 'string' && !isText(row);
  const bytesOf = (row: AnyRow | string): Bytes => {
    if (typeof row !== 'string') return jsonOf(row);
    return isText(row) ? row : forms.unpack(row);
  };
  const hold = (id: string): void => {
    const before = ready[oldest];
    const row = before === undefined ? undefined : rows.get(before);
    if (row !== undefined && !isPacked(row)) rows.set(before as string, forms.pack(bytesOf(row)));
    ready[oldest] = id;
    oldest = (oldest + 1) % HELD_READY;
  };
  const read = (row: AnyRow | string): AnyRow => (typeof row === 'string' ? rowOf(bytesOf(row)) : row);
  const recall = (id: string): (() => AnyRow) | undefined => {
    const row = rows.get(id);
    return row === undefined ? undefined : () => read(row);
  };

  return {
    get size() {
      return rows.size;
    },
    has: (id) => rows.has(id),
    get(id) {
      const kept = rows.get(id);
      if (typeof kept !== 'string') return kept;
      const row = read(kept);
      rows.set(id, row);
      if (isPacked(kept)) hold(id);
      return row;
    },
    peek: (id) => recall(id)?.(),
    recall,
    bytes(id) {
      const row = rows.get(id);
      return row === undefined ? undefined : bytesOf(row);
    },
    ids: () => rows.keys(),
    put(id, row) {
      const before = rows.get(id);
      rows.set(id, row);
      if (before === undefined || isPacked(before)) hold(id);
    },
    remove: (id) => void rows.delete(id),
  };
}
