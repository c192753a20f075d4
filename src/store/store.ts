/** The store as rooms know it: typed rows, declared indexes, and units of work. Which engine is behind it stays unknown. */
import type { Readable } from 'node:stream';
import type { Row, TableName } from './schema.ts';
import type { IndexName } from './tables.ts';

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
  /** The rows whose index has any of these values, each once, in the order of their ids: one question where each may be a round trip. */
  findAny<T extends TableName>(table: T, index: Exclude<IndexName<T>, 'all'>, values: readonly string[]): Promise<Row<T>[]>;
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
  write<R>(work: (tx: Tx) => Promise<R>, how?: How): Promise<R>;
  /**
   * Calls `listener` after units of work that touched the table, and tells whether they were of this process. A hint only: it may be missed.
   * Returns the way to stop.
   */
  watch(table: TableName, listener: (isOurs: boolean) => void): () => void;
  /** What several instances must not do at once; absent where there is one alone. */
  readonly leases?: Leases;
  /** The time that all instances go by, in milliseconds since 1970; absent where this machine's is the only one. */
  readonly time?: () => number;
  /** Files beside the rows; absent where they have a folder. */
  readonly blobs?: Blobs;
  /** Spares those who are soon over what they have read already; absent where reading costs nothing. */
  readonly memory?: ReadMemory;
  /** Ends cleanly: what was written is folded in and the folder is free for the next process. */
  close(): Promise<void>;
}

/** What a unit of work is bound to. */
export interface How {
  /** The writes land only while it is held: `write` throws LeaseLost otherwise. */
  readonly lease?: Lease | undefined;
  /** Those of one name run one after the other, of all instances: they would only meet one another. */
  readonly inTurn?: string;
}

/** What this instance alone may do for a while, and of which claim. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
}

export interface Leases {
  /** For so long as it is renewed, and some seconds more. Undefined while another one holds it. */
  claim(name: string): Promise<HeldLease | undefined>;
}

export interface HeldLease extends Lease {
  /** To be asked before each step: whether there is time for it. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

export interface ReadMemory {
  /**
   * Runs `work`, which answers a request and ends with that. What it reads outside of units of work it may be told as it was when it
   * first asked: never as it was before a unit of work of its own has read or written that table, or this instance has heard of its change.
   */
  during<R>(work: () => Promise<R>): Promise<R>;
  /** Runs what lasts though a request may have begun it: whatever it reads is read anew. */
  without<R>(work: () => R): R;
}

/** Files by name, written whole or not at all. */
export interface Blobs {
  /**
   * Takes the content byte by byte as it comes; `finish` puts it there for good.
   * @param watch sees each chunk before it is written; what it throws ends the writing
   */
  write(id: string, content: Readable, watch: (chunk: Buffer) => void): Promise<UnfinishedBlob>;
  /** The content, or undefined when there is none. */
  read(id: string): Promise<Readable | undefined>;
  remove(id: string): Promise<void>;
  /** Removes every file that is not among these, abandoned ones too. */
  retain(ids: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}

/** A file that was written and is not yet in its place. */
export interface UnfinishedBlob {
  /** Its first bytes. */
  head(): Promise<Buffer>;
  finish(): Promise<void>;
  remove(): Promise<void>;
}
