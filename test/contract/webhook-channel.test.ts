/** The channel webhook as it arrives: its body in each generation, and whom it names. Reference 3.2. */
import assert from 'node:assert/strict';
import { isoSeconds, SECOND } from '../../src/clock.ts';
import type { App } from '../../src/store/index.ts';
import { CHANNEL, listenAs, openPhone } from '../consoles/phone.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { goThrough } from '../helpers/login.ts';
import type { Receiver } from '../helpers/receiver.ts';
import { eachFact, tableOf } from './helpers.ts';

/** Another channel, and another app. */
const [OTHER_CHANNEL, OTHER_APP] = ['_xgSmq', APPS.secretOff];

describeHouse('contract · 3.2 · the channel webhook', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
  });
  afterEach(() => receiver.close());

  /** What has arrived since the last time, somewhere. */
  const bodies = async (at = receiver) => {
    await world.house.webhooks.settled();
    return at.received.splice(0).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  };
  /** The one body that somebody causes who adds or blocks a channel in KakaoTalk. */
  const pressed = async (as: string, relation: 'ADDED' | 'BLOCKED', channel = CHANNEL) => {
    await (await openPhone(world, as)).press(relation, channel);
    const sent = await bodies();
    assert.equal(sent.length, 1);
    return sent[0]!;
  };
  /** A body of this era: what is in it beside the event and the person, and when that was. */
  const bodyIn = async (era: App['era']) => {
    await world.change('apps', APPS.demo, { era });
    const { event, id, id_type: idType, ...others } = await pressed('returning', 'BLOCKED');
    assert.deepEqual([event, id, idType], ['blocked', '3900000001', 'app_user_id']);
    return { others, at: (await world.house.channels.relation(CHANNEL, '03-returning'))!.updatedAt };
  };
  const timestamp = (at: number) => Math.floor(at / SECOND) * SECOND;

  eachFact(tableOf('channel-webhook'), {
    'event is added or blocked': async () => {
      const events = [await pressed('new', 'ADDED'), await pressed('new', 'BLOCKED'), await pressed('new', 'ADDED')];
      assert.deepEqual(
        events.map(({ event }) => event),
        ['added', 'blocked', 'added'],
      );
    },

    'id_type is app_user_id where the user agreed to plusfriends': async () => {
      const { id, id_type: idType } = await pressed('returning', 'BLOCKED');
      assert.deepEqual([id, idType], ['3900000001', 'app_user_id']);
    },

    'id_type is open_id for everybody else, another one per app and channel': async () => {
      const elsewhere = await listenAs(world, { appId: OTHER_APP });
      await world.house.store.write(async (tx) => {
        for (const [appId, channelId] of [
          [APPS.demo, OTHER_CHANNEL],
          [OTHER_APP, CHANNEL],
        ] as const)
          tx.put('connections', { id: `${appId}:${channelId}`, appId, channelId, connectedAt: 0 });
      });
      // `declined-optional` is a user of the app, `new` is none.
      const first = await pressed('declined-optional', 'ADDED');
      const [inOtherApp] = await bodies(elsewhere);
      const ofOtherChannel = await pressed('declined-optional', 'ADDED', OTHER_CHANNEL);
      const ofStranger = await pressed('new', 'ADDED');
      const all = [first, inOtherApp!, ofOtherChannel, ofStranger];
      for (const { id, id_type: idType } of all) assert.ok(idType === 'open_id' && /^[\w-]{40,}$/.test(String(id)), String(id));
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      assert.equal((await pressed('declined-optional', 'BLOCKED')).id, first['id']);
      await elsewhere.close();
    },

    'generation A has plus_friend_public_id and timestamp': async () => {
      const { others, at } = await bodyIn('2019');
      assert.deepEqual(others, { plus_friend_public_id: CHANNEL, timestamp: timestamp(at) });
    },

    'generation B has plus_friend_uuid and updated_at, too': async () => {
      const { others, at } = await bodyIn('2021');
      const names = { plus_friend_public_id: CHANNEL, plus_friend_uuid: '@데모상점' };
      assert.deepEqual(others, { ...names, timestamp: timestamp(at), updated_at: isoSeconds(at) });
    },

    'generation C has channel_public_id, channel_uuid and updated_at': async () => {
      const { others, at } = await bodyIn('current');
      assert.deepEqual(others, { channel_public_id: CHANNEL, channel_uuid: '@데모상점', updated_at: isoSeconds(at) });
    },

    'timestamp has milliseconds whose last three digits are zero': async () => {
      const { others } = await bodyIn('2021');
      assert.match(String(others['timestamp']), /^\d{10}000$/);
      assert.equal(others['timestamp'], Date.parse(String(others['updated_at'])));
    },

    'ticking the channel on the consent screen sends added': async () => {
      await goThrough(world, { app: APPS.demo, as: 'han', agree: ({ name }) => name !== 'channel' });
      assert.deepEqual(await bodies(), []);
      await goThrough(world, { app: APPS.demo, as: 'new' });
      const { number } = (await world.house.consent.link(APPS.demo, '02-new'))!;
      assert.deepEqual(
        (await bodies()).map(({ event, id, id_type: idType, channel_public_id: channel }) => [event, id, idType, channel]),
        [['added', number, 'app_user_id', CHANNEL]],
      );
    },
  });
});
