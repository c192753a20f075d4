/** oidcc-config-certification-test-plan: what the discovery document says, by a reader who trusts nothing. */
import assert from 'node:assert/strict';
import { importJWK, type JWK } from 'jose';
import { createSimulator } from '../../src/index.ts';
import { askSecurely } from '../takeover/asking.ts';
import { describeParty } from './party.ts';

/** Members that OpenID Connect Discovery 1.0, RFC 8414, RFC 9207 and the logout specifications know. */
const KNOWN =
  /^(issuer|jwks_uri|(authorization|token|userinfo|end_session|introspection|revocation|registration)_endpoint|(scopes|response_types|response_modes|grant_types|acr_values|subject_types|display_values|claim_types|claims|claims_locales|ui_locales|code_challenge_methods|prompt_values)_supported|(id_token|userinfo|request_object)_(signing_alg|encryption_alg|encryption_enc)_values_supported|token_endpoint_auth(_methods|_signing_alg_values)_supported|(claims|request|request_uri)_parameter_supported|require_request_uri_registration|authorization_response_iss_parameter_supported)$/;
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

type Document = Record<string, unknown>;

describeParty('oidcc-config-certification-test-plan', ['Kakao', 'plain'], (party) => {
  it('oidcc-discovery-endpoint-verification · says where it was fetched, what it can, and keys without private parts', async () => {
    const answer = await fetch(`${party.url}/.well-known/openid-configuration`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json\b/);
    const said = (await answer.json()) as Document;
    mustBeInOrder(said, party.url);
    // Kakao's document leaves the recommended list of scopes out.
    if (party.face !== 'Kakao') assert.ok(listIn(said, 'scopes_supported').includes('openid'));

    const { keys } = (await (await fetch(String(said['jwks_uri']))).json()) as { keys: JWK[] };
    assert.ok(keys.length > 0);
    for (const key of keys) {
      assert.deepEqual(
        PRIVATE.filter((part) => part in key),
        [],
      );
      assert.equal(((await importJWK(key, 'RS256')) as CryptoKey).type, 'public');
    }
  });
});

describe('oidcc-config-certification-test-plan · Kakao behind TLS', () => {
  it('oidcc-discovery-endpoint-verification · every endpoint is https', async () => {
    await using simulator = await createSimulator({ https: true });
    const { url, ca } = simulator.https!;
    const { status, body } = await askSecurely('localhost', Number(new URL(url).port), '/.well-known/openid-configuration', ca);
    const said = JSON.parse(body) as Document;
    assert.equal(status, 200);
    mustBeInOrder(said, url);
    const addresses = Object.entries(said).filter(([name]) => /^issuer$|_endpoint$|_uri$/.test(name));
    assert.ok(addresses.length >= 5);
    for (const [name, address] of addresses) assert.match(String(address), /^https:\/\//, name);
  });
});

function mustBeInOrder(said: Document, url: string): void {
  assert.deepEqual(
    Object.keys(said).filter((name) => !KNOWN.test(name)),
    [],
    'unknown members',
  );
  assert.equal(said['issuer'], url);
  for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri']) {
    assert.equal(new URL(String(said[endpoint])).origin, url, endpoint);
  }
  assert.ok(listIn(said, 'response_types_supported').includes('code'));
  assert.ok(listIn(said, 'subject_types_supported').every((type) => ['public', 'pairwise'].includes(type)));
  assert.ok(listIn(said, 'id_token_signing_alg_values_supported').includes('RS256'));
  assert.ok(listIn(said, 'code_challenge_methods_supported').includes('S256'));
  assert.ok(!listIn(said, 'code_challenge_methods_supported').includes('plain'));
}

function listIn(said: Document, name: string): string[] {
  const list = said[name];
  assert.ok(Array.isArray(list) && list.length > 0 && list.every((each) => typeof each === 'string'), name);
  return list;
}
