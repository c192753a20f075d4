/** The wire of Kakao's own SDKs, and of partners who stayed with the API of 2019. Source: clients.md 1 and 2, kakao-api 0.2, 1.8. */
import assert from 'node:assert/strict';
import { HOUR } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { signUp, type Tokens } from '../helpers/login.ts';
import { flutter, grant, ios, javascript, KA } from './sdk.ts';
import { bearer, encoded, type Habit, logInBy, ME, posted, send } from './wire.ts';

describeHouse("clients · Kakao's SDKs on the wire", (world) => {
  const get = (path: string, token: string) => send(world, { to: path, headers: { ...bearer(token), KA } });

  it('Flutter: logs in by native key without a secret; tags come repeated, scopes as the literal null', async () => {
    const { known, tokens } = await logInBy(world, flutter);
    assert.equal(tokens.expires_in, 12 * 3600 - 1);
    const terms = (await get('/v2/user/service_terms?tags=service_20260105&tags=privacy_20260105', known.token)).body;
    assert.deepEqual(
      terms.service_terms.map(({ tag, agreed }: { tag: string; agreed: boolean }) => [tag, agreed]),
      [
        ['service_20260105', true],
        ['privacy_20260105', true],
      ],
    );
    const scopes = (await get('/v2/user/scopes?scopes=null', known.token)).body.scopes as Record<string, unknown>[];
    assert.equal(scopes.length, 8);
    for (const scope of scopes) assert.ok(['PRIVACY', 'SERVICE'].includes(String(scope.type)), JSON.stringify(scope));
    const { status, body } = await send(world, { method: 'post', to: '/v1/user/logout', headers: { ...bearer(known.token), KA } });
    assert.deepEqual([status, Object.keys(body)], [200, ['id']]);
    assert.equal((await get(ME, known.token)).body.code, -401);
  });

  it('Flutter: refreshes with redirect_uri and without a secret once the API says -401', async () => {
    const { known, tokens } = await logInBy(world, flutter);
    world.clock.advance(13 * HOUR);
    assert.equal((await get(ME, known.token)).body.code, -401);
    const sent = {
      grant_type: 'refresh_token',
      client_id: known.clientId,
      redirect_uri: known.redirectUri,
      refresh_token: tokens.refresh_token,
    };
    const { body } = await send(world, posted({ ...sent, android_key_hash: 'hash=' }, { KA }));
    assert.deepEqual(Object.keys(body).sort(), ['access_token', 'expires_in', 'token_type']);
    assert.equal((await get(ME, body.access_token)).status, 200);
  });

  it('iOS: prompts by comma, tags by comma, scopes as JSON, and no time with a fraction', async () => {
    const { known } = await logInBy(world, ios);
    const paths = [
      ME,
      '/v2/user/service_terms?tags=service_20260105,privacy_20260105',
      `/v2/user/scopes?scopes=${encodeURIComponent('["account_email"]')}`,
      '/v2/api/talk/channels',
    ];
    const texts = await Promise.all(paths.map(async (path) => (await get(path, known.token)).text));
    const times = texts.flatMap((text) => [...text.matchAll(/"\w+_at":"([^"]+)"/g)]).map(([, time]) => time!);
    assert.equal(times.length, 2 + 2 + 1);
    for (const time of times) assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.deepEqual(
      (JSON.parse(texts[2]!) as { scopes: { id: string }[] }).scopes.map(({ id }) => id),
      ['account_email'],
    );
    for (const value of Object.values((JSON.parse(texts[0]!) as { properties: object }).properties)) assert.equal(typeof value, 'string');
  });

  it('iOS: is told which scopes are missing where consent is (-402)', async () => {
    const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    const { status, body } = await get('/v2/api/talk/channels', token);
    assert.equal(status, 403);
    assert.deepEqual([body.code, body.required_scopes], [-402, ['plusfriends']]);
  });

  it('JavaScript: extra.service_terms choose the terms, and the server redeems and refreshes with the REST API key', async () => {
    const { known, tokens } = await logInBy(world, javascript);
    assert.equal(tokens.expires_in, 6 * 3600 - 1);
    const again = {
      grant_type: 'refresh_token',
      client_id: known.restKey,
      client_secret: known.secret,
      refresh_token: tokens.refresh_token,
    };
    assert.equal((await send(world, posted(again))).status, 200);
    const { service_terms: terms } = (await get('/v2/user/service_terms', known.token)).body;
    assert.deepEqual(
      terms.map(({ tag }: { tag: string }) => tag),
      ['service_20260105', 'privacy_20260105', 'user_age_check'],
    );
  });

  it('JavaScript: the ID token names the key of the page, and ends with the access token', async () => {
    const { known, tokens } = await logInBy(world, { ...javascript, app: APPS.openidConnect, authorize: 'state=s&nonce=n', reads: [] });
    const { aud, nonce, exp, iat } = JSON.parse(Buffer.from(tokens.id_token!.split('.')[1]!, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    assert.deepEqual([aud, nonce, Number(exp) - Number(iat)], [known.clientId, 'n', tokens.expires_in]);
  });

  it("JavaScript: another app's REST API key gets KOE114, and a page's key does not open what a server asked for", async () => {
    const other = await world.key(APPS.secretOff);
    const foreign: Habit = { ...javascript, token: (known) => posted({ ...grant(known), client_id: other.key }) };
    await assert.rejects(logInBy(world, foreign), /Application ID mismatch.*KOE114/);
    const page = (await world.app(APPS.demo)).keys.find(({ type }) => type === 'javascript')!;
    const stolen: Habit = { ...javascript, key: 'rest', token: (known) => posted({ ...grant(known), client_id: page.key }) };
    await assert.rejects(logInBy(world, stolen), /KOE114/);
  });

  it('2019: auto_login, the terms and Plus Friend APIs of the era, by token and by admin key', async () => {
    const app = await world.app(APPS.ellaBongBong);
    const tokens: Tokens = await signUp(world, { app: app.id, as: 'han', params: { auto_login: 'true' } });
    const { number } = (await world.house.consent.link(app.id, '01-han'))!;
    const admin = { Authorization: `KakaoAK ${app.adminKeys[0]}` };
    const target = encoded({ target_id_type: 'user_id', target_id: number });
    for (const headers of [bearer(tokens.access_token), admin]) {
      const query = headers === admin ? `?${target}` : '';
      const terms = (await send(world, { to: `/v1/user/service/terms${query}`, headers })).body;
      assert.deepEqual(
        [terms.user_id, terms.allowed_service_terms.map(({ tag }: { tag: string }) => tag)],
        [Number(number), ['service_20190311', 'privacy_20190311', 'marketing_20190311']],
      );
      const friends = (await send(world, { to: `/v1/api/talk/plusfriends${query}`, headers })).body;
      assert.deepEqual(
        [friends.user_id, friends.plus_friends[0].plus_friend_public_id, friends.plus_friends[0].relation],
        [Number(number), '_xoEtb', 'ADDED'],
      );
    }
  });
});
