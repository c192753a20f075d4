/** The ID token claim by claim, how it is made, and what tells about it. Reference 1.11, 1.12. */
import assert from 'node:assert/strict';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import supertest from 'supertest';
import { DAY, SECOND } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { goThrough, type Journey, redeem, signUp, type Tokens } from '../helpers/login.ts';
import { eachFact, eachRow, endpointOf, tableOf } from './helpers.ts';
import { clientOf, refresh } from './kauth-walk.ts';

const LATER = 300;
const { methods, takes, gives } = endpointOf('/oauth/tokeninfo');

describeHouse('contract · 1.11 · the ID token', (world) => {
  const tokens = (journey: Partial<Journey> = {}) =>
    signUp(world, { app: APPS.openidConnect, as: 'han', params: { nonce: 'n-1 한' }, ...journey });
  const claims = async (journey: Partial<Journey> = {}) => decodeJwt((await tokens(journey)).id_token!);
  /** The ID token of a login of some other year, redeemed some minutes after it. */
  const redeemedLater = async () => {
    world.clock.advance(1000 * DAY);
    const { query } = await goThrough(world, { app: APPS.openidConnect, as: 'han', params: { nonce: 'n-1 한' } });
    world.clock.advance(LATER * SECOND);
    return (await redeem(world, APPS.openidConnect, query['code']!)).id_token!;
  };
  const near = (seconds: unknown, at: number) => assert.ok(Math.abs(Number(seconds) - at) <= 5, `${seconds} is near ${at}`);

  const tests: Record<string, (told: JWTPayload, now: number) => Promise<void> | void> = {
    iss: ({ iss }) => assert.equal(iss, world.url),
    aud: async ({ aud }) => assert.equal(aud, (await clientOf(world, APPS.openidConnect))['client_id']),
    sub: async ({ sub }) => assert.equal(sub, (await world.house.consent.link(APPS.openidConnect, '01-han'))!.number),
    iat: ({ iat }, now) => near(iat, now),
    exp: ({ exp }, now) => near(exp, now + 21_599),
    auth_time: ({ auth_time }, now) => near(auth_time, now - LATER),
    nonce: ({ nonce }) => assert.equal(nonce, 'n-1 한'),
    nickname: ({ nickname }) => assert.equal(nickname, '한가람'),
    picture: ({ picture }) => assert.equal(picture, `${world.url}/assets/pictures/han-110.png`),
    email: ({ email }) => assert.equal(email, 'han@example.com'),
  };

  describe('says', () => {
    const { rows } = tableOf('id-token');
    eachRow(rows, tests, async (test) => {
      await test(decodeJwt(await redeemedLater()), world.clock.seconds());
    });

    it('these claims and no others', async () =>
      assert.deepEqual(Object.keys(await claims()).toSorted(), rows.map(({ name }) => name).toSorted()));
  });

  describe('is made by rules', () => {
    eachFact(tableOf('id-token-rules'), {
      'the header has alg RS256, typ JWT and a kid': async () => {
        const { id_token: idToken } = await tokens();
        const { kid, ...header } = decodeProtectedHeader(idToken!);
        assert.deepEqual([header, typeof kid], [{ alg: 'RS256', typ: 'JWT' }, 'string']);
        const keys = createRemoteJWKSet(new URL(`${world.url}/.well-known/jwks.json`));
        assert.equal((await jwtVerify(idToken!, keys, { issuer: world.url })).protectedHeader.kid, kid);
      },

      'aud is the key that was used, sub the user number as text': async () => {
        const { client_id: key } = await clientOf(world, APPS.openidConnect, 'javascript');
        const { aud, sub } = await claims({ as: 'big-number', params: { client_id: key! } });
        assert.deepEqual([aud, sub], [key, '4012345678901234567']);
      },

      'nickname and picture come with consent': async () => {
        const { nickname, picture } = await claims({ agree: 'required' });
        assert.deepEqual([nickname, picture], ['한가람', undefined]);
        const more = await claims({ params: { scope: 'openid,profile_image' } });
        assert.equal(more['picture'], `${world.url}/assets/pictures/han-110.png`);
      },

      'email comes with consent, and only when valid and verified': async () => {
        for (const as of ['unverified-email', 'invalid-email', 'no-email']) assert.equal((await claims({ as }))['email'], undefined, as);
        const { items } = await world.app(APPS.openidConnect);
        await world.change('apps', APPS.openidConnect, { items: items.filter(({ id }) => id !== 'account_email') });
        assert.equal((await claims())['email'], undefined);
      },

      'nonce comes back where it was sent': async () => {
        assert.equal((await claims({ params: {} }))['nonce'], undefined);
        const sent = await tokens();
        const again = (await refresh(world, sent, APPS.openidConnect)).body as Tokens;
        assert.deepEqual(
          [sent, again].map(({ id_token: idToken }) => decodeJwt(idToken!)['nonce']),
          ['n-1 한', 'n-1 한'],
        );
      },
    });
  });

  describe('/oauth/tokeninfo', () => {
    const ask = (fields: Record<string, string>) => supertest(world.url).post('/oauth/tokeninfo').type('form').send(fields);

    eachRow([...methods, ...takes], { POST: 200, id_token: 200 }, async (status) => {
      assert.equal((await ask({ id_token: (await tokens()).id_token! })).status, status);
      assert.equal((await ask({})).status, 400);
    });

    it('gives the claims of the table', () => assert.deepEqual(gives, tableOf('id-token').rows));

    eachRow(gives, tests, async (test) => {
      const { body } = await ask({ id_token: await redeemedLater() }).expect(200);
      await test(body as JWTPayload, world.clock.seconds());
    });
  });
});
