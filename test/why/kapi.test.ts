/** Why kapi refused, behind the header of its answers: by what was sent, not by what should have been. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';
import { whyOf } from './asking.ts';

describeHouse('why · a refused call of kapi', (world) => {
  const me = (authorization?: string) => {
    const request = supertest(world.url).get('/v2/user/me?target_id_type=user_id&target_id=1');
    return authorization === undefined ? request : request.set('Authorization', authorization);
  };

  it('keeps Kakao’s body as it is: the way to the page is a header', async () => {
    const answer = await me();
    assert.deepEqual(answer.body, { msg: 'no authentication key!', code: -401 });
    const why = await whyOf(world, answer);
    assert.equal(why.code, '-401');
    assert.match(why.sentence!, /Authorization 헤더가 없거나/);
  });

  it('knows a REST API key in the place of the admin key', async () => {
    const why = await whyOf(world, await me(`KakaoAK ${(await world.key(APPS.demo)).key}`));
    assert.match(why.hints!, /어드민 키를 넣어야 합니다/);
    assert.match(why.about!, /REST API 키/);
    assert.equal(why.mend, `/developers/apps/${APPS.demo}#keys`);
  });

  it('knows an app key in the place of an access token', async () => {
    assert.match((await whyOf(world, await me(`Bearer ${(await world.key(APPS.demo)).key}`))).hints!, /액세스 토큰을 넣어야/);
  });

  it('knows an admin key where only the user may ask', async () => {
    const [adminKey] = (await world.app(APPS.demo)).adminKeys;
    const answer = await supertest(world.url).get('/v1/user/access_token_info').set('Authorization', `KakaoAK ${adminKey}`);
    assert.match((await whyOf(world, answer)).hints!, /어드민 키로 호출할 수 없습니다/);
  });

  it('names the consent item that is missing, and links to the items of the app', async () => {
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'new', agree: 'required' });
    const answer = await api(world, '/v2/api/talk/channels', access_token);
    assert.equal((answer.body as { code: number }).code, -402);
    const why = await whyOf(world, answer, 'en');
    assert.match(why.html, /plusfriends/);
    assert.match(why.sentence!, /additional consent/);
    assert.match(why.about!, /Access token/);
  });

  it('links to the setting of the app whose feature is off', async () => {
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'new' });
    const why = await whyOf(world, await api(world, '/v1/oidc/userinfo', access_token));
    assert.equal(why.mend, `/developers/apps/${APPS.demo}#openid-connect`);
  });

  it('says nothing of a call that worked', async () => {
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'new' });
    const answer = await api(world, '/v2/user/me', access_token);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['x-kakao-sync-why'], undefined);
  });

  it('does not keep the token that was sent', async () => {
    const { html } = await whyOf(world, await me('Bearer a-token-that-somebody-sent'));
    assert.ok(!html.includes('a-token-that-somebody-sent'));
  });

  it('keeps a part of what was sent at length', async () => {
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'new' });
    const keys = JSON.stringify([`properties.${'x'.repeat(5000)}`]);
    const answer = await api(world, `/v2/user/me?property_keys=${encodeURIComponent(keys)}`, access_token);
    const why = await whyOf(world, answer);
    assert.equal(why.code, '-201');
    assert.ok(why.html.includes('x'.repeat(1000)) && !why.html.includes('x'.repeat(1001)));
  });
});
