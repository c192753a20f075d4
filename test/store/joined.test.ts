import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { joined, type JoinedStore } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { delivery } from '../helpers/store.ts';

describe('store · several verbs in one unit of work', () => {
  let store: JoinedStore;
  beforeEach(async () => void (store = joined(await openMemory())));
  afterEach(() => store.close());

  /** As the verb of a room: it writes on its own. */
  const keep = (id: string): Promise<string> =>
    store.write(async (tx) => {
      tx.put('deliveries', delivery(id));
      return id;
    });

  it('lands what they wrote, and what the unit wrote itself', async () => {
    const kept = await store.together(async (tx) => {
      tx.put('deliveries', delivery('own'));
      return [await keep('first'), await keep('second')];
    });
    assert.deepEqual(kept, ['first', 'second']);
    for (const id of ['own', 'first', 'second']) assert.ok(await store.get('deliveries', id), id);
  });

  it('drops what one verb wrote when a later one throws', async () => {
    const reason = new Error('the second verb refused');
    const failing = store.together(async () => {
      await keep('first');
      throw reason;
    });
    await assert.rejects(failing, (error) => error === reason);
    assert.equal(await store.get('deliveries', 'first'), undefined);
  });

  it('lets each verb read what the one before has written, and nobody else', async () => {
    const begun = Promise.withResolvers<void>();
    const seen = Promise.withResolvers<void>();
    const whole = store.together(async () => {
      await keep('first');
      assert.ok(await store.get('deliveries', 'first'));
      assert.equal((await store.find('deliveries', 'pending', '1:channel lane-1')).length, 1);
      begun.resolve();
      await seen.promise;
    });
    await begun.promise;
    assert.equal(await store.get('deliveries', 'first'), undefined);
    assert.deepEqual(await store.find('deliveries', 'pending', '1:channel lane-1'), []);
    seen.resolve();
    await whole;
    assert.ok(await store.get('deliveries', 'first'));
  });

  it('keeps a write of somebody else apart', async () => {
    const together = store.together(async () => {
      await keep('first');
      await turn();
      throw new Error('no');
    });
    const apart = keep('apart');
    await assert.rejects(together, /no/);
    await apart;
    assert.ok(await store.get('deliveries', 'apart'));
  });

  it('leaves what outlives it on its own', async () => {
    const over = Promise.withResolvers<void>();
    let later: Promise<string> | undefined;
    await store.together(async () => {
      later = over.promise.then(() => keep('later'));
    });
    over.resolve();
    await later;
    assert.ok(await store.get('deliveries', 'later'));
  });

  it('is as the engine where nothing is together', async () => {
    await assert.rejects(
      store.write(async () => store.write(async () => 'never')),
      /`write` inside `write`/,
    );
  });

  it('has the effects of a verb once it has landed, and none if it does not', async () => {
    const seen: string[] = [];
    const remove = async (id: string): Promise<void> => {
      await keep(id);
      await store.landed(async () => void seen.push(`${id}, ${(await store.get('deliveries', id))?.id} landed`));
    };
    await store.together(async () => {
      await remove('first');
      assert.deepEqual(seen, []);
    });
    assert.deepEqual(seen, ['first, first landed']);

    const failing = store.together(async () => {
      await remove('second');
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    assert.deepEqual(seen, ['first, first landed']);

    await remove('third');
    assert.deepEqual(seen.at(-1), 'third, third landed');
  });

  it('tells those who watch once it has landed', async () => {
    const told = Promise.withResolvers<void>();
    const stop = store.watch('deliveries', () => told.resolve());
    await store.together(() => keep('first'));
    await told.promise;
    stop();
  });
});
