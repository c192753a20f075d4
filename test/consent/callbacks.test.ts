/** The callbacks that consent writes down: channel added or blocked (reference 3.2, 3.3), and the sign-up of this simulator. */
import assert from 'node:assert/strict';
import { exactNumber } from '../../src/json.ts';
import type { App, Delivery } from '../../src/store/index.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';

const era2019 = ['event', 'id', 'id_type', 'plus_friend_public_id', 'timestamp'];
const era2021 = ['event', 'id', 'id_type', 'plus_friend_public_id', 'plus_friend_uuid', 'timestamp', 'updated_at'];
const current = ['event', 'id', 'id_type', 'channel_public_id', 'channel_uuid', 'updated_at'];
const generations: { era: App['era']; channelPayload: 'era' | 'both'; fields: string[] }[] = [
  { era: '2019', channelPayload: 'era', fields: era2019 },
  { era: '2021', channelPayload: 'era', fields: era2021 },
  { era: 'current', channelPayload: 'era', fields: current },
  { era: '2019', channelPayload: 'both', fields: [...era2021, 'channel_public_id', 'channel_uuid'] },
];

describeHouse('consent · the callback of a channel', (world) => {
  for (const { era, channelPayload, fields } of generations) {
    it(`has the fields of ${era}${channelPayload === 'both' ? ' and of today together' : ''}`, async () => {
      const { switches } = await world.app(APPS.demo);
      await world.change('apps', APPS.demo, { era, switches: { ...switches, channelPayload } });
      await signUp(world, { app: APPS.demo, as: 'han' });
      const { body } = await sentAs(world, 'channel.added');
      assert.deepEqual(Object.keys(body).toSorted(), fields.toSorted());
      const at = body.timestamp ?? Date.parse(String(body.updated_at));
      assert.equal(Number(at) % 1000, 0);
      assert.ok(Math.abs(Number(at) - world.clock.now()) < 60_000);
      if (body.timestamp && body.updated_at) assert.equal(Date.parse(String(body.updated_at)), body.timestamp);
    });
  }

  it('names a person who agreed to plusfriends by user number, another by an opaque id', async () => {
    const { access_token: known } = await signUp(world, { app: APPS.demo, as: 'han' });
    await signUp(world, { app: APPS.demo, as: 'new', agree: ({ required, name }) => required || name === 'channel' });
    const number = (await world.house.consent.bearer(known))!.link.number;
    const [han, other] = await allSentAs(world, 'channel.added');
    assert.deepEqual([han!.body.id_type, han!.body.id], ['app_user_id', number]);
    assert.equal(other!.body.id_type, 'open_id');
    assert.match(String(other!.body.id), /^[\w-]{40,}$/);
  });

  it('carries the primary admin key, Kakao’s agent and its own id as resource id', async () => {
    const app = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { adminKeys: [...app.adminKeys, 'ab'.repeat(16)] });
    await signUp(world, { app: APPS.demo, as: 'han' });
    const { delivery } = await sentAs(world, 'channel.added');
    assert.deepEqual(delivery.headers, {
      Authorization: `KakaoAK ${app.adminKeys[0]}`,
      'Content-Type': 'application/json',
      'User-Agent': 'KakaoOpenAPI/1.0',
      'X-Kakao-Resource-ID': delivery.id,
    });
    assert.match(delivery.id, /^[0-9A-Z]{24}$/);
  });

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
