/** What else the token endpoint refuses in the words of a code, beside the one request of each code in test/contract/kauth-koe-token.test.ts. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { goThrough, redeem, signUp, token } from '../helpers/login.ts';

const DEMO = '5113e722fa0b88d1d050d47c3f5c3dbf';
const SECRET = 'cokmfdmzqKgaFFtS3kpPNTumOldS9ie7';
const OTHER = 'd94962206f0f19bb594f1aeb2de9ebeb';

const grant = { grant_type: 'authorization_code', client_id: DEMO, client_secret: SECRET, redirect_uri: CALLBACK, code: 'none-such' };
const refresh = { grant_type: 'refresh_token', client_id: DEMO, client_secret: SECRET, refresh_token: 'none-such' };

/** Like `401 invalid_client KOE101 Not exist client_id [x]`. */
const unknownKey = (key: string) => `401 invalid_client KOE101 Not exist client_id [${key}]`;
const BAD_SECRET = '401 invalid_client KOE010 Bad client credentials';
const NO_REFRESH = '400 invalid_grant KOE322 expired_or_invalid_refresh_token';
const noCode = (code: string) => `400 invalid_grant KOE320 authorization code not found for code=${code}`;
const grantType = (got: string) => `400 unsupported_grant_type KOE310 unsupported grant_type [${got}]`;

const rows: { what: string; fields: Record<string, string | undefined>; says: string }[] = [
  { what: 'no client_id', fields: { ...grant, client_id: undefined }, says: unknownKey('null') },
  { what: 'an empty client_id', fields: { ...grant, client_id: '' }, says: unknownKey('null') },
  { what: 'nothing at all', fields: {}, says: unknownKey('null') },
  { what: 'client_id __proto__', fields: { ...grant, client_id: '__proto__' }, says: unknownKey('__proto__') },
  { what: 'no secret', fields: { ...grant, client_secret: undefined }, says: BAD_SECRET },
  { what: 'an empty secret', fields: { ...grant, client_secret: '' }, says: BAD_SECRET },
  { what: 'the secret with a blank', fields: { ...grant, client_secret: `${SECRET} ` }, says: BAD_SECRET },
  { what: 'a wrong secret for a refresh', fields: { ...refresh, client_secret: 'x' }, says: BAD_SECRET },
  { what: 'a wrong secret and no grant type', fields: { client_id: DEMO, client_secret: 'x' }, says: BAD_SECRET },
  { what: 'no grant type', fields: { ...grant, grant_type: undefined }, says: grantType('null') },
  {
    what: 'O34 · grant type client_credentials',
    fields: { ...grant, grant_type: 'client_credentials' },
    says: grantType('client_credentials'),
  },
  { what: 'O34 · grant type implicit', fields: { ...grant, grant_type: 'implicit' }, says: grantType('implicit') },
  { what: 'an unknown code and no redirect_uri', fields: { ...grant, redirect_uri: undefined }, says: noCode('none-such') },
  { what: 'a code in markup', fields: { ...grant, code: '"><b>' }, says: noCode('"><b>') },
  { what: 'a code of 10,000 characters', fields: { ...grant, code: 'x'.repeat(10_000) }, says: noCode('x'.repeat(10_000)) },
  { what: 'an empty refresh token', fields: { ...refresh, refresh_token: '' }, says: '400 invalid_grant KOE319 refresh_token is missing' },
];

describeHouse('oauth · a token request that is wrong', (world) => {
  for (const { what, fields, says } of rows) {
    it(`${what}: ${says.slice(0, 80)}`, async () => {
      assertSays(await token(world, fields), says);
    });
  }

  it('the redirect_uri differs: KOE303, and the code is still good', async () => {
    const code = await codeOf(world);
    for (const uri of [`${CALLBACK}/`, 'http://localhost:5254/oauth/callback', 'https://evil.example']) {
      const answer = await token(world, { ...grant, code, redirect_uri: uri });
      assertSays(answer, '400 invalid_grant KOE303 Redirect URI mismatch.');
    }
    await redeem(world, APPS.demo, code);
  });

  it('O6 · the code of another app: KOE114, and it is still good for its own', async () => {
    const code = await codeOf(world);
    assertSays(await token(world, { ...grant, client_id: OTHER, code }), '400 invalid_grant KOE114 Application ID mismatch');
    await redeem(world, APPS.demo, code);
  });

  it('O18 · the refresh token of another app is refused, and still good for its own', async () => {
    const { refresh_token: mine } = await signUp(world, { app: APPS.demo, as: 'han' });
    const answer = await token(world, { ...refresh, client_id: OTHER, refresh_token: mine });
    assert.deepEqual([answer.status, answer.body.error], [400, 'invalid_grant']);
    assert.equal((await token(world, { ...refresh, refresh_token: mine })).status, 200);
  });

  it('an access token is no refresh token, and the other way round', async () => {
    const { access_token: access, refresh_token: mine } = await signUp(world, { app: APPS.demo, as: 'han' });
    assertSays(await token(world, { ...refresh, refresh_token: access }), NO_REFRESH);
    await supertest(world.url).get('/v2/user/me').set('Authorization', `Bearer ${mine}`).expect(401);
  });

  it('answers any refusal with three fields in their order, as JSON that no cache keeps (O15)', async () => {
    const answer = await token(world, grant);
    assert.deepEqual(Object.keys(answer.body), ['error', 'error_description', 'error_code']);
    assert.equal(answer.headers['content-type'], 'application/json;charset=UTF-8');
    assert.equal(answer.headers['cache-control'], 'no-store');
  });
});

async function codeOf(world: World): Promise<string> {
  return (await goThrough(world, { app: APPS.demo, as: 'returning' })).query.code!;
}

function assertSays({ status, body }: supertest.Response, says: string): void {
  assert.equal(`${status} ${body.error} ${body.error_code} ${body.error_description}`, says);
}
