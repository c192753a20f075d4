import assert from 'node:assert/strict';
import { isoSeconds, SECOND } from '../../../src/clock.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { goThrough } from '../../helpers/login.ts';
import type { Receiver } from '../../helpers/receiver.ts';
import { CHANNEL, listenAs, openPhone } from '../phone.ts';

describeHouse('콜백 · a channel is added or blocked in KakaoTalk', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
  });
  afterEach(() => receiver.close());

  const bodies = async (): Promise<Record<string, unknown>[]> => {
    await world.house.webhooks.settled();
    return receiver.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  };

  it('sends the headers that Kakao sends', async () => {
    await (await openPhone(world, 'returning')).press('BLOCKED');
    await world.house.webhooks.settled();
    const [delivery] = await world.house.webhooks.recent({ limit: 1 });
    const [received] = receiver.received;
    assert.equal(received?.method, 'POST');
    assert.equal(received?.headers.authorization, `KakaoAK ${(await world.app(APPS.demo)).adminKeys[0]}`);
    assert.equal(received?.headers['content-type'], 'application/json');
    assert.equal(received?.headers['user-agent'], 'KakaoOpenAPI/1.0');
    assert.equal(received?.headers['x-kakao-resource-id'], delivery?.id);
    assert.match(delivery?.id ?? '', /^[0-9A-Z]{24}$/);
    assert.equal(received?.headers['webhook-signature'], undefined);
  });

  it('names a person who agreed to plusfriends by the user number: app_user_id', async () => {
    await (await openPhone(world, 'returning')).press('BLOCKED');
    const [body] = await bodies();
    assert.deepEqual([body?.event, body?.id, body?.id_type], ['blocked', '3900000001', 'app_user_id']);
  });

  it('names everybody else by an opaque id that stays the same: open_id', async () => {
    for (const persona of ['declined-optional', 'new']) {
      const phone = await openPhone(world, persona);
      await phone.press('ADDED');
      await phone.press('BLOCKED');
    }
    const [first, second, other] = await bodies();
    assert.deepEqual([first?.id_type, second?.id_type, other?.id_type], ['open_id', 'open_id', 'open_id']);
    assert.equal(first?.id, second?.id);
    assert.notEqual(first?.id, other?.id);
    assert.doesNotMatch(String(first?.id), /^3900000018$/);
  });

  const friendship = async () => (await world.house.channels.relation(CHANNEL, '03-returning'))?.updatedAt ?? 0;
  const eras = {
    '2019': (at: number) => ({ plus_friend_public_id: CHANNEL, timestamp: Math.floor(at / SECOND) * SECOND }),
    '2021': (at: number) => ({
      plus_friend_public_id: CHANNEL,
      plus_friend_uuid: '@데모상점',
      timestamp: Math.floor(at / SECOND) * SECOND,
      updated_at: isoSeconds(at),
    }),
    current: (at: number) => ({ channel_public_id: CHANNEL, channel_uuid: '@데모상점', updated_at: isoSeconds(at) }),
  };
  for (const [era, fields] of Object.entries(eras)) {
    it(`sends the payload of the era ${era}`, async () => {
      await world.change('apps', APPS.demo, { era: era as keyof typeof eras });
      await (await openPhone(world, 'returning')).press('BLOCKED');
      const [body] = await bodies();
      assert.deepEqual(body, { event: 'blocked', id: '3900000001', id_type: 'app_user_id', ...fields(await friendship()) });
    });
  }

  it('sends old and new names together when the switch says so', async () => {
    const { switches } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { switches: { ...switches, channelPayload: 'both' } });
    await (await openPhone(world, 'returning')).press('BLOCKED');
    const [body] = await bodies();
    assert.deepEqual(Object.keys(body ?? {}).sort(), [
      'channel_public_id',
      'channel_uuid',
      'event',
      'id',
      'id_type',
      'plus_friend_public_id',
      'plus_friend_uuid',
      'timestamp',
      'updated_at',
    ]);
  });

  it('two tabs that press the same thing cause one callback', async () => {
    const phone = await openPhone(world, 'new');
    const answers = await Promise.all([phone.press('ADDED'), phone.press('ADDED'), phone.press('ADDED')]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303],
    );
    assert.equal((await bodies()).length, 1);
  });

  it('toggling 200 times arrives in the order in which it happened', async () => {
    const phone = await openPhone(world, 'new');
    for (let i = 0; i < 200; i += 1) await phone.press(i % 2 === 0 ? 'ADDED' : 'BLOCKED');
    const events = (await bodies()).map(({ event }) => event);
    assert.deepEqual(
      events,
      Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 'added' : 'blocked')),
    );
  });

  it('tells nobody of a channel that is linked to no app with an address', async () => {
    await (await openPhone(world, 'new')).press('ADDED', '_xgSmq');
    assert.deepEqual(await bodies(), []);
    assert.deepEqual(await world.house.webhooks.recent({ limit: 9 }), []);
  });

  it('adding the channel on the consent screen sends it, too', async () => {
    await goThrough(world, { app: APPS.demo, as: 'new' });
    const body = (await bodies()).find(({ event }) => event === 'added');
    const link = await world.house.consent.link(APPS.demo, '02-new');
    assert.deepEqual([body?.id, body?.id_type], [link?.number, 'app_user_id']);
  });
});
