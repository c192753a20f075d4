/** The demo partner takes the unlink and account webhooks as Kakao asks: the key or the signature looked at, 200 and 202. */
import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import supertest from 'supertest';
import { ADMIN_KEY, loggedIn, openStreet, type Street, USER } from './street.ts';

const CLIENT = 'c1'.repeat(16);

describe('the demo partner · unlink and account webhooks', () => {
  let street: Street;
  let browser: ReturnType<Street['browser']>;
  beforeEach(async () => {
    street = await openStreet();
    browser = street.browser();
    await loggedIn(browser);
  });
  afterEach(() => street.close());

  const items = async () => (await browser.get('/welcome').expect(200)).text.split('data-testid="partner-callback"').slice(1);
  const post = (path: string, type: string, body: string, headers: Record<string, string> = {}) =>
    supertest(street.url)
      .post(path)
      .set({ 'content-type': type, 'x-kakao-resource-id': 'r1', ...headers })
      .send(body);

  it('takes an unlink with 200, and shows it to the user; another key is refused', async () => {
    const body = `app_id=1&user_id=${USER}&referrer_type=UNLINK_FROM_APPS`;
    const type = 'application/x-www-form-urlencoded';
    await post('/callbacks/unlink', type, body, { authorization: `KakaoAK ${ADMIN_KEY}` }).expect(200, '');
    await post('/callbacks/unlink', type, body, { authorization: 'KakaoAK another' }).expect(401);
    await post('/callbacks/unlink', type, 'nothing=1', { authorization: `KakaoAK ${ADMIN_KEY}`, 'x-kakao-resource-id': 'r2' }).expect(400);
    const shown = await items();
    assert.match(shown.join(''), /연결 해제 웹훅[\s\S]*검증됨[\s\S]*referrer_type=UNLINK_FROM_APPS/);
  });

  it('takes an event that is signed with a published key and made out to it, with 202; refuses all others with 400', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const { privateKey: another } = await generateKeyPair('RS256');
    const published = { ...(await exportJWK(publicKey)), kid: 'a', alg: 'RS256', use: 'sig' };
    street.kakao.answers['/.well-known/jwks.json'] = { status: 200, text: JSON.stringify({ keys: [published] }) };
    const token = (key: CryptoKey, typ: string, claims: object = {}) =>
      new SignJWT({ iss: street.kakao.url, aud: CLIENT, sub: USER, events: { 'https://x/user-linked': {} }, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'a', typ })
        .sign(key);
    const send = async (body: Promise<string>) => (await post('/callbacks/account', 'application/secevent+jwt', await body)).status;
    assert.equal(await send(token(privateKey, 'secevent+jwt')), 202);
    assert.equal(await send(token(another, 'secevent+jwt')), 400);
    assert.equal(await send(token(privateKey, 'JWT')), 400);
    assert.equal(await send(token(privateKey, 'secevent+jwt', { aud: 'another' })), 400);
    assert.equal(await send(Promise.resolve('no token')), 400);
    assert.match((await items()).join(''), /계정 상태 변경 웹훅[\s\S]*검증됨[\s\S]*user-linked/);
  });
});
