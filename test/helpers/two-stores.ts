/** The stores of two instances on one database, at the beginning of house time. */
import { openPostgres, type PostgresStore } from '../../src/store/postgres/index.ts';

export type { PostgresStore };

/** Opens both before each test of the suite that calls this, which is given them, and closes them after it. */
export function useTwoStores(url: () => string, take: (here: PostgresStore, there: PostgresStore) => void): void {
  const open = () => openPostgres({ url: url(), now: () => 0 });
  let stores: readonly PostgresStore[] = [];
  beforeEach(async () => {
    const both = await Promise.all([open(), open()]);
    stores = both;
    take(...both);
  });
  afterEach(async () => void (await Promise.all(stores.map((store) => store.close()))));
}
