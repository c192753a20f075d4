/** Every event by hand: what is written is what its cause would have written, and nothing else changes. */
import assert from 'node:assert/strict';
import { triggers } from '../../src/consent/index.ts';
import { hasText } from '../../src/web/text/index.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { refused } from '../helpers/rooms.ts';
import { eventOf, subscribe, verified } from '../helpers/told.ts';

const HAN = '01-han';
const ABOUT = { appId: APPS.demo, accountId: HAN };

describeHouse('consent · events by hand', (world) => {
  for (const { name, kind, kakaoCause } of triggers) {
    it(`${name} is written, with its cause in words, and nothing else`, async () => {
      await linked(world);
      const before = await everythingBut(world);
      const id = await send(world, { name });
      const { event, endpointId, state } = (await world.house.webhooks.delivery(id))!;
      assert.deepEqual([event, endpointId, state], [name, `${APPS.demo}:${kind}`, 'pending']);
      assert.deepEqual(await everythingBut(world), before);
      assert.ok(hasText(kakaoCause));
    });
  }

  it('say what they were asked to: reason, items, profile', async () => {
    await linked(world);
    const bodyOf = async (request: object) => (await world.house.webhooks.delivery(await send(world, request)))!.body;
    assert.match(await bodyOf({ name: 'unlink', reason: 'ACCOUNT_DELETE' }), /referrer_type=ACCOUNT_DELETE$/);
    const scopes = ['gender'];
    const token = await bodyOf({ name: 'account.user-scope-withdraw', scopes });
    assert.deepEqual(eventOf(await verified(world, APPS.demo, token)).data, { scope: scopes });
    const all = eventOf(await verified(world, APPS.demo, await bodyOf({ name: 'account.user-scope-consent' })));
    assert.ok((all.data['scope'] as string[]).includes('account_email'));
    assert.match(await bodyOf({ name: 'channel.blocked', channelId: '_xqDemo' }), /"blocked".*"_xqDemo"/);
  });

  it('can be looked at instead', async () => {
    await linked(world);
    const before = await world.house.store.find('deliveries', 'app', APPS.demo);
    const { body, accepts } = await world.house.consent.previewTrigger({ ...ABOUT, name: 'unlink' });
    assert.deepEqual([new URLSearchParams(body).get('app_id'), accepts], [APPS.demo, '200']);
    assert.deepEqual(await world.house.store.find('deliveries', 'app', APPS.demo), before);
  });

  it('are refused by name', async () => {
    await refused('unknown_trigger', send(world, { name: 'account.user-linke' }));
    await refused('unknown_app', send(world, { name: 'unlink', appId: '1' }));
    await refused('no_callback_address', send(world, { name: 'unlink', appId: APPS.openidConnect }));
    await subscribe(world, APPS.demo);
    await refused('no_user_to_tell', send(world, { name: 'unlink', accountId: 'nobody' }));
    await refused('no_user_to_tell', send(world, { name: 'unlink' }));
    await refused('no_channel_to_tell', send(world, { name: 'channel.added', channelId: '_nowhere' }));
    await signUp(world, { app: APPS.demo, as: 'han' });
    await refused('reason_not_told', send(world, { name: 'unlink', reason: 'UNLINK_FROM_SERVICE' }));
  });
});

function send({ house }: World, request: object): Promise<string> {
  return house.store.write((tx) => house.consent.trigger(tx, { ...ABOUT, name: '', ...request }));
}

async function linked(world: World): Promise<void> {
  await subscribe(world, APPS.demo);
  await signUp(world, { app: APPS.demo, as: 'han' });
}

/** What a person and an app are to one another. */
async function everythingBut({ house: { store } }: World) {
  const rows = [store.get('accounts', HAN), store.find('links', 'account', HAN), store.find('friendships', 'account', HAN)];
  const tokens = [store.find('agreements', 'link', `${APPS.demo}:${HAN}`), store.find('endpoints', 'app', APPS.demo)];
  return Promise.all([...rows, ...tokens]);
}
