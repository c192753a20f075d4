/** The callbacks that consent writes down: channel added or blocked (reference 3.2, 3.3), and the sign-up of this simulator. */
import assert from 'node:assert/strict';
import { exactNumber } from '../../src/json.ts';
import type { Delivery } from '../../src/store/index.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';

describeHouse('consent · the callback of a channel', (world) => {
  it('tells add and block in one lane, and nothing where nothing changed', async () => {
    const han = (await world.house.accounts.persona('han'))!;
    for (const relation of ['ADDED', 'ADDED', 'BLOCKED', 'BLOCKED', 'ADDED'] as const)
      await world.house.consent.relate('_xqDemo', han, relation);
    const deliveries = await world.house.store.find('deliveries', 'app', APPS.demo);
    assert.deepEqual(
      deliveries.map(({ event }) => event),
      ['channel.added', 'channel.blocked', 'channel.added'],
    );
    assert.equal(new Set(deliveries.map(({ lane }) => lane)).size, 1);
  });
});

describeHouse('consent · the callback of a sign-up', (world) => {
  it('tells the number, every term of the screen in its order with its answer, the items and their facts', async () => {
    await signUp(world, { app: APPS.demo, as: 'big-number', agree: ({ required, value }) => required || value === 'birthday' });
    const { number, connectedAt } = (await world.house.consent.link(APPS.demo, '13-big-number'))!;
    const at = `${new Date(connectedAt!).toISOString().slice(0, 19)}Z`;
    const { body, delivery } = await sentAs(world, 'sync.signed_up');
    const agreed = { agreed: true, agreed_at: at };
    assert.deepEqual(body.data, {
      app_id: 1000001,
      id: Number(number),
      connected_at: at,
      service_terms: [
        { tag: 'service_20260105', ...agreed },
        { tag: 'privacy_20260105', ...agreed },
        { tag: 'marketing_20260105', agreed: false },
        { tag: 'user_age_check', ...agreed },
      ],
      scopes: ['profile_nickname', 'account_email', 'birthday'],
      profile: { nickname: '큰번호', email: 'big-number@example.com', is_email_verified: true, birthday: '0119' },
    });
    assert.ok(delivery.body.includes(`"id":${JSON.stringify(exactNumber(number))},`), 'all 19 digits are on the wire');
  });

  it('spells the phone number as the app has it', async () => {
    const { switches } = await world.app(APPS.current);
    await world.change('apps', APPS.current, { switches: { ...switches, phoneFormat: '+82 010' } });
    await signUp(world, { app: APPS.current, as: 'han' });
    const sent = await world.house.store.find('deliveries', 'app', APPS.current);
    const { body } = sent.find(({ event }) => event === 'sync.signed_up')!;
    assert.equal((JSON.parse(body) as { data: { profile: { phone_number: string } } }).data.profile.phone_number, '+82 010-0000-0001');
  });

  it('is not told of an additional consent', async () => {
    await signUp(world, { app: APPS.demo, as: 'declined-optional', params: { scope: 'birthday' } });
    assert.deepEqual(await allSentAs(world, 'sync.signed_up'), []);
  });

  it('is not written where the app has no address for it', async () => {
    await signUp(world, { app: APPS.openidConnect, as: 'han' });
    assert.deepEqual(await world.house.store.find('deliveries', 'app', APPS.openidConnect), []);
  });
});

async function allSentAs({ house }: World, event: string): Promise<{ delivery: Delivery; body: Record<string, unknown> }[]> {
  const deliveries = await house.store.find('deliveries', 'app', APPS.demo);
  return deliveries
    .filter((delivery) => delivery.event === event)
    .map((delivery) => ({ delivery, body: JSON.parse(delivery.body) as Record<string, unknown> }));
}

async function sentAs(world: World, event: string) {
  const [sent] = await allSentAs(world, event);
  assert.ok(sent, `${event} was written down`);
  return sent;
}
