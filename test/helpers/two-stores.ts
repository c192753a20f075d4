/** The stores of two instances on one database, at the beginning of house time. */
import { openPostgres, type PostgresStore } from '../../src/store/postgres/index.ts';

export type { PostgresStore };

export function openTwo(url: string): Promise<[here: PostgresStore, there: PostgresStore]> {
  const open = () => openPostgres({ url, now: () => 0 });
  return Promise.all([open(), open()]);
}
