import assert from 'node:assert/strict';
import { createSimulator, type Simulator } from '../../../src/index.ts';
import { useDatabase } from '../../helpers/postgres.ts';
import { openReceiver, type Receiver } from '../../helpers/receiver.ts';
import { openRoundRobin, type RoundRobin } from '../../helpers/round-robin.ts';

describe('three instances on one database, without sticky sessions', () => {
  const url = useDatabase();
  let proxy: RoundRobin;
  let receiver: Receiver;
  let instances: Simulator[];
  const reported: unknown[] = [];

  beforeEach(async () => {
    [proxy, receiver] = await Promise.all([openRoundRobin(), openReceiver()]);
    const open = () => createSimulator({ store: url(), publicUrl: proxy.url, report: (error) => reported.push(error) });
    instances = await Promise.all([open(), open(), open()]);
    proxy.to(instances.map((each) => each.url));
  });
  afterEach(async () => {
    await Promise.all(instances.map((each) => each.close()));
    await Promise.all([proxy.close(), receiver.close()]);
    assert.deepEqual(reported.splice(0), []);
  });

  it('begin with one world and one set of keys', async () => {
    const keys = await Promise.all(instances.map(async (each) => (await fetch(`${each.url}/.well-known/jwks.json`)).text()));
    assert.equal(new Set(keys).size, 1);
    const apps = await Promise.all(instances.map(async (each) => JSON.stringify(await each.apps.list())));
    assert.equal(new Set(apps).size, 1);
  });

  it('serve each step of a login, whichever is asked', async () => {
    const [a, b] = instances as [Simulator, Simulator, Simulator];
    const app = await a.apps.create();
    for (let at = 0; at < 4; at += 1) {
      const account = await b.accounts.create();
      const { tokens, user } = await a.signUp({ app, account });
      const answer = await fetch(`${proxy.url}/v2/user/me`, { headers: { authorization: `Bearer ${tokens!.access_token}` } });
      assert.equal(String(((await answer.json()) as { id: unknown }).id), user);
    }
  });

  it('answer a form that is pressed three times at once, at each of them once, with the one code that there is', async () => {
    const [a] = instances as [Simulator, Simulator, Simulator];
    const app = await a.apps.create();
    const query = { client_id: app.clientId, redirect_uri: app.redirectUris[0]!, response_type: 'code' };
    const locations: (string | null)[] = [];
    const code = await a.login(`${proxy.url}/oauth/authorize?${new URLSearchParams(query)}`, {
      as: await a.accounts.create(),
      fetch: async (url, init) => {
        if (init?.method !== 'POST' || !url.includes('/oauth/consent/')) return fetch(url, init);
        const answers = await Promise.all([1, 2, 3].map(() => fetch(url, init)));
        locations.push(...answers.map(({ headers }) => headers.get('location')));
        return answers[0]!;
      },
    });
    assert.match(code, /code=/);
    assert.deepEqual(locations, [code, code, code]);
  });

  it('deliver what happens in a lane once, and in its order', async () => {
    const [a, b, c] = instances as [Simulator, Simulator, Simulator];
    const channel = await a.channels.create();
    const app = await a.apps.create({ channels: [channel.id], callbacks: { channel: receiver.url } });
    const people = await Promise.all([1, 2, 3].map(() => a.accounts.create()));
    for (const account of people) await a.signUp({ app, account });
    await receiver.arrived(people.length);
    const before = receiver.received.length;
    const turns = 6;
    for (let turn = 0; turn < turns; turn += 1) {
      const at = [a, b, c][turn % 3]!;
      await Promise.all(
        people.map((account) => (turn % 2 === 0 ? at.channels.block({ channel, account }) : at.channels.add({ channel, account }))),
      );
    }
    await receiver.arrived(before + turns * people.length);
    const lanes = Map.groupBy(
      receiver.received.slice(before).map(({ body }) => JSON.parse(body) as { id: string; event: string }),
      ({ id }) => id,
    );
    assert.deepEqual(
      [...lanes.values()].map((events) => events.map(({ event }) => event).join(' ')),
      people.map(() => 'blocked added blocked added blocked added'),
    );
  });

  it('have one clock, and tell pages of what happens at another', async () => {
    const [a, b, c] = instances as [Simulator, Simulator, Simulator];
    const stream = await fetch(`${b.url}/_sim/journeys/stream`);
    const told = (async () => {
      for await (const chunk of stream.body!) if (Buffer.from(chunk).includes('event: changed')) return;
    })();
    const app = await a.apps.create();
    proxy.to([a.url, c.url]);
    await a.signUp({ app, account: await a.accounts.create() });
    await told;

    await a.clock.freeze('2031-05-01T00:00:00Z');
    for (const each of [b, c]) {
      const { now } = (await (await fetch(`${each.url}/_sim/api/clock`)).json()) as { now: string };
      assert.equal(now, '2031-05-01T00:00:00.000Z');
    }
  });

  it('sign by another key as soon as one of them has changed it', async () => {
    const [a, b, c] = instances as [Simulator, Simulator, Simulator];
    const kids = await a.rotateKeys();
    for (const each of [b, c]) {
      const { keys } = (await (await fetch(`${each.url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] };
      assert.deepEqual(
        keys.map(({ kid }) => kid),
        kids,
      );
    }
  });

  it('keep no named snapshot and no world of one of them alone: whoever asks is told what there is in its place', async () => {
    const ask = async (method: string, path: string) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${proxy.url}/_sim/api${path}`, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      return [answer.status, code, detail];
    };
    for (const [method, path] of [
      ['PUT', '/snapshots/one'],
      ['GET', '/snapshots'],
      ['POST', '/snapshots/one/restorations'],
    ] as const) {
      const [status, code, detail] = await ask(method, path);
      assert.deepEqual([status, code], [422, 'snapshots_nowhere']);
      assert.match(String(detail), /backup FILE/);
    }
    assert.deepEqual((await ask('POST', '/worlds')).slice(0, 2), [422, 'world_refused']);
  });
});
