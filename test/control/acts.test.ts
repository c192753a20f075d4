/** What the control API does: filters, replays, endpoints, troubles, the inbox. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { answers, openReceiver, type Receiver } from '../helpers/receiver.ts';
import { callApi } from './api.ts';

const ENDPOINT = `${APPS.demo}:channel`;
const CHANNEL = '_xqDemo';

describeHouse('the control API · what it does', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
    await callApi(world, `PUT /apps/${APPS.demo}/callbacks/channel`, { url: receiver.url });
  });
  afterEach(() => receiver.close());

  const relate = async (persona: string, relation: 'ADDED' | 'BLOCKED') =>
    world.house.consent.relate(CHANNEL, (await world.house.accounts.persona(persona))!, relation);
  const count = async (query: string) =>
    (await callApi<{ deliveries: unknown[] }>(world, `GET /deliveries?${query}`)).body.deliveries.length;
  const sent = async (): Promise<void> => {
    world.house.webhooks.start();
    await world.house.webhooks.settled();
  };

  it('finds deliveries by event, state, person, channel and endpoint, and by several at once', async () => {
    await relate('han', 'ADDED');
    await relate('han', 'BLOCKED');
    await relate('new', 'ADDED');
    assert.equal(await count('event=channel.added'), 2);
    assert.equal(await count('user=han'), 2);
    assert.equal(await count('user=han@example.com&event=channel.blocked'), 1);
    assert.equal(await count(`channel=${CHANNEL}`), 3);
    assert.equal(await count(`endpoint=${ENDPOINT}&state=pending`), 3);
    assert.equal(await count('state=parked'), 0);
    assert.equal((await callApi(world, 'GET /deliveries?state=lost')).body.field, 'state');
    assert.equal((await callApi(world, 'GET /deliveries?user=nobody')).body.field, 'user');
    assert.equal((await callApi(world, 'GET /deliveries?channel=nothing')).body.field, 'channel');
  });

  it('sends one anew, or all that were given up', async () => {
    receiver.answer(answers.status(500));
    await relate('han', 'ADDED');
    await relate('new', 'ADDED');
    await sent();
    receiver.answer(answers.status(200));
    const { deliveries } = (await callApi<{ deliveries: { id: string }[] }>(world, 'GET /deliveries?state=parked')).body;
    const one = await callApi(world, `POST /deliveries/${deliveries[0]!.id}/replays`);
    assert.deepEqual([one.status, one.body], [202, { replayed: 1 }]);
    await world.house.webhooks.settled();
    assert.deepEqual((await callApi(world, 'POST /deliveries/replays', { app: APPS.openidConnect })).body, { replayed: 0 });
    assert.deepEqual((await callApi(world, 'POST /deliveries/replays', { app: '데모상점' })).body, { replayed: 1 });
    await world.house.webhooks.settled();
    assert.equal(await count('state=delivered'), 2);
    assert.equal(receiver.received.length, 4);
    assert.equal((await callApi(world, 'POST /deliveries/none/replays')).status, 404);
  });

  it('changes how an endpoint is served, and pauses it', async () => {
    const paused = await callApi(world, `PATCH /endpoints/${ENDPOINT}`, { state: 'paused', policy: 'retry', verifyTls: false });
    assert.deepEqual([paused.status, paused.body.state, paused.body.policy, paused.body.verifyTls], [200, 'paused', 'retry', false]);
    await relate('han', 'ADDED');
    await sent();
    assert.equal(receiver.received.length, 0);
    await callApi(world, `PATCH /endpoints/${ENDPOINT}`, { state: 'on' });
    await world.house.webhooks.settled();
    assert.equal(receiver.received.length, 1);
    const { endpoints } = (await callApi<{ endpoints: { id: string }[] }>(world, `GET /endpoints?app=${APPS.demo}`)).body;
    assert.ok(endpoints.some(({ id }) => id === ENDPOINT));

    assert.equal((await callApi(world, `PATCH /endpoints/${ENDPOINT}`, { method: 'GET' })).body.code, 'method_does_not_fit');
    assert.deepEqual(await callApi(world, 'PATCH /endpoints/none', {}).then(({ status, body }) => [status, body.code]), [
      404,
      'unknown_endpoint',
    ]);
  });

  it('takes an address away, and gives the inbox', async () => {
    assert.equal((await callApi(world, `DELETE /apps/${APPS.demo}/callbacks/channel`)).status, 200);
    assert.equal(await world.house.webhooks.endpoint(APPS.demo, 'channel'), undefined);
    const { body } = await callApi(world, `PUT /apps/${APPS.demo}/callbacks/channel/inbox`);
    assert.equal(body.url, `${world.url}/_sim/inbox/${APPS.demo}/channel`);
    await relate('han', 'ADDED');
    await sent();
    assert.equal((await world.house.inbox.items(APPS.demo, { limit: 1 }))[0]?.verdict, 'verified');
  });

  it('makes trouble, lists it and takes it back', async () => {
    const made = await callApi<{ id: string }>(world, 'POST /troubles', { endpoint: ENDPOINT, kind: 'drop' });
    assert.deepEqual(
      [made.status, made.body],
      [201, { id: made.body.id, endpoint: ENDPOINT, event: null, kind: 'drop', times: 1, ms: null }],
    );
    assert.deepEqual((await callApi(world, `GET /troubles?endpoint=${ENDPOINT}`)).body, { troubles: [made.body] });
    assert.equal((await callApi(world, `DELETE /troubles/${made.body.id}`)).status, 200);
    assert.deepEqual((await callApi(world, 'GET /troubles')).body, { troubles: [] });
    assert.equal((await callApi(world, 'POST /troubles', { endpoint: ENDPOINT, kind: 'rain' })).body.field, 'kind');
    assert.equal((await callApi(world, 'POST /troubles', { endpoint: ENDPOINT, kind: 'drop', times: 0 })).body.code, 'trouble_refused');
  });
});
