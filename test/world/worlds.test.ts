/** Worlds beside one another in one process: nothing that happens in one is seen in another. */
import assert from 'node:assert/strict';
import { createSimulator, type Simulator } from '../../src/index.ts';
import { callApi } from '../control/api.ts';
import { askAs } from '../takeover/asking.ts';

interface World {
  id: string;
  url: string;
  from: string | null;
}

describe('worlds beside one another', () => {
  let kakao: Simulator;
  before(async () => void (kakao = await createSimulator()));
  after(() => kakao.close());

  const open = async (from?: string): Promise<World> => {
    const { status, body } = await callApi<World>(kakao, 'POST /worlds', { from });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const nowIn = async (world: World) => (await callApi<{ now: string }>(world, 'GET /clock')).body.now;
  const faultsIn = async (world: { url: string }) => (await callApi<{ faults: unknown[] }>(world, 'GET /faults')).body.faults.length;

  it('are forked twenty at once, each with its own address, clock, state, log and sign-ups, and dropped', async () => {
    const worlds = await Promise.all(Array.from({ length: 20 }, () => open()));
    assert.equal(new Set(worlds.map(({ url }) => url)).size, 20);
    await Promise.all(
      worlds.map(async (world, at) => {
        await callApi(world, 'PATCH /clock', { now: `${2030 + at}-01-01`, frozen: true });
        for (let i = 0; i < at % 3; i += 1) await callApi(world, 'POST /faults', { on: 'user/me', with: '503' });
        const { body } = await callApi<{ tokens: { access_token: string } }>(world, 'POST /sign-ups', { app: '데모상점', account: 'new' });
        const me = () => fetch(`${world.url}/v2/user/me`, { headers: { authorization: `Bearer ${body.tokens.access_token}` } });
        for (let i = 0; i < at % 3; i += 1) assert.equal((await me()).status, 503);
        assert.equal((await me()).status, 200);
        const elsewhere = worlds[(at + 1) % 20]!;
        const answer = await fetch(`${elsewhere.url}/v2/user/me`, { headers: { authorization: `Bearer ${body.tokens.access_token}` } });
        assert.equal(answer.status, 401, 'the token of one opens nothing in another');
        const { issuer } = (await (await fetch(`${world.url}/.well-known/openid-configuration`)).json()) as { issuer: string };
        assert.equal(issuer, world.url);
      }),
    );
    for (const [at, world] of worlds.entries()) {
      assert.equal(await nowIn(world), `${2029 + at}-12-31T15:00:00.000Z`);
      const { journeys } = (await callApi<{ journeys: unknown[] }>(world, 'GET /journeys')).body;
      assert.equal(journeys.length, 1);
    }
    assert.equal(kakao.clock.isFrozen, false);
    await Promise.all(worlds.map(({ id }) => callApi(kakao, `DELETE /worlds/${id}`)));
    assert.deepEqual((await callApi(kakao, 'GET /worlds')).body, { worlds: [] });
    await assert.rejects(fetch(worlds[0]!.url));
  }).timeout(60_000);

  it('begin with a snapshot by its name, or with the state as it is, and leave it alone', async () => {
    await kakao.fail({ on: 'token', with: 'reset' });
    await kakao.snapshot('one');
    await kakao.reset();
    const [old, present] = [await open('one'), await open()];
    assert.deepEqual([old.from, await faultsIn(old), await faultsIn(present), await faultsIn(kakao)], ['one', 1, 0, 0]);
    await callApi(present, 'POST /faults', { on: 'token', with: 'reset' });
    assert.equal(await faultsIn(kakao), 0);
    await callApi(old, 'POST /resets');
    assert.equal(await faultsIn(old), 0);
    for (const { id } of [old, present]) await kakao.worlds.drop(id);
  });

  it('have names of their own beside a simulator that has Kakao’s, and its snapshots keep them', async () => {
    await using host = await createSimulator({ kakaoHosts: true });
    const issuerAt = async (name: string, url: string) =>
      (JSON.parse((await askAs(name, url, '/.well-known/openid-configuration')).body) as { issuer: string }).issuer;
    await host.snapshot('before');
    const world = await host.worlds.create('before');
    assert.equal(await issuerAt(new URL(world.url).host, world.url), world.url);
    assert.equal(await issuerAt('kauth.kakao.com', world.url), world.url, 'Kakao’s names lead to one of them only');
    await host.restore('before');
    await host.reset();
    assert.equal(await issuerAt('kauth.kakao.com', host.url), 'https://kauth.kakao.com');
  });

  it('say what there is not', async () => {
    assert.equal((await callApi(kakao, 'POST /worlds', { from: 'none' })).body.code, 'snapshot_unknown');
    const gone = await callApi(kakao, 'DELETE /worlds/none');
    assert.deepEqual([gone.status, gone.body.code], [404, 'world_unknown']);
    const world = await open();
    assert.equal((await callApi(world, 'POST /worlds')).body.code, 'world_refused');
    await kakao.worlds.drop(world.id);
  });
});
