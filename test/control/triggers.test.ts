/** Events by hand, over the control API. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { callApi } from './api.ts';

describeHouse('the control API · triggers', (world) => {
  const trigger = (body: object) => callApi(world, 'POST /deliveries', { app: '데모상점', user: 'han', ...body });
  const inbox = (kind: string) => callApi(world, `PUT /apps/${APPS.demo}/callbacks/${kind}/inbox`);

  it('are listed, each with what it takes and what causes it', async () => {
    const { triggers } = (await callApi<{ triggers: { event: string; takes: string[]; cause: string }[] }>(world, 'GET /triggers')).body;
    assert.deepEqual(triggers.find(({ event }) => event === 'channel.added')?.takes, ['user', 'channel']);
    assert.ok(triggers.every(({ cause }) => cause.length > 0));
  });

  it('send every event that is listed, and the inbox verifies each', async () => {
    await signUp(world, { app: APPS.demo, as: 'han' });
    for (const kind of ['channel', 'sync', 'unlink', 'account']) await inbox(kind);
    const { triggers } = (await callApi<{ triggers: { event: string }[] }>(world, 'GET /triggers')).body;
    world.house.webhooks.start();
    await world.house.webhooks.settled();
    await world.house.inbox.clear(APPS.demo);
    for (const { event } of triggers) {
      const { status, body } = await trigger({ event });
      assert.deepEqual([status, body.event], [201, event], JSON.stringify(body));
    }
    await world.house.webhooks.settled();
    const items = await world.house.inbox.items(APPS.demo, { limit: 100 });
    assert.equal(items.length, triggers.length);
    assert.deepEqual(
      items.filter(({ verdict }) => verdict !== 'verified').map(({ kind, verdict }) => [kind, verdict]),
      [],
    );
  });

  it('take a reason, scopes and a channel', async () => {
    await signUp(world, { app: APPS.demo, as: 'han' });
    await inbox('unlink');
    const { body } = await trigger({ event: 'unlink', reason: 'ACCOUNT_DELETE' });
    assert.match(String(body.body), /referrer_type=ACCOUNT_DELETE/);
    assert.equal((await trigger({ event: 'channel.blocked', channel: '_xqDemo' })).body.channel, '_xqDemo');
    assert.equal((await trigger({ event: 'unlink', reason: 'BORED' })).body.field, 'reason');
  });

  it('are refused by name: the event, the user, the address', async () => {
    const unknown = await trigger({ event: 'channel.addd' });
    assert.deepEqual([unknown.status, unknown.body.field], [400, 'event']);
    assert.match(String(unknown.body.detail), /there is no event "channel\.addd"; there are: channel\.added, /);
    assert.equal((await trigger({ event: 'channel.added', user: 'nobody' })).body.field, 'user');
    assert.equal((await trigger({ event: 'unlink', app: APPS.openidConnect })).body.code, 'no_callback_address');
    await inbox('unlink');
    assert.equal((await trigger({ event: 'unlink', user: 'new' })).body.code, 'no_user_to_tell');
  });
});
