/** The unlink webhook as it arrives. Reference 3.4. */
import assert from 'node:assert/strict';
import type { UnlinkReason } from '../../src/consent/index.ts';
import { listenAs } from '../consoles/phone.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { answers, type Receiver } from '../helpers/receiver.ts';
import { eachFact, tableOf } from './helpers.ts';

const HAN = { app: APPS.demo, as: 'han' };

describeHouse('contract · 3.4 · the unlink webhook', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world, { kind: 'unlink' });
  });
  afterEach(() => receiver.close());

  const unlinked = async (why: UnlinkReason) => {
    await signUp(world, HAN);
    const link = (await world.house.consent.link(APPS.demo, '01-han'))!;
    if (why === 'INCOMPLETE_SIGN_UP') await world.change('links', link.id, { state: 'preregistered', registerBy: 1 });
    await world.house.consent.unlinkBy(await world.app(APPS.demo), link, why);
    await world.house.webhooks.settled();
    return link.number;
  };
  const state = async () => (await world.house.webhooks.recent({ limit: 50 })).find(({ event }) => event === 'unlink')?.state;

  const referrer = (name: UnlinkReason) => async () => {
    const user = await unlinked(name);
    assert.equal(receiver.received[0]?.body, `app_id=${APPS.demo}&user_id=${user}&referrer_type=${name}`);
  };

  eachFact(tableOf('unlink-webhook'), {
    'the unlink webhook is a GET or POST with app_id, user_id and referrer_type': async () => {
      const user = await unlinked('UNLINK_FROM_APPS');
      await world.change('endpoints', `${APPS.demo}:unlink`, { method: 'GET' });
      await unlinked('UNLINK_FROM_APPS');
      const [post, get] = receiver.received;
      const said = `app_id=${APPS.demo}&user_id=${user}&referrer_type=UNLINK_FROM_APPS`;
      assert.deepEqual([post?.method, post?.body, post?.headers['content-type']], ['POST', said, 'application/x-www-form-urlencoded']);
      assert.deepEqual([get?.method, get?.path, get?.body], ['GET', `/hooks?${said}`, '']);
      assert.equal(get?.headers.authorization, `KakaoAK ${(await world.app(APPS.demo)).adminKeys[0]}`);
    },

    'only 200 acknowledges the unlink webhook': async () => {
      receiver.answer(answers.status(204), answers.status(200));
      await unlinked('UNLINK_FROM_APPS');
      assert.equal(await state(), 'parked');
      await unlinked('UNLINK_FROM_APPS');
      assert.equal(await state(), 'delivered');
    },

    'the unlink webhook is not sent when the service itself unlinks': async () => {
      await unlinked('UNLINK_FROM_SERVICE');
      assert.deepEqual(receiver.received, []);
    },

    ACCOUNT_DELETE: referrer('ACCOUNT_DELETE'),
    FORCED_ACCOUNT_DELETE: referrer('FORCED_ACCOUNT_DELETE'),
    UNLINK_FROM_ADMIN: referrer('UNLINK_FROM_ADMIN'),
    UNLINK_FROM_APPS: referrer('UNLINK_FROM_APPS'),
    INCOMPLETE_SIGN_UP: referrer('INCOMPLETE_SIGN_UP'),
  });
});
