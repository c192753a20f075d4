import assert from 'node:assert/strict';
import { StoreRefused, StoreUnreachable } from '../../../src/store/errors.ts';
import { ALL, tables } from '../../../src/store/index.ts';
import { MIGRATIONS } from '../../../src/store/postgres/migrations.ts';
import { migrate } from '../../../src/store/postgres/migrate.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { ask, useDatabase } from '../../helpers/postgres.ts';
import { delivery, ids } from '../../helpers/store.ts';

describe('store · postgres · the database is brought to this version', () => {
  const url = useDatabase();
  const forget = (): Promise<unknown> => ask(url(), 'drop schema if exists kakao_sync cascade');

  it('once, by whoever of three comes first, and has every table of the schema then', async () => {
    await forget();
    const all = await Promise.all([1, 2, 3].map(() => migrate(url())));
    const [first, ...others] = all.sort((a, b) => b.done.length - a.done.length);
    assert.deepEqual(first, { done: MIGRATIONS.map(({ says }) => says), fitted: Object.keys(tables) });
    assert.deepEqual(others, [
      { done: [], fitted: [] },
      { done: [], fitted: [] },
    ]);
    assert.deepEqual(await migrate(url()), { done: [], fitted: [] });
  });

  it('keeps its migrations numbered without a gap', () => {
    assert.deepEqual(
      MIGRATIONS.map(({ number }) => number),
      MIGRATIONS.map((_, at) => at + 1),
    );
  });

  it('writes the rows of an older version anew, with the fields and indexes that came since', async () => {
    await migrate(url());
    const { replays: _, tries: __, ...older } = delivery('d1');
    await ask(url(), `insert into kakao_sync.deliveries values ('d1', $1)`, [JSON.stringify(older)]);
    await ask(url(), `update kakao_sync.shape set shape = 'older' where name = 'deliveries'`);
    const store = await openPostgres({ url: url(), now: () => 0 });
    try {
      assert.deepEqual(await store.get('deliveries', 'd1'), delivery('d1'));
      assert.deepEqual(ids(await store.find('deliveries', 'pending', ALL)), ['d1']);
    } finally {
      await store.close();
    }
  });

  it('refuses a row that does not fit, by name, and changes nothing', async () => {
    await migrate(url());
    await ask(url(), `insert into kakao_sync.clocks values ('house', '{"id":"house","offset":"no"}')`);
    await ask(url(), `update kakao_sync.shape set shape = 'older' where name = 'clocks'`);
    await assert.rejects(
      migrate(url()),
      (error: Error) => error instanceof StoreRefused && error.message.includes('clocks["house"].offset'),
    );
    const { rows } = await ask(url(), `select shape from kakao_sync.shape where name = 'clocks'`);
    assert.deepEqual(rows, [{ shape: 'older' }]);
    await ask(url(), `delete from kakao_sync.clocks`);
    assert.deepEqual((await migrate(url())).fitted, ['clocks']);
  });

  it('refuses what a newer version has written', async () => {
    await migrate(url());
    await ask(url(), 'insert into kakao_sync.migration (number) values (9999)');
    await assert.rejects(migrate(url()), /a newer version wrote it \(migration 9999/);
    await ask(url(), 'delete from kakao_sync.migration where number = 9999');
  });

  it('says which address does not answer, without its password', async () => {
    const nobody = openPostgres({ url: 'postgres://han:secret@127.0.0.1:1/none', now: () => 0 });
    await assert.rejects(nobody, (error: Error) => {
      assert.ok(error instanceof StoreUnreachable);
      assert.match(error.message, /127\.0\.0\.1:1\/none cannot be reached: .*ECONNREFUSED/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });
});
