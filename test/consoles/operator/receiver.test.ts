/** The built-in receiver over HTTP, as anybody reaches it. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { clerk } from '../../helpers/clerk.ts';
import { describeHouse } from '../../helpers/house.ts';
import { OWNER } from '../../helpers/rooms.ts';
import { APP, PATH } from './mailbox.ts';

describeHouse('the receiver at /_sim/inbox/:app/:kind', (world) => {
  const items = () => world.house.inbox.items(APP, { limit: 10 });
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${world.url}${PATH}/channel`, { method: 'POST', body, headers, redirect: 'manual' });
  const script = (does: 'answer' | 'redirect' | 'hang' | 'reset', more: object = {}) =>
    world.house.inbox.addScript(APP, { kind: 'channel', does, status: 302, location: '/x', delayMs: 0, times: 1, ...more });

  it('answers as its scripts say: a status, a redirect, late, or by a reset connection', async () => {
    await script('answer', { status: 503 });
    await script('redirect');
    await script('answer', { status: 200, delayMs: 40 });
    await script('reset');
    const first = await post('{}');
    assert.deepEqual([first.status, first.headers.get('connection')], [503, 'close']);
    const redirected = await post('{}');
    assert.deepEqual([redirected.status, redirected.headers.get('location')], [302, '/x']);
    const began = performance.now();
    assert.equal((await post('{}')).status, 200);
    assert.ok(performance.now() - began >= 35, 'it was late');
    await assert.rejects(post('{}'));
    assert.equal((await post('{}')).status, 401, 'as usual again');
    assert.deepEqual((await items()).map(({ answered }) => answered).reverse(), ['503', '302', '200', 'reset', '401']);
  });

  for (const [what, more] of [
    ['never answers', {}],
    ['answers very late', { delayMs: 60_000 }],
  ] as const) {
    it(`lets a sender go that leaves while it ${what}, and answers others meanwhile`, async () => {
      await script('delayMs' in more ? 'answer' : 'hang', more);
      const sender = request(`${world.url}${PATH}/channel`, { method: 'POST' });
      sender.on('error', () => undefined);
      sender.end('{}');
      const arrived = Promise.withResolvers<void>();
      const unwatch = world.house.inbox.watch(() => arrived.resolve());
      await arrived.promise;
      unwatch();
      assert.equal((await post('{}')).status, 401);
      sender.destroy();
      // Nothing is reported, and the server of this world ends: both are looked at after each test.
    });
  }

  it('takes any method of callbacks, query and content type, and keeps it as it came', async () => {
    await fetch(`${world.url}${PATH}/unlink?app_id=1&user_id=2&referrer_type=ACCOUNT_DELETE`);
    const [item] = await items();
    assert.deepEqual([item?.method, item?.query, item?.kind], ['GET', 'app_id=1&user_id=2&referrer_type=ACCOUNT_DELETE', 'unlink']);
    const one = await (await clerk(world, OWNER)).open(`${PATH}/items/${item!.id}`);
    assert.match(one.read('inbox-decoded')!, /app_id: 1 user_id: 2/);
    assert.equal((await post('x'.repeat(300_000))).status, 413);
    assert.equal((await items()).length, 1);
  });

  it('takes nothing from a page of another origin, not even a GET, so that it uses up no script', async () => {
    await script('answer', { status: 500 });
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      assert.equal((await fetch(`${world.url}${PATH}/channel`, { headers })).status, 403);
      assert.equal((await post('{}', headers)).status, 403);
    }
    assert.equal((await items()).length, 0);
    assert.equal((await world.house.inbox.scripts(APP)).length, 1);
  });

  it('has no receiver for what is no app or no kind', async () => {
    for (const path of ['/_sim/inbox/404/channel', `${PATH}/nothing`]) {
      assert.equal((await fetch(world.url + path, { method: 'POST' })).status, 404, path);
    }
    for (const path of ['/_sim/inbox/404', `${PATH}/items/none`]) assert.equal((await fetch(world.url + path)).status, 404, path);
  });
});
