/** Deliveries over the control API: listed, looked at, followed. */
import assert from 'node:assert/strict';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { openReceiver, type Receiver } from '../helpers/receiver.ts';
import { callApi } from './api.ts';
import { followed } from './followed.ts';

interface Delivery {
  id: string;
  event: string;
  state: string;
  headers: Record<string, string>;
  [more: string]: unknown;
}
type Page = { deliveries: Delivery[]; next: string | null };

const CHANNEL = '_xqDemo';

describeHouse('the control API · deliveries', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
    await callApi(world, `PUT /apps/${APPS.demo}/callbacks/channel`, { url: receiver.url });
    world.house.webhooks.start();
  });
  afterEach(() => receiver.close());

  it('are listed newest first, by pages, with how each ended', async () => {
    for (const relation of ['ADDED', 'BLOCKED', 'ADDED'] as const) await relate(world, relation);
    await world.house.webhooks.settled();
    const first = await callApi<Page>(world, 'GET /deliveries?limit=2');
    assert.deepEqual(
      first.body.deliveries.map(({ event, state, nickname, app }) => [event, state, nickname, app]),
      [
        ['channel.added', 'delivered', '한가람', APPS.demo],
        ['channel.blocked', 'delivered', '한가람', APPS.demo],
      ],
    );
    const second = await callApi<Page>(world, `GET /deliveries?limit=2&before=${first.body.next}`);
    assert.equal(second.body.deliveries.length, 1);
    assert.equal(second.body.next, null);
  });

  it('are those of one app, by its id, a key of it, or its name', async () => {
    await relate(world, 'ADDED');
    const { key } = await world.key(APPS.demo);
    const { adminKeys, name } = await world.app(APPS.demo);
    for (const app of [APPS.demo, key, adminKeys[0]!, name]) {
      assert.equal((await callApi<Page>(world, `GET /deliveries?app=${encodeURIComponent(app)}`)).body.deliveries.length, 1, app);
    }
    assert.equal((await callApi<Page>(world, `GET /deliveries?app=${APPS.openidConnect}`)).body.deliveries.length, 0);
  });

  it('are looked at one by one, with every attempt', async () => {
    receiver.answer((res) => void res.writeHead(500).end());
    await relate(world, 'ADDED');
    await world.house.webhooks.settled();
    const [{ id }] = (await callApi<Page>(world, 'GET /deliveries')).body.deliveries as [Delivery];
    const { body } = await callApi<Delivery>(world, `GET /deliveries/${id}`);
    assert.deepEqual([body.state, body.attempts, body.url, body.channel], ['parked', 1, receiver.url, CHANNEL]);
    assert.equal(body.headers['X-Kakao-Resource-ID'], id);
    const { attempts } = (await callApi<{ attempts: { status: number; verdict: string }[] }>(world, `GET /deliveries/${id}/attempts`)).body;
    assert.deepEqual(
      attempts.map(({ status, verdict }) => [status, verdict]),
      [[500, 'status_500']],
    );
  });

  it('are followed as they come, each with what is to be forwarded, and from the last one on after a break', async () => {
    const stream = await followed(world, `?app=${APPS.demo}`);
    await relate(world, 'ADDED');
    const first = await stream.next();
    assert.deepEqual([first.event, first.method, first.headers['Content-Type']], ['channel.added', 'POST', 'application/json']);
    assert.match(String(first.body), /"event":"added"/);
    stream.end();

    await relate(world, 'BLOCKED');
    await relate(world, 'ADDED');
    const again = await followed(world, '', { 'last-event-id': first.id });
    assert.deepEqual([(await again.next()).event, (await again.next()).event], ['channel.blocked', 'channel.added']);
    again.end();
  });

  it('are followed of one event, or of another app, alone', async () => {
    const blocked = await followed(world, '?event=channel.blocked');
    const other = await followed(world, `?app=${APPS.openidConnect}`);
    const all = await followed(world, '');
    await relate(world, 'ADDED');
    await relate(world, 'BLOCKED');
    assert.equal((await blocked.next()).event, 'channel.blocked');
    await all.next();
    await all.next();
    assert.equal(other.seen(), 0);
    for (const stream of [blocked, other, all]) stream.end();
  });

  it('are followed on into a world that begins anew', async () => {
    await relate(world, 'ADDED');
    const stream = await followed(world, '');
    world.clock.advance(1000);
    await relate(world, 'BLOCKED');
    assert.equal((await stream.next()).event, 'channel.blocked');
    await world.house.world.reset((await world.house.world.beginning()).plantedAt);
    await callApi(world, `PUT /apps/${APPS.demo}/callbacks/channel`, { url: receiver.url });
    await relate(world, 'ADDED');
    assert.equal((await stream.next()).event, 'channel.added');
    stream.end();
  });
});

async function relate({ house }: World, relation: 'ADDED' | 'BLOCKED'): Promise<void> {
  await house.consent.relate(CHANNEL, (await house.accounts.persona('han'))!, relation);
}
