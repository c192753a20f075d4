/** The table of APIs, row by row: every one by every method and in every form that it takes, and by no other. Reference 2.0, 2.1. */
import assert from 'node:assert/strict';
import { contract } from '../../src/contract/index.ts';
import { ADMIN, ADMIN_ALONE, QUERY, TOKEN as BEARER } from '../../src/contract/kapi/forms.ts';
import { admin, bearer, type Differences, NUMBER, openKapi, target, TOKEN } from '../kapi/helpers.ts';
import { openPreregistered } from '../kapi/preregistered.ts';
import { agreement, term } from '../kapi/terms.ts';
import { eachRow } from './helpers.ts';

interface Case {
  /** What it needs besides. */
  sent?: Record<string, string>;
  /** Names of the success body's fields; `[` for a bare list. */
  shape: string;
}

// prettier-ignore
const apis: Record<string, Case> = {
  '/v2/user/me':                    { shape: 'id connected_at synched_at properties kakao_account' },
  '/v1/oidc/userinfo':              { shape: 'sub email email_verified' },
  '/v1/user/access_token_info':     { shape: 'id expires_in app_id' },
  '/v1/user/check_access_token':    { shape: '' },
  '/v1/user/logout':                { shape: 'id' },
  '/v1/user/unlink':                { shape: 'id' },
  '/v1/user/signup':                { shape: 'id' },
  '/v1/user/update_profile':        { shape: 'id', sent: { properties: '{"tier":"gold"}' } },
  '/v1/user/ids':                   { shape: 'elements before_url after_url' },
  '/v2/app/users':                  { shape: '[', sent: { target_id_type: 'user_id', target_ids: `[${NUMBER}]` } },
  '/v1/user/shipping_address':      { shape: 'user_id shipping_addresses_needs_agreement' },
  '/v2/user/scopes':                { shape: 'id scopes' },
  '/v2/user/revoke/scopes':         { shape: 'id scopes', sent: { scopes: '["account_email"]' } },
  '/v2/user/service_terms':         { shape: 'id service_terms' },
  '/v2/user/revoke/service_terms':  { shape: 'id revoked_service_terms', sent: { tags: 'news' } },
  '/v2/user/upgrade/service_terms': { shape: 'id agreed_service_terms', sent: { tags: 'news' } },
  '/v1/user/service/terms':         { shape: 'user_id allowed_service_terms' },
  '/v2/api/talk/channels':          { shape: 'user_id channels' },
  '/v1/api/talk/channels':          { shape: 'user_id channels' },
  '/v1/api/talk/plusfriends':       { shape: 'user_id plus_friends' },
};

interface Form {
  header?: Record<string, string>;
  sent?: Record<string, string>;
  /** What goes into the query of any method. */
  query?: Record<string, string>;
}
const forms: Record<string, Form> = {
  [BEARER]: { header: bearer },
  [ADMIN]: { header: admin, sent: target },
  [ADMIN_ALONE]: { header: admin },
  [QUERY]: { query: { access_token: TOKEN } },
};

const items = ['account_email', 'plusfriends', 'shipping_address'];
const world: Differences = {
  items,
  agreed: items,
  app: { userProperties: ['tier'] },
  link: { properties: { tier: 'basic' } },
  rows: [term('news', 1, false), agreement('news')],
};

describe('contract · 2.1 · APIs', () => {
  eachRow(contract.kapi, apis, async ({ shape, sent }, path) => {
    const { methods, forms: taken } = contract.kapi.find(({ name }) => name === path)!;
    const { status, body, text } = await ask(path, methods[0]!.name, forms[taken[0]!.name]!, sent);
    assert.equal(status, 200, text);
    assert.equal(Array.isArray(body) ? '[' : Object.keys(body as object).join(' '), shape);
  });
});

for (const { name: path, section, methods, forms: taken } of contract.kapi.filter(({ why }) => !why)) {
  const { sent } = apis[path] ?? {};
  const [bare, names] = [taken.some(({ name }) => name === ADMIN_ALONE), taken.map(({ name }) => name)];

  describe(`contract · ${section} · how ${path} is called`, () => {
    for (const { name: method } of methods) {
      eachRow(
        taken.map((row) => ({ ...row, name: `${method} by ${row.name}` })),
        Object.fromEntries(names.flatMap((name) => (forms[name] ? [[`${method} by ${name}`, forms[name]]] : []))),
        async (form) => assert.equal((await ask(path, method, form, sent)).status, 200),
      );

      // Where the admin key alone will do, a target beside it does no harm.
      for (const name of Object.keys(forms).filter((each) => !names.includes(each) && (each !== ADMIN || !bare) && each !== ADMIN_ALONE)) {
        it(`${method}, and not by ${name}`, async () => {
          const { status, body } = await ask(path, method, forms[name]!, sent);
          assert.deepEqual({ status, body }, { status: 401, body: { msg: 'no authentication key!', code: -401 } });
        });
      }
    }

    it('by no other method', async () => {
      const { http } = await openKapi(world);
      const served = methods.map(({ name }) => name);
      for (const method of ['get', 'post', 'put', 'patch', 'delete', 'options'] as const) {
        if (served.includes(method.toUpperCase())) continue;
        const { status, headers } = await http[method](path).set(bearer);
        assert.deepEqual([status, headers.allow], [405, served.join(', ')]);
      }
    });
  });
}

describe('contract · 2.2 · the parameters of /v2/user/me, by every method and in every form', () => {
  const keys = JSON.stringify(['kakao_account.email', 'properties.tier']);
  for (const method of ['GET', 'POST']) {
    for (const [name, form] of Object.entries(forms).filter(([each]) => each !== ADMIN_ALONE)) {
      it(`count in ${method} by ${name}`, async () => {
        const asked = (sent: Record<string, string>) => ask('/v2/user/me', method, form, sent);
        const { body } = await asked({ property_keys: keys, secure_resource: 'true' });
        assert.deepEqual(Object.keys(body as object), ['id', 'connected_at', 'synched_at', 'properties', 'kakao_account']);
        const { body: narrow } = await asked({ property_keys: '["properties.tier"]' });
        assert.deepEqual([narrow.properties, narrow.kakao_account], [{ tier: 'basic' }, undefined]);
        assert.equal((await asked({ secure_resource: 'maybe' })).body.code, -2);
        assert.equal((await asked({ property_keys: '["properties.age"]' })).body.code, -201);
      });
    }
  }
});

/** Fields of a GET go into the query, those of a POST into the form: reference 2.0. */
async function ask(path: string, method: string, { header = {}, query = {}, sent: who = {} }: Form, fields: Record<string, string> = {}) {
  const { http } = await (path === '/v1/user/signup' ? openPreregistered(world) : openKapi(world));
  const sent = { ...who, ...fields };
  return method === 'GET'
    ? http
        .get(path)
        .set(header)
        .query({ ...query, ...sent })
    : http.post(path).set(header).query(query).type('form').send(sent);
}
