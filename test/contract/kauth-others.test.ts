/** Logout with the Kakao account, agt, and the script that waits for a login: parameters, fields and the way of a logout. Reference 1.16 to 1.18. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, goThrough, redeem, signUp } from '../helpers/login.ts';
import { begin, ko, loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { BACK, open } from '../oauth/logging-out.ts';
import { eachFact, eachRow, endpointOf, tableOf } from './helpers.ts';
import { clientOf, type Fields, signedIn } from './kauth-walk.ts';

const logout = endpointOf('/oauth/logout');
const agt = endpointOf('/api/agt');
const codeJson = endpointOf('/apiweb/code.json');

describeHouse('contract · 1.16 · /oauth/logout', (world) => {
  const location = async (params: Fields) => (await open(world, world.visitor(), params)).headers['location'];

  const tests: Record<string, () => Promise<void>> = {
    GET: async () => assert.equal((await open(world, world.visitor())).status, 302),
    client_id: async () => {
      const { client_id: key } = await clientOf(world, APPS.openidConnect);
      const page = await open(world, await signedIn(world), { client_id: key! });
      assert.equal(shown(page, 'app-name'), 'OpenID Connect 테스트앱');
    },
    logout_redirect_uri: async () =>
      assert.equal(await location({ logout_redirect_uri: 'http://localhost:8080/' }), 'http://localhost:8080/'),
    state: async () => assert.equal(await location({ state: 'a b&c' }), `${BACK}?state=a%20b%26c`),
  };
  eachRow([...logout.methods, ...logout.takes], tests, (test) => test());

  eachFact(tableOf('logout-rules'), {
    'with a session the person chooses how far the logout goes': async () => {
      for (const [from, next] of [
        ['service', 'partner'],
        ['account', 'login'],
      ] as const) {
        const visitor = await signedIn(world);
        const page = await open(world, visitor);
        assert.deepEqual([page.status, shown(page, 'logout-login')], [200, 'returning@example.com']);
        assert.deepEqual([shown(page, 'logout-service'), shown(page, 'logout-account')], [ko('logout.service'), ko('logout.both')]);
        await visitor.submit(page, { from });
        assert.equal(placeOf(await begin(world, APPS.demo, {}, visitor)), next);
      }
    },

    'without a session the logout goes straight back': async () => {
      const { status, headers, html } = await open(world, world.visitor());
      assert.deepEqual([status, headers['location'], html], [302, BACK, '']);
    },

    'the logout goes back by a 302 with the state': async () => {
      for (const from of ['service', 'account']) {
        const visitor = await signedIn(world);
        const { status, headers } = await visitor.submit(await open(world, visitor, { state: 'a b' }), { from });
        assert.deepEqual([status, headers['location']], [302, `${BACK}?state=a%20b`]);
      }
    },

    'the logout revokes no tokens': async () => {
      for (const from of ['service', 'account']) {
        const visitor = await signedIn(world);
        const tokens = await redeem(world, APPS.demo, (await begin(world, APPS.demo, {}, visitor)).query['code']!);
        await visitor.submit(await open(world, visitor), { from });
        await api(world, '/v2/user/me', tokens.access_token).expect(200);
      }
    },
  });
});

describeHouse('contract · 1.17 · /api/agt', (world) => {
  const ask = async (fields: Fields) => {
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    const { client_id } = await clientOf(world);
    return supertest(world.url)
      .post('/api/agt')
      .type('form')
      .send({ client_id, access_token, ...fields });
  };

  const tests: Record<string, () => Promise<void>> = {
    POST: async () => assert.equal((await ask({})).status, 200),
    client_id: async () => assert.equal((await ask({ client_id: 'x' })).body.error_code, 'KOE101'),
    access_token: async () => assert.equal((await ask({ access_token: 'x' })).body.error_code, 'KOE400'),
    agt: async () => {
      const page = await begin(world, APPS.demo, { scope: 'birthday', agt: (await ask({})).body.agt as string });
      assert.equal(shown(page, 'consent-login'), 'han@example.com');
    },
  };
  eachRow([...agt.methods, ...agt.takes, ...agt.gives], tests, (test) => test());
});

describeHouse('contract · 1.18 · /apiweb/code.json', (world) => {
  const ask = async (params: Fields = {}) => {
    const { client_id } = await clientOf(world);
    return (
      await supertest(world.url)
        .get('/apiweb/code.json')
        .query({ client_id, auth_tran_id: 'sim-1', ...params })
    ).body as Fields;
  };
  const finished = async () =>
    (await goThrough(world, { app: APPS.demo, as: 'returning', params: { auth_tran_id: 'sim-1', state: 's' } })).query['code'];
  const cancelled = async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', { auth_tran_id: 'sim-1', state: 's' }, visitor);
    await visitor.submit(page, { decision: 'cancel' });
  };
  /** The field once a login has ended well, ended badly, or not ended. */
  const told = async (name: string) => {
    const pending = (await ask())[name];
    await cancelled();
    const badly = (await ask())[name];
    await finished();
    return [(await ask())[name], badly, pending];
  };

  const tests: Record<string, () => Promise<void>> = {
    GET: async () => assert.equal((await ask())['status'], 'error'),
    client_id: async () => {
      await finished();
      assert.equal((await ask({ client_id: (await clientOf(world, APPS.secretOff))['client_id']! }))['error'], 'authorization_pending');
    },
    auth_tran_id: async () => {
      await finished();
      assert.equal((await ask({ auth_tran_id: 'another' }))['error'], 'authorization_pending');
    },
    code: async () => {
      assert.deepEqual((await told('code')).slice(1), [undefined, undefined]);
      assert.equal(await finished(), (await ask())['code']);
    },
    error: async () => assert.deepEqual(await told('error'), [undefined, 'access_denied', 'authorization_pending']),
    status: async () => assert.deepEqual(await told('status'), ['ok', 'error', 'error']),
    error_description: async () =>
      assert.deepEqual(await told('error_description'), [undefined, 'User denied access', 'login is not finished']),
    error_code: async () => assert.deepEqual(await told('error_code'), [undefined, '500', '300']),
    state: async () => assert.deepEqual(await told('state'), ['s', 's', undefined]),
  };
  eachRow([...codeJson.methods, ...codeJson.takes, ...codeJson.gives], tests, (test) => test());
});
