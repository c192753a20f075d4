/** The store as rooms know it: typed rows, declared indexes, and units of work. Which engine is behind it stays unknown. */
import type { IndexName, Row, TableName } from './schema.ts';

/** Part of a listing: the newest `limit` rows (by id), or those before a given id. Without a page: all, oldest first. */
export interface Page {
  readonly limit: number;
  readonly before?: string | undefined;
}

export interface Reader {
  /** The row with this id, or undefined. Rows are frozen. */
  get<T extends TableName>(table: T, id: string): Promise<Row<T> | undefined>;
  /** The rows whose index has this value: in the order of their ids; with a page, newest (highest id) first. */
  find<T extends TableName>(table: T, index: IndexName<T>, value: string, page?: Page): Promise<Row<T>[]>;
}

/** One unit of work: reads see its own writes, and the writes land together or not at all. */
export interface Tx extends Reader {
  /** Every row of the table, in no order. */
  all<T extends TableName>(table: T): Promise<Row<T>[]>;
  /** Adds the row, or replaces the one with the same id. */
  put<T extends TableName>(table: T, row: Row<T>): void;
  /** Removes the row if there is one. */
  remove<T extends TableName>(table: T, id: string): void;
  /** Removes every row of the table, those that this unit of work has put among them. */
  clear(table: TableName): void;
}

export interface Store extends Reader {
  /**
   * Runs one unit of work and resolves with its result when a `kill -9` can no longer lose it.
   * A throw inside `work` drops all of its writes. `work` may be run again by an engine that has to retry: it must
   * have no effect but its writes (a callback to be sent is a row), and must not call `write` itself.
   */
  write<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  /** Calls `listener` after units of work that touched the table. A hint only: it may be missed. Returns the way to stop. */
  watch(table: TableName, listener: () => void): () => void;
  /** Ends cleanly: what was written is folded in and the folder is free for the next process. */
  close(): Promise<void>;
}
