/** Units of work beside one another: whoever adds rows meets nobody, however close together those are. */
import assert from 'node:assert/strict';
import type { PoolClient } from 'pg';
import { draftOf, statementsOf } from '../../../src/store/postgres/drafts.ts';
import { migrate } from '../../../src/store/postgres/index.ts';
import { openPools, type Pools } from '../../../src/store/postgres/pools.ts';
import { useDatabase } from '../../helpers/postgres.ts';
import { delivery } from '../../helpers/store.ts';

describe('store · postgres · units of work beside one another', () => {
  const url = useDatabase();
  let pools: Pools;
  let clients: PoolClient[];
  beforeEach(async () => {
    await migrate(url());
    pools = openPools(url());
    clients = await Promise.all(['one', 'two', 'three'].map(() => pools.units.connect()));
  });
  afterEach(async () => {
    for (const client of clients) client.release();
    await pools.end();
  });

  const add = async (client: PoolClient, id: string) => {
    const rows = new Map([[id, draftOf('deliveries', delivery(id))]]);
    for (const statement of statementsOf('deliveries', { isCleared: false, rows })) await client.query(statement);
  };

  it('add rows of one table at the same time, and all of them land', async () => {
    // An index with nothing in it is met as a whole.
    await add(clients[0]!, '0');
    for (const client of clients) await client.query('begin');
    for (const [at, client] of clients.entries()) await add(client, `${at + 1}`);
    // The last one first: whoever had looked where that wrote would be out of the order.
    for (const client of clients.toReversed()) await client.query('commit');
    const { rows } = await clients[0]!.query(`select count(*)::int from kakao_sync."deliveries"`);
    assert.equal(rows[0].count, 1 + clients.length);
  });
});
