/** The powers of the library over HTTP: made, signed up, waited for, and refused with a problem. */
import assert from 'node:assert/strict';
import type { AccountFacts, AppFacts, ChannelFacts, DeliveryFacts, JourneyFacts, SignUp, TermFacts } from '../../src/index.ts';
import { describeHouse } from '../helpers/house.ts';
import { callApi } from './api.ts';

describeHouse('the control API · what a test needs', (world) => {
  const made = async <T>(target: Parameters<typeof callApi>[1], body: unknown): Promise<T> => {
    const answer = await callApi(world, target, body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body as T;
  };

  it('makes an app, a person, a channel and a term, and signs the person up', async () => {
    const app = await made<AppFacts>('POST /apps', { name: '시험', callbacks: { channel: 'http://127.0.0.1:9/hook' } });
    const account = await made<AccountFacts>('POST /accounts', { key: 'kim' });
    const channel = await made<ChannelFacts>('POST /channels', { app: app.id });
    const term = await made<TermFacts>('POST /terms', { app: '시험', tag: 'later', required: false });
    const signUp = await made<SignUp>('POST /sign-ups', { app: app.clientId, account: 'kim', agree: ['later', channel.id] });

    assert.deepEqual((await callApi<{ apps: AppFacts[] }>(world, 'GET /apps')).body.apps[0]!.loginOn, true);
    assert.deepEqual((await callApi<AppFacts>(world, `GET /apps/${app.id}`)).body.channels, [channel.id]);
    assert.deepEqual((await callApi(world, 'GET /accounts/kim')).body, account);
    const { accounts } = (await callApi<{ accounts: AccountFacts[] }>(world, 'GET /accounts?personas=true')).body;
    assert.ok(accounts.every(({ key }) => key !== null) && accounts.some(({ key }) => key === 'kim'));
    assert.deepEqual((await callApi<{ terms: TermFacts[] }>(world, `GET /terms?app=${app.id}`)).body.terms.at(-1), term);
    assert.deepEqual((await callApi<ChannelFacts>(world, `GET /channels/${channel.id}`)).body, { ...channel, apps: [app.id] });
    assert.ok((await callApi<{ channels: ChannelFacts[] }>(world, 'GET /channels')).body.channels.length > 1);

    const { journeys } = (await callApi<{ journeys: JourneyFacts[] }>(world, `GET /journeys?app=${app.id}&state=done&wait=5s`)).body;
    assert.equal((await callApi<JourneyFacts>(world, `GET /journeys/${journeys[0]!.id}`)).body.account, account.id);
    const { steps } = (await callApi<{ steps: object[] }>(world, `GET /journeys/${journeys[0]!.id}/steps`)).body;
    assert.equal(steps.length, journeys[0]!.requests);
    assert.match(signUp.user, /^39\d{8}$/);
  });

  it('waits by long poll for a callback that is still to come', async () => {
    const app = await made<AppFacts>('POST /apps', { callbacks: { channel: 'http://127.0.0.1:9/hook' } });
    const channel = await made<ChannelFacts>('POST /channels', { app: app.id });
    const waiting = callApi<{ deliveries: DeliveryFacts[] }>(world, `GET /deliveries?app=${app.id}&event=channel.added&wait=30s`);
    await made('POST /sign-ups', { app: app.id, account: 'han', agree: 'required' });
    const added = await callApi(world, `PUT /channels/${channel.id}/friends/han`, { relation: 'ADDED' });
    assert.deepEqual(added.body, { changed: true });
    assert.deepEqual(
      (await waiting).body.deliveries.map(({ event }) => event),
      ['channel.added'],
    );
  });

  it('says what came instead, where nothing that fits came', async () => {
    for (const list of ['deliveries', 'journeys'] as const) {
      const { status, body } = await callApi(world, `GET /${list}?wait=1ms`);
      assert.deepEqual([status, body.code], [404, 'nothing_came']);
      assert.match(String(body.detail), /the newest there are: none at all/);
    }
    assert.equal((await callApi(world, 'GET /deliveries?wait=1d')).body.field, 'wait');
    assert.equal((await callApi(world, 'GET /deliveries?wait=soon')).body.field, 'wait');
  });

  it('forgets a user', async () => {
    await made('POST /sign-ups', { app: '1000001', account: 'han' });
    for (const forgotten of [true, false]) assert.deepEqual((await callApi(world, 'DELETE /apps/1000001/users/han')).body, { forgotten });
  });

  it('refuses with the field and the mend', async () => {
    const said = async (target: Parameters<typeof callApi>[1], sent: unknown) => {
      const { status, body } = await callApi(world, target, sent);
      return [status, body.code, body.field];
    };
    assert.deepEqual(await said('POST /apps', { id: '1000001' }), [409, 'id_taken', 'id']);
    assert.deepEqual(await said('POST /apps', { redirectUri: 'x' }), [400, 'input_refused', 'redirectUri']);
    assert.deepEqual(await said('POST /accounts', { email: 'han@example.com' }), [409, 'login_taken', undefined]);
    assert.deepEqual(await said('POST /sign-ups', { app: '1000001', account: 'under-14' }), [422, 'login_stopped', undefined]);
    assert.deepEqual(await said('POST /sign-ups', { app: '1000001', account: 'nobody' }), [400, 'input_refused', 'user']);
    assert.deepEqual(await said('POST /terms', { app: '1000001', tag: 'a b' }), [422, 'tag_refused', 'terms[0].tag']);
  });
});
