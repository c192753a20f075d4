/**
 * Store: the one place where state lives.
 * Words: row, table, index, unit of work (`write`), engine.
 * Limits: rows are frozen; one process per data folder, several per database; a unit of work has no effect but its writes.
 * Leaves to others: what the rows mean. Rooms keep no memory of their own, so reset, snapshot and restart are whole.
 */
export type * from './schema.ts';
export * from './tables.ts';
export type { Blobs, HeldLease, Lease, Page, Reader, Store, Tx, UnfinishedBlob } from './store.ts';
export { awaited } from './awaited.ts';
export { LeaseLost } from './errors.ts';
export { joined, type JoinedStore } from './joined.ts';
export { randomText, randomToken, timeId, userNumber } from './ids.ts';
export { restoreRows, type Snapshot, snapshotOf, TABLE_NAMES } from './snapshot.ts';
export { keepTime, keptTime } from './house-time.ts';
export { LONGEST_REASON, REDIRECT_URI, TAG, TAKEN_TAGS } from './patterns.ts';
export { syncNames } from './sync-names.ts';
