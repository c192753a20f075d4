/** What the provider writes for one request lands in one unit of work: all of it, or nothing. */
import assert from 'node:assert/strict';
import { gather, keep } from '../../src/oauth/gathered.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { goThrough, redeem } from '../helpers/login.ts';
import { adapterOf } from '../../src/oauth/adapter.ts';

describeHouse('oauth · units of work of a login', (world) => {
  /** Units of work that touched the provider's rows meanwhile. */
  async function during(work: () => Promise<unknown>): Promise<number> {
    let units = 0;
    const stop = world.house.store.watch('artifacts', () => (units += 1));
    await work();
    stop();
    return units;
  }

  it('are one for each request, and two for the tokens: the code is used up before they are written', async () => {
    let code = '';
    assert.equal(
      await during(async () => ({ code } = (await goThrough(world, { app: APPS.demo, as: 'han' })).query as { code: string })),
      3,
    );
    assert.equal(await during(() => redeem(world, APPS.demo, code)), 2);
  });

  it('tell a script that waits of a code that is there', async () => {
    const units = await during(() =>
      goThrough(world, { app: APPS.demo, as: 'han', params: { auth_tran_id: 'waiting', redirect_uri: CALLBACK } }),
    );
    assert.equal(units, 3);
  });
});

describeHouse('oauth · what is gathered for a request', (world) => {
  it('is read as it was put before it lands, and by nobody else', async () => {
    const adapter = adapterOf(world.house)('Session');
    await gathering(world, async () => {
      await adapter.upsert('a', { uid: 'u', list: [1] }, 60);
      assert.deepEqual(await adapter.find('a'), { uid: 'u', list: [1] });
      assert.equal(await world.house.store.get('artifacts', 'Session:a'), undefined);
      await adapter.destroy('a');
      assert.equal(await adapter.find('a'), undefined);
      await adapter.upsert('b', { uid: 'u' }, 60);
    });
    assert.equal(await adapter.find('a'), undefined);
    assert.deepEqual(await adapter.find('b'), { uid: 'u' });
  });

  it('is what it was when it was put, whatever becomes of the object', async () => {
    const adapter = adapterOf(world.house)('Session');
    await gathering(world, async () => {
      const payload = { uid: 'u', list: [1] };
      await adapter.upsert('a', payload, 60);
      payload.list.push(2);
    });
    assert.deepEqual(await adapter.find('a'), { uid: 'u', list: [1] });
  });

  it('lands before what goes by more than an id', async () => {
    const sessions = adapterOf(world.house)('Session');
    const codes = adapterOf(world.house)('AuthorizationCode');
    await gathering(world, async () => {
      await sessions.upsert('a', { uid: 'u' }, 60);
      assert.deepEqual(await sessions.findByUid('u'), { uid: 'u' });
      await codes.upsert('c', { grantId: 'g' }, 60);
      await codes.consume('c');
      await codes.upsert('d', { grantId: 'g' }, 60);
      await codes.revokeByGrantId('g');
    });
    assert.equal(await codes.find('c'), undefined);
    assert.equal(await codes.find('d'), undefined);
  });

  it('is nothing where the request fails', async () => {
    await assert.rejects(
      gathering(world, async () => {
        await keep(world.house, 'Session:a', null);
        await adapterOf(world.house)('Session').upsert('a', { uid: 'u' }, 60);
        throw new Error('broken');
      }),
      /broken/,
    );
    assert.equal(await world.house.store.get('artifacts', 'Session:a'), undefined);
  });
});

function gathering(world: World, work: () => Promise<void>): Promise<void> {
  return gather(world.house)({} as Parameters<ReturnType<typeof gather>>[0], work) as Promise<void>;
}
