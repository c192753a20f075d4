import assert from 'node:assert/strict';
import pg from 'pg';
import { APPLICATION } from '../../../src/store/postgres/pools.ts';
import { openPostgres, type PostgresStore } from '../../../src/store/postgres/index.ts';
import { shareConnection } from '../../../src/store/postgres/shared.ts';
import { ask, useDatabase } from '../../helpers/postgres.ts';
import { delivery } from '../../helpers/store.ts';

describe('store · postgres · connections', () => {
  const url = useDatabase();
  let store: PostgresStore;
  beforeEach(async () => void (store = await openPostgres({ url: url(), now: () => 0 })));
  afterEach(() => store.close());

  it('asks many questions at once over one connection, and anew after that was cut', async () => {
    await store.write(async (tx) => tx.put('deliveries', delivery('d1')));
    const many = () => Promise.all(Array.from({ length: 50 }, () => store.get('deliveries', 'd1')));
    const asked = `from pg_stat_activity where datname = current_database() and query like 'select row from%'`;
    assert.deepEqual(await many(), Array(50).fill(delivery('d1')));
    assert.equal((await ask(url(), `select pg_terminate_backend(pid, 5000) ${asked}`)).rowCount, 1);
    let answers;
    // The first questions may still meet a connection that is no more.
    for (let tries = 0; !answers && tries < 20; tries += 1) answers = await many().catch(() => undefined);
    assert.deepEqual(answers, Array(50).fill(delivery('d1')));
    assert.equal((await ask(url(), `select pid ${asked}`)).rowCount, 1);
  });

  it('takes nine connections at most, as the README says, however much is asked at once', async () => {
    const leases = Array.from({ length: 30 }, (_, at) => store.leases.claim(`lease ${at}`));
    const reads = Array.from({ length: 30 }, () => store.get('deliveries', 'd1'));
    const writes = Array.from({ length: 30 }, (_, at) => store.write(async (tx) => tx.put('deliveries', delivery(`d${at}`))));
    await Promise.all([...leases, ...reads, ...writes]);
    const { rowCount } = await ask(url(), `select from pg_stat_activity where datname = current_database() and application_name = $1`, [
      APPLICATION,
    ]);
    assert.equal(rowCount, 9);
  });

  it('answers what was asked before it was ended, and is gone then', async () => {
    let open = 0;
    const shared = shareConnection(() => {
      open += 1;
      return new pg.Client({ connectionString: url(), pipeline: true }).on('end', () => void (open -= 1));
    });
    const asked = shared.ask({ text: 'select 1 as one' });
    await shared.end();
    assert.deepEqual((await asked).rows, [{ one: 1 }]);
    assert.equal(open, 0);
  });
});
