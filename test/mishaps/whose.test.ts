/** Whose requests meet a fault: of an app, of a person, of a flow, so many times; and what is told of it. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { agreement, api, redeem, signUp, token } from '../helpers/login.ts';
import { clientOf, grantOf, refresh } from '../contract/kauth-walk.ts';
import { begin } from '../oauth/helpers.ts';
import { textOf } from '../helpers/forms.ts';
import { callApi } from '../control/api.ts';
import { whyOf } from '../why/asking.ts';

const HEADER = 'X-Kakao-Sync-Fault';

describeHouse('whose requests meet a fault', (world) => {
  const ask = (fault: Record<string, unknown>) => callApi<{ id: string }>(world, 'POST /faults', fault);
  const me = async (access: string) => (await api(world, '/v2/user/me', access)).status;

  it('so many of them, and of twenty at once no more', async () => {
    const { access_token: access } = await signUp(world, { app: APPS.demo, as: 'new' });
    await ask({ on: 'user/me', with: -401, times: 3 });
    const all = await Promise.all(Array.from({ length: 20 }, () => me(access)));
    assert.equal(all.filter((status) => status === 401).length, 3);
    const { body } = await ask({ on: 'user/me', with: -401, times: null });
    assert.deepEqual([await me(access), await me(access)], [401, 401]);
    await callApi(world, `DELETE /faults/${body.id}`);
    assert.equal(await me(access), 200);
  });

  it('of one app, or about one person', async () => {
    const han = await signUp(world, { app: APPS.demo, as: 'han' });
    const other = await signUp(world, { app: APPS.demo, as: 'new' });
    const elsewhere = await signUp(world, { app: APPS.openidConnect, as: 'han' });
    await ask({ on: 'user/me', with: '-401', app: '데모상점', user: 'han' });
    assert.deepEqual([await me(other.access_token), await me(elsewhere.access_token), await me(han.access_token)], [200, 200, 401]);
    await ask({ on: 'token', with: 'KOE010', app: APPS.openidConnect });
    const grant = await grantOf(world, { as: 'returning' });
    assert.equal((await token(world, grant)).status, 200);
    await ask({ on: 'token', with: 'KOE322', user: 'han' });
    assert.equal((await refresh(world, other)).status, 200);
    assert.equal((await refresh(world, han)).body.error_code, 'KOE322');
  });

  it('leaves what Kakao refuses anyway as it is', async () => {
    await ask({ on: 'token', with: 'KOE320' });
    const grant = await grantOf(world);
    assert.equal((await token(world, { ...grant, client_secret: 'wrong' })).body.error_code, 'KOE010');
    assert.equal((await token(world, grant)).body.error_code, 'KOE320');
  });

  /** A login whose authorize request has the header; resolves with the code. */
  async function login(as: string, header: string): Promise<string> {
    const { key } = await world.key(APPS.demo);
    const agent = supertest.agent(world.url);
    const follow = async (answer: supertest.Response): Promise<supertest.Response> => {
      const next = answer.headers.location;
      if (!next || next.startsWith(CALLBACK)) return answer;
      const { pathname, search } = new URL(next, world.url);
      return follow(await agent.get(pathname + search));
    };
    const send = async (page: supertest.Response, fields: string) => {
      const action = /<form[^>]*\baction="([^"]*)"/.exec(page.text)![1]!;
      return follow(await agent.post(action).set('Origin', world.url).type('form').send(fields));
    };
    const begun = await agent
      .get('/oauth/authorize')
      .query({ client_id: key, redirect_uri: CALLBACK, response_type: 'code' })
      .set(HEADER, header);
    let page = await send(await follow(begun), `persona=${as}`);
    if (page.text.includes('name="decision"')) {
      const fields = agreement({ html: page.text } as Parameters<typeof agreement>[0], 'all');
      page = await send(page, new URLSearchParams(fields).toString());
    }
    return new URL(page.headers.location as string).searchParams.get('code')!;
  }
  const grantWith = async (code: string) => ({
    grant_type: 'authorization_code',
    ...(await clientOf(world)),
    redirect_uri: CALLBACK,
    code,
  });

  it('of the login that began with the header, and of no other beside it', async () => {
    const mine = await login('new', 'on=token; with=KOE320');
    const other = await grantOf(world, { as: 'han' });
    assert.equal((await token(world, other)).status, 200);
    assert.equal((await token(world, await grantWith(mine))).body.error_code, 'KOE320');
    assert.equal((await token(world, await grantWith(mine))).status, 200, 'once');
  });

  it('of a flow by its name, from the login to what its tokens do', async () => {
    await ask({ on: 'token', with: 'KOE303', flow: 'checkout-17' });
    await ask({ on: 'user/me', with: '-401', flow: 'checkout-17' });
    const other = await signUp(world, { app: APPS.demo, as: 'han' });
    const code = await login('new', 'flow=checkout-17');
    assert.equal(await me(other.access_token), 200);
    assert.equal((await token(world, await grantWith(code))).body.error_code, 'KOE303');
    const { access_token: access } = await redeem(world, APPS.demo, code);
    assert.deepEqual([await me(access), await me(access)], [401, 200]);
  });

  it('of the one request that has the header', async () => {
    const { access_token: access } = await signUp(world, { app: APPS.demo, as: 'new' });
    const asked = await api(world, '/v2/user/me', access).set(HEADER, 'with=-103');
    assert.equal(asked.body.code, -103);
    assert.equal(await me(access), 200);
    assert.deepEqual((await callApi(world, 'GET /faults')).body, { faults: [] });
  });

  it('says loudly what it does not understand in the header', async () => {
    for (const [header, says] of [
      ['with=KOE320', /KOE320 does not belong to \/v2\/user\/me; \/v2\/user\/me has -1, -2, /],
      ['what=ever', /there is no "what"; there are on, with, after, ms, times, flow/],
      ['on=nowhere; with=-1', /there is no endpoint "nowhere"; there are: \/oauth\/authorize, /],
      ['on=tokn', /there is no endpoint "tokn"/],
      ['on=token', /with: say what goes wrong/],
      ['on=token; ms=soon', /ms: expected 0 to 600000 milliseconds/],
    ] as const) {
      const { status, body, type } = await api(world, '/v2/user/me', 'x').set(HEADER, header);
      assert.deepEqual([status, type, body.code], [400, 'application/problem+json', 'fault_refused']);
      assert.match(body.detail, says);
    }
  });

  it('is told behind X-Kakao-Sync-Why and in the journey', async () => {
    const grant = await grantOf(world);
    await ask({ on: 'token', with: 'KOE320' });
    const why = await whyOf(world, await token(world, grant));
    assert.match(why.sentence!, /일부러 낸 오류입니다\(KOE320 on \/oauth\/token\)/);
    assert.equal(why.hints, undefined);
    assert.equal(why.mend, undefined);
    await ask({ on: 'token', with: 'reset' });
    await assert.rejects(token(world, grant));
    const [journey] = await world.house.journeys.recent({ limit: 1 });
    const steps = await world.house.journeys.steps(journey!.id);
    assert.deepEqual(
      steps.slice(-2).map(({ status, fault }) => [status, fault]),
      [
        [400, 'KOE320 on /oauth/token'],
        [0, 'reset on /oauth/token'],
      ],
    );
    const page = textOf((await world.visitor().open(`/_sim/journeys/${journey!.id}`)).html);
    assert.match(page, /응답 없음.*일부러 낸 오류: reset on \/oauth\/token/);
    await ask({ on: 'authorize', with: 'KOE003' });
    assert.match((await begin(world, APPS.demo)).html, /일부러 낸 오류입니다/);
  });
});
