/** Waiting for what a test has caused: it comes back as soon as it is there, and fails by name where it does not come. */
import assert from 'node:assert/strict';
import { openReceiver, type Receiver } from '../helpers/receiver.ts';
import { refused } from '../helpers/rooms.ts';
import { describeKit } from './kit.ts';

describeKit('the kit · deliveries and journeys', (kakao) => {
  let receiver: Receiver;
  beforeEach(async () => void (receiver = await openReceiver()));
  afterEach(() => receiver.close());

  it('waits for a callback that comes later, and for how it ends', async () => {
    const app = await kakao.apps.create({ callbacks: { channel: receiver.url } });
    const channel = await kakao.channels.create({ app });
    const waiting = kakao.deliveries.waitFor({ app, event: 'channel.added', state: 'delivered' });
    await kakao.signUp({ app, account: 'han' });
    const delivery = await waiting;
    assert.deepEqual([delivery.app, delivery.channel, delivery.account], [app.id, channel.id, '01-han']);
    assert.equal(delivery.body, receiver.received[0]?.body);
    assert.deepEqual(
      (await kakao.deliveries.attempts(delivery)).map(({ verdict }) => verdict),
      ['delivered'],
    );

    await kakao.channels.block({ channel, account: 'han' });
    const blocked = await kakao.deliveries.waitFor({ after: delivery.id, user: 'han', channel, state: 'delivered' });
    assert.equal(blocked.event, 'channel.blocked');
    assert.equal(await kakao.channels.block({ channel, account: 'han' }), false);
    assert.equal(await kakao.deliveries.replay(blocked), true);
    await receiver.arrived(3);
    assert.deepEqual(
      (await kakao.deliveries.list({ app })).map(({ event }) => event),
      ['channel.blocked', 'channel.added'],
    );
  });

  it('waits for a login by its state, its error, or what it is known by', async () => {
    const app = await kakao.apps.create();
    const waiting = kakao.journeys.waitFor({ app, state: 'done' });
    const { tokens } = await kakao.signUp({ app, account: 'han' });
    const journey = await waiting;
    assert.deepEqual([journey.account, journey.errors], ['01-han', []]);
    assert.deepEqual(await kakao.journeys.waitFor({ knownBy: tokens!.access_token }), journey);
    const steps = await kakao.journeys.steps(journey);
    assert.equal(steps.length, journey.requests);
    assert.match(steps.at(-1)!.responseBody, /access_token/);

    await kakao.signUp({ app, account: 'new', redirectUri: 'http://localhost:1' }).catch(() => undefined);
    assert.deepEqual((await kakao.journeys.waitFor({ error: 'KOE006' })).state, 'refused');
  });

  it('fails by name when the time has passed, with what came instead', async () => {
    const app = await kakao.apps.create({ callbacks: { channel: receiver.url } });
    await kakao.channels.create({ app });
    await kakao.signUp({ app, account: 'han' });
    await kakao.deliveries.waitFor({ app, state: 'delivered' });
    const never = { timeout: 1 };
    await assert.rejects(kakao.deliveries.waitFor({ app, event: 'channel.blocked' }, never), {
      code: 'nothing_came',
      message: `no delivery that fits came in 1 ms; the newest there are: channel.added (delivered) to ${app.id}:channel`,
    });
    await assert.rejects(kakao.journeys.waitFor({ app, state: 'cancelled' }, never), /newest there are: done/);
    await refused('input_refused', kakao.deliveries.waitFor({}, { timeout: 'soon' }), { field: 'timeout' });
    await refused('input_refused', kakao.deliveries.waitFor({ evnt: 'x' } as object), { field: 'evnt' });
    await refused('not_found', kakao.journeys.get('none'));
    await refused('not_found', kakao.deliveries.attempts({ id: 'none' }));
  });

  it('forgets a user, who is then asked once more', async () => {
    const app = await kakao.apps.create();
    await kakao.signUp({ app, account: 'han' });
    assert.equal(await kakao.accounts.forget({ app, account: 'han' }), true);
    assert.equal(await kakao.accounts.forget({ app, account: 'han' }), false);
    const { tokens } = await kakao.signUp({ app, account: 'han', agree: 'required' });
    assert.equal(tokens!.scope, 'profile_nickname');
  });
});
