/** Reference 2.1, row by row: every API by every method and with every key that it takes, and by none that it does not. */
import assert from 'node:assert/strict';
import { served } from '../../src/kapi/routes.ts';
import { admin, bearer, type Differences, NUMBER, openKapi, target } from './helpers.ts';
import { openPreregistered } from './preregistered.ts';
import { agreement, term } from './terms.ts';

type Key = 'token' | 'admin' | 'admin alone';
interface Row {
  path: string;
  methods: readonly ('get' | 'post')[];
  keys: readonly Key[];
  /** What it needs besides. */
  fields?: Record<string, string>;
  /** Names of the success body's fields; `[` for a bare list. */
  shape: string;
}

const both = ['token', 'admin'] as const;
const rows: Row[] = [
  { path: '/v2/user/me', methods: ['get', 'post'], keys: both, shape: 'id connected_at synched_at properties kakao_account' },
  { path: '/v1/oidc/userinfo', methods: ['get'], keys: ['token'], shape: 'sub email email_verified' },
  { path: '/v1/user/access_token_info', methods: ['get'], keys: ['token'], shape: 'id expires_in app_id' },
  { path: '/v1/user/logout', methods: ['post'], keys: both, shape: 'id' },
  { path: '/v1/user/unlink', methods: ['post'], keys: both, shape: 'id' },
  { path: '/v1/user/signup', methods: ['post'], keys: ['token'], shape: 'id' },
  { path: '/v1/user/update_profile', methods: ['post'], keys: ['token'], fields: { properties: '{"tier":"gold"}' }, shape: 'id' },
  { path: '/v1/user/ids', methods: ['get'], keys: ['admin alone'], shape: 'elements before_url after_url' },
  {
    path: '/v2/app/users',
    methods: ['get'],
    keys: ['admin alone'],
    fields: { target_id_type: 'user_id', target_ids: `[${NUMBER}]` },
    shape: '[',
  },
  { path: '/v2/user/scopes', methods: ['get'], keys: both, shape: 'id scopes' },
  { path: '/v2/user/revoke/scopes', methods: ['post'], keys: both, fields: { scopes: '["account_email"]' }, shape: 'id scopes' },
  { path: '/v2/user/service_terms', methods: ['get'], keys: both, shape: 'id service_terms' },
  { path: '/v2/user/revoke/service_terms', methods: ['post'], keys: both, fields: { tags: 'news' }, shape: 'id revoked_service_terms' },
  { path: '/v2/user/upgrade/service_terms', methods: ['post'], keys: both, fields: { tags: 'news' }, shape: 'id agreed_service_terms' },
  { path: '/v1/user/service/terms', methods: ['get'], keys: both, shape: 'user_id allowed_service_terms' },
  { path: '/v1/user/shipping_address', methods: ['get'], keys: both, shape: 'user_id shipping_addresses_needs_agreement' },
  { path: '/v2/api/talk/channels', methods: ['get'], keys: both, shape: 'user_id channels' },
  { path: '/v1/api/talk/channels', methods: ['get'], keys: both, shape: 'user_id channels' },
  { path: '/v1/api/talk/plusfriends', methods: ['get'], keys: both, shape: 'user_id plus_friends' },
  { path: '/v1/user/check_access_token', methods: ['get'], keys: ['token'], shape: '' },
];

const items = ['account_email', 'plusfriends', 'shipping_address'];
const world: Differences = {
  items,
  agreed: items,
  app: { userProperties: ['tier'] },
  link: { properties: { tier: 'basic' } },
  rows: [term('news', 1, false), agreement('news')],
};
const headers: Record<Key, Record<string, string>> = { token: bearer, admin, 'admin alone': admin };

describe('kapi · the table of APIs', () => {
  it('is the one of the reference', () => {
    assert.deepEqual(served.map(({ path }) => path).toSorted(byText), rows.map(({ path }) => path).toSorted(byText));
  });

  for (const { path, methods, keys, fields, shape } of rows) {
    for (const method of methods) {
      for (const key of keys) {
        it(`${method.toUpperCase()} ${path} answers ${key}`, async () => {
          const { status, body, text } = await ask(path, method, key, fields);
          assert.equal(status, 200, text);
          assert.equal(Array.isArray(body) ? '[' : Object.keys(body as object).join(' '), shape);
        });
      }
      for (const key of (['token', 'admin'] as const).filter((each) => !keys.includes(each) && !keys.includes(`${each} alone` as Key))) {
        it(`${method.toUpperCase()} ${path} refuses ${key}`, async () => {
          const { status, body } = await ask(path, method, key, fields);
          assert.deepEqual({ status, body }, { status: 401, body: { msg: 'no authentication key!', code: -401 } });
        });
      }
    }

    it(`${path} takes no other method`, async () => {
      const { http } = await openKapi(world);
      for (const method of (['get', 'post', 'put', 'patch', 'delete', 'options'] as const).filter(
        (each) => !methods.some((m) => m === each),
      )) {
        const { status, headers: sent } = await http[method](path).set(bearer);
        assert.deepEqual([status, sent.allow], [405, methods.join(', ').toUpperCase()]);
      }
    });
  }
});

describe('kapi · the parameters of user/me', () => {
  const keys = JSON.stringify(['kakao_account.email', 'properties.tier']);
  for (const method of ['get', 'post'] as const) {
    for (const key of both) {
      it(`count in ${method.toUpperCase()} by ${key}`, async () => {
        const { body } = await ask('/v2/user/me', method, key, { property_keys: keys, secure_resource: 'true' });
        assert.deepEqual(Object.keys(body as object), ['id', 'connected_at', 'synched_at', 'properties', 'kakao_account']);
        const { body: narrow } = await ask('/v2/user/me', method, key, { property_keys: '["properties.tier"]' });
        assert.deepEqual([narrow.properties, narrow.kakao_account], [{ tier: 'basic' }, undefined]);
        assert.equal((await ask('/v2/user/me', method, key, { secure_resource: 'maybe' })).body.code, -2);
        assert.equal((await ask('/v2/user/me', method, key, { property_keys: '["properties.age"]' })).body.code, -201);
      });
    }
  }
});

/** Fields of a GET go into the query, those of a POST into the form: reference 2.0. */
async function ask(path: string, method: 'get' | 'post', key: Key, fields: Record<string, string> = {}) {
  const { http } = await (path === '/v1/user/signup' ? openPreregistered(world) : openKapi(world));
  const sent = key === 'admin' ? { ...target, ...fields } : fields;
  const request = http[method](path).set(headers[key]);
  return method === 'get' ? request.query(sent) : request.type('form').send(sent);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
