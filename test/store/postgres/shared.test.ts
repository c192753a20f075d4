import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createClock } from '../../../src/clock.ts';
import { openDocuments } from '../../../src/documents/index.ts';
import { joined, LeaseLost } from '../../../src/store/index.ts';
import { secretsOf } from '../../../src/store/secrets.ts';
import { ask, useDatabase } from '../../helpers/postgres.ts';
import { delivery } from '../../helpers/store.ts';
import { type PostgresStore, useTwoStores } from '../../helpers/two-stores.ts';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

describe('store · postgres · what two instances share', () => {
  const url = useDatabase();
  let here: PostgresStore;
  let there: PostgresStore;
  useTwoStores(url, (...both) => void ([here, there] = both));
  const runOut = () => ask(url(), `update kakao_sync.lease set until = now() - interval '1 second'`);

  it('gives a lease to one of them, until it is released', async () => {
    const claims = await Promise.all([here, there, here, there].map(({ leases }) => leases.claim('lane 1')));
    const [held, ...others] = claims.filter((claim) => claim !== undefined);
    assert.ok(held);
    assert.deepEqual(others, []);
    assert.equal(await held.renew(), true);
    assert.ok(await there.leases.claim('lane 2'));
    await held.release();
    assert.ok(await there.leases.claim('lane 1'));
  });

  it('lets nobody write under a lease that has run out, whether or not another one has it now', async () => {
    const mine = (await here.leases.claim('lane'))!;
    const put = (id: string) => here.write(async (tx) => tx.put('deliveries', delivery(id)), { lease: mine });
    await put('d1');
    await runOut();
    await assert.rejects(put('d2'), LeaseLost);
    const theirs = await there.leases.claim('lane');
    assert.ok(theirs);
    await assert.rejects(put('d3'), LeaseLost);
    await mine.release();
    assert.equal(await here.leases.claim('lane'), undefined);
    assert.deepEqual([await there.get('deliveries', 'd1'), await there.get('deliveries', 'd2')], [delivery('d1'), undefined]);
  });

  it('runs units of work of one name one after the other, whichever of them they come to, and none of them twice', async () => {
    let underWay = 0;
    let runs = 0;
    const count = (store: PostgresStore): Promise<void> =>
      store.write(
        async (tx) => {
          const tries = (await tx.get('deliveries', 'd1'))?.tries ?? 0;
          assert.equal((underWay += 1), 1);
          await tx.get('deliveries', 'd2');
          tx.put('deliveries', delivery('d1', { tries: tries + 1 }));
          underWay -= 1;
          runs += 1;
        },
        { inTurn: 'counting' },
      );
    await Promise.all(Array.from({ length: 20 }, (_, at) => count(at % 2 === 0 ? here : there)));
    assert.equal((await here.get('deliveries', 'd1'))?.tries, 20);
    assert.equal(runs, 20);
  });

  it('makes its keys once', async () => {
    const [ours, theirs] = await Promise.all([secretsOf(here), secretsOf(there)]);
    assert.deepEqual(ours, theirs);
  });

  it('has an upload of one at the other, byte for byte, and gone with its row', async () => {
    const rooms = await Promise.all(
      [here, there].map((store) => openDocuments({ store: joined(store), clock: createClock(), folder: null })),
    );
    const [one, other] = rooms as [(typeof rooms)[0], (typeof rooms)[0]];
    const content = Buffer.concat([JPEG, randomBytes(700_000)]);
    const { id } = await one.keep(
      { by: 'han', name: 'a.jpg', allowed: ['image/jpeg'] },
      Readable.from([content.subarray(0, 300_000), content.subarray(300_000)]),
    );
    assert.deepEqual(await buffer((await other.read(id))!), content);
    await other.discard(id, 'han');
    assert.equal(await one.read(id), undefined);
  });

  it('leaves nothing of an upload that is refused', async () => {
    const room = await openDocuments({ store: joined(here), clock: createClock(), folder: null });
    const upload = { by: 'han', name: 'a.jpg', allowed: ['image/jpeg'], limit: 400_000 } as const;
    await assert.rejects(room.keep(upload, Readable.from([JPEG, randomBytes(300_000), randomBytes(300_000)])), /larger/);
    assert.equal((await ask(url(), 'select 1 from kakao_sync.blob')).rowCount, 0);
  });
});
