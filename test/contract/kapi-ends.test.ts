/** What logout and unlink end, and what they leave. Reference 2.7, 2.8. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, signUp, token, type Tokens } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { written } from '../helpers/written.ts';
import { begin, loggedIn, placeOf } from '../oauth/helpers.ts';
import { eventsTold, unlinksTold } from '../helpers/told.ts';
import { eachFact, tableOf } from './helpers.ts';

const ME = '/v2/user/me';
const [LOGOUT, UNLINK] = ['/v1/user/logout', '/v1/user/unlink'];
const han = { app: APPS.demo, as: 'han' };
const NOBODY = { msg: 'this access token does not exist', code: -401 };

describeHouse('contract · 2.8 · logout and unlink', (world) => {
  eachFact(tableOf('logout-and-unlink'), {
    'a logout by token ends that token with its refresh token': async () => {
      const [first, second] = [await signUp(world, han), await signUp(world, han)];
      assert.equal(await byToken(world, LOGOUT, first), await numberOf(world));
      await api(world, ME, first.access_token).expect(401, NOBODY);
      assert.equal(await refreshed(world, first), 'KOE322');
      await api(world, ME, second.access_token).expect(200);
      assert.equal(await refreshed(world, second), undefined);
    },
    'a logout by admin key ends every token of the user in the app': async () => {
      const both = [await signUp(world, han), await signUp(world, han)];
      const elsewhere = await signUp(world, { ...han, app: APPS.secretOff });
      assert.equal(await byAdminKey(world, LOGOUT), await numberOf(world));
      for (const tokens of both) {
        await api(world, ME, tokens.access_token).expect(401, NOBODY);
        assert.equal(await refreshed(world, tokens), 'KOE322');
      }
      await api(world, ME, elsewhere.access_token).expect(200);
    },
    'a logout leaves the Kakao account session alone': async () => {
      const visitor = world.visitor();
      await byToken(world, LOGOUT, await signUp(world, { ...han, visitor }));
      const page = await begin(world, APPS.demo, {}, visitor);
      assert.equal(placeOf(page), 'partner');
      assert.ok(page.query.code);
    },
    'an unlink ends consents, term agreements, user properties and all tokens': async () => {
      for (const unlink of [byToken, byAdminKey]) {
        const both = [await signUp(world, han), await signUp(world, han)];
        await world.change('links', `${APPS.demo}:01-han`, { properties: { tier: 'gold' } });
        assert.equal(await unlink(world, UNLINK, both[0]!), await numberOf(world));
        const { state, items, terms } = await written(world, APPS.demo, '01-han');
        const { properties } = (await world.house.consent.link(APPS.demo, '01-han'))!;
        assert.deepEqual({ state, items, terms, properties }, { state: 'unlinked', items: [], terms: [], properties: {} });
        for (const tokens of both) {
          await api(world, ME, tokens.access_token).expect(401, NOBODY);
          assert.equal(await refreshed(world, tokens), 'KOE322');
        }
      }
    },
    'after an unlink the next login shows the full consent screen': async () => {
      const first = rowsOf(await loggedIn(world, APPS.demo, 'han'));
      await byToken(world, UNLINK, await signUp(world, han));
      assert.ok(first.length > 1);
      assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'han')), first);
    },
    'an unlink by the service sends no unlink webhook': async () => {
      for (const unlink of [byToken, byAdminKey]) await unlink(world, UNLINK, await signUp(world, han));
      assert.deepEqual(await unlinksTold(world, APPS.demo), []);
      // The account webhook tells of it all the same. Reference 3.5.
      assert.equal((await eventsTold(world, APPS.demo)).filter((event) => event === 'user-unlinked').length, 2);
    },
    'an unlink leaves the channel friendship alone': async () => {
      await byToken(world, UNLINK, await signUp(world, han));
      assert.deepEqual((await written(world, APPS.demo, '01-han')).friends, ['_xqDemo ADDED']);
    },
  });
});

/** Calls it by the token. Resolves with the user number that is answered. */
async function byToken({ url }: World, path: string, { access_token: sent }: Tokens): Promise<number> {
  const { body } = await supertest(url).post(path).set('Authorization', `Bearer ${sent}`).expect(200);
  return idAlone(body);
}

async function byAdminKey(world: World, path: string): Promise<number> {
  const { adminKeys } = await world.app(APPS.demo);
  const target = { target_id_type: 'user_id', target_id: await numberOf(world) };
  const request = supertest(world.url).post(path).type('form').send(target);
  const { body } = await request.set('Authorization', `KakaoAK ${adminKeys[0]}`).expect(200);
  return idAlone(body);
}

function idAlone(body: Record<string, number>): number {
  assert.deepEqual(Object.keys(body), ['id']);
  return body['id']!;
}

async function numberOf({ house }: World): Promise<number> {
  return Number((await house.consent.link(APPS.demo, '01-han'))!.number);
}

/** The code of the refusal when these tokens are refreshed, or undefined for new ones. */
async function refreshed(world: World, { refresh_token: sent }: Tokens): Promise<string | undefined> {
  const { key, secret } = await world.key(APPS.demo);
  const client = { client_id: key, client_secret: secret.value };
  const { body } = await token(world, { ...client, grant_type: 'refresh_token', refresh_token: sent });
  return (body as { error_code?: string }).error_code;
}
