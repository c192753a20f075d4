import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../helpers/house.ts';
import type { Receiver } from '../../helpers/receiver.ts';
import { listenAs, openPhone } from '../phone.ts';

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
});
