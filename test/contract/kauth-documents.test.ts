/** The published documents, field by field. Reference 1.13 to 1.15. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { describeHouse, type World } from '../helpers/house.ts';
import { eachRow, endpointOf } from './helpers.ts';

type Values = Record<string, (world: World) => unknown>;

const at =
  (path: string) =>
  ({ url }: World): string =>
    `${url}${path}`;
const key =
  (name: 'kid' | 'n') =>
  ({ house }: World): unknown => [house.secrets.signingKey[name]];
const just = (value: unknown) => () => value;

const documents: Record<string, Values> = {
  '/.well-known/openid-configuration': {
    issuer: at(''),
    authorization_endpoint: at('/oauth/authorize'),
    token_endpoint: at('/oauth/token'),
    userinfo_endpoint: at('/v1/oidc/userinfo'),
    jwks_uri: at('/.well-known/jwks.json'),
    token_endpoint_auth_methods_supported: just(['client_secret_post']),
    subject_types_supported: just(['public']),
    id_token_signing_alg_values_supported: just(['RS256']),
    request_uri_parameter_supported: just(false),
    response_types_supported: just(['code']),
    response_modes_supported: just(['query']),
    grant_types_supported: just(['authorization_code', 'refresh_token']),
    code_challenge_methods_supported: just(['S256']),
    claims_supported: just(['iss', 'aud', 'sub', 'auth_time', 'exp', 'iat', 'nonce', 'nickname', 'picture', 'email']),
  },
  '/.well-known/jwks.json': {
    keys: ({ house: { secrets } }) => {
      const { kid, n } = secrets.signingKey;
      return [{ kid, kty: 'RSA', alg: 'RS256', use: 'sig', n, e: 'AQAB' }];
    },
    'keys[].kid': key('kid'),
    'keys[].kty': just(['RSA']),
    'keys[].alg': just(['RS256']),
    'keys[].use': just(['sig']),
    'keys[].n': key('n'),
    'keys[].e': just(['AQAB']),
  },
  '/.well-known/sse-configuration': {
    issuer: at(''),
    jwks_uri: at('/.well-known/jwks.json'),
    delivery_methods_supported: just('http://schemas.openid.net/secevent/risc/delivery-method/push'),
  },
};

for (const [path, values] of Object.entries(documents)) {
  const { methods, gives } = endpointOf(path);

  describeHouse(`contract · 1.13 to 1.15 · ${path}`, (world) => {
    eachRow(methods, { GET: 200 }, async (status) => {
      const { body, headers } = await supertest(world.url).get(path).expect(status);
      assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
      const fields = gives.flatMap(({ name }) => (name.includes('.') ? [] : [name]));
      assert.deepEqual(Object.keys(body as object), fields, 'these fields and no others');
    });

    eachRow(gives, values, async (expected, name) => {
      const { body } = await supertest(world.url).get(path);
      assert.deepEqual(valueAt(body as Record<string, unknown>, name), expected(world));
    });
  });
}

/** `a` or, of each element of a list, `a[].b`. */
function valueAt(body: Record<string, unknown>, name: string): unknown {
  const [list, field] = name.split('[].');
  return field === undefined ? body[name] : (body[list!] as Record<string, unknown>[]).map((each) => each[field]);
}
