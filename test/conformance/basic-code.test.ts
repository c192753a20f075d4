/** oidcc-basic-certification-test-plan: the code, what it brings, and what becomes of it. */
import assert from 'node:assert/strict';
import { decodeProtectedHeader } from 'jose';
import * as openid from 'openid-client';
import { SECOND } from '../../src/clock.ts';
import { S256, VERIFIER } from '../oauth/verifiers.ts';
import { describeParty, type Party, refused } from './party.ts';

/** What an ID token says of itself. */
const PROTOCOL = ['iss', 'sub', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'at_hash', 'acr', 'amr', 'azp', 'sid'];
/** Kakao's ID tokens have these, whatever was asked for (kakao-api 1.11). */
const KAKAOS = ['nickname', 'picture', 'email'];

describeParty('oidcc-basic-certification-test-plan', ['Kakao', 'plain', 'plain, form_post'], (party) => {
  it('oidcc-server · the whole way: state, code, tokens and ID token are as they should be', async () => {
    const { arrival, tokens, claims } = await party.logIn({ nonce: 'a-nonce' });
    assert.deepEqual([arrival.seen, arrival.got['state']], [['login', 'consent'], 'a state']);
    // Kakao's redirects have no `iss`.
    assert.equal(arrival.got['iss'], party.face === 'Kakao' ? undefined : party.url);
    for (const secret of [arrival.got['code']!, tokens.access_token, tokens.refresh_token!]) isHardToGuess(secret);
    assert.equal(tokens.token_type, 'bearer');
    assert.ok(tokens.expires_in! > 0);
    assert.deepEqual([claims.iss, claims['nonce']], [party.url, 'a-nonce']);
    const allowed = party.face === 'Kakao' ? [...PROTOCOL, ...KAKAOS] : PROTOCOL;
    assert.deepEqual(
      Object.keys(claims).filter((name) => !allowed.includes(name)),
      [],
    );
  });

  it('oidcc-idtoken-signature · is RS256, with the kid of a published key', async () => {
    const { tokens } = await party.logIn();
    const { alg, kid } = decodeProtectedHeader(tokens.id_token!);
    const { keys } = (await (await fetch(party.config.serverMetadata().jwks_uri!)).json()) as { keys: { kid: string }[] };
    assert.equal(alg, 'RS256');
    assert.ok(keys.some((key) => key.kid === kid));
  });

  it('oidcc-ensure-request-without-nonce-succeeds-for-code-flow · and the ID token has none', async () => {
    const { claims } = await party.logIn();
    assert.equal(claims['nonce'], undefined);
  });

  it('oidcc-alternate-happy-flow · neither the order of scopes nor that of parameters matters', async () => {
    const scopes = party.face === 'Kakao' ? ['account_email', 'openid'] : ['email', 'openid'];
    for (const scope of [scopes, scopes.toReversed()]) {
      const query = [...party.query({ scope: scope.join(' ') })].toReversed();
      const arrival = await party.arriveFrom(new URLSearchParams(query));
      assert.ok((await party.redeem(arrival)).claims()?.sub);
    }
  });

  it('oidcc-codereuse · the second use is invalid_grant', async () => {
    const { arrival } = await party.logIn();
    await assert.rejects(party.redeem(arrival), refused(400, 'invalid_grant'));
  });

  it('oidcc-codereuse-30seconds · half a minute later, too, and the tokens of the first use are dead', async () => {
    const { arrival, tokens, claims } = await party.logIn();
    await openid.fetchUserInfo(party.config, tokens.access_token, claims.sub);
    party.world.clock.advance(30 * SECOND);
    await assert.rejects(party.redeem(arrival), refused(400, 'invalid_grant'));
    await assert.rejects(openid.fetchUserInfo(party.config, tokens.access_token, claims.sub), { status: 401 });
    await assert.rejects(openid.refreshTokenGrant(party.config, tokens.refresh_token!), refused(400, 'invalid_grant'));
  });

  it('oidcc-server-client-secret-post · brings tokens, and a wrong secret none', async () => {
    const arrival = await party.arrive({}, { config: party.other });
    await assert.rejects(party.redeem(arrival, {}, await withAnotherSecret(party)), refused(401, 'invalid_client'));
    assert.ok((await party.redeem(arrival, {}, party.other)).access_token);
  });

  it('oidcc-refresh-token · the same person, issuer and client; no other client can use it', async () => {
    const { tokens, claims } = await party.logIn();
    const after = await openid.refreshTokenGrant(party.config, tokens.refresh_token!);
    isHardToGuess(after.access_token);
    assert.notEqual(after.access_token, tokens.access_token);
    const { iss, sub, aud } = after.claims()!;
    assert.deepEqual([iss, sub, aud], [claims.iss, claims.sub, claims.aud]);
    await openid.fetchUserInfo(party.config, after.access_token, claims.sub);
    await assert.rejects(openid.refreshTokenGrant(party.other, tokens.refresh_token!), refused(400, 'invalid_grant'));
  });

  it('oidcc-ensure-request-with-valid-pkce-succeeds · and a wrong verifier does not', async () => {
    const arrival = await party.arrive(S256);
    await assert.rejects(party.redeem(arrival, { verifier: openid.randomPKCECodeVerifier() }), refused(400, 'invalid_grant'));
    assert.ok((await party.redeem(arrival, { verifier: VERIFIER })).id_token);
  });
});

describeParty('oidcc-basic-certification-test-plan', ['Kakao', 'plain'], (party) => {
  it('oidcc-response-type-missing · is an error, of a page or behind the redirect URI, and no code', async () => {
    const { page, got } = await party.arrive({ response_type: undefined });
    assert.equal(got['code'], undefined);
    if (party.face === 'Kakao') assert.deepEqual([page.status, page.headers['location']], [400, undefined]);
    else assert.deepEqual([got['error'], got['state']], ['invalid_request', 'a state']);
  });

  it('oidcc-idtoken-unsigned · is not offered, and nobody gets one', async () => {
    assert.deepEqual(party.config.serverMetadata().id_token_signing_alg_values_supported, ['RS256']);
    const { tokens } = await party.logIn({ id_token_signed_response_alg: 'none' });
    assert.notEqual(decodeProtectedHeader(tokens.id_token!).alg, 'none');
  });
});

/** At least 128 bits: 22 letters of 64, most of them different. */
function isHardToGuess(secret: string): void {
  assert.match(secret, /^[\w-]{22,}$/);
  assert.ok(new Set(secret).size > 12, secret);
}

async function withAnotherSecret({ other, url }: Party): Promise<openid.Configuration> {
  const { client_id: clientId } = other.clientMetadata();
  const authentication = openid.ClientSecretPost('another-secret');
  return openid.discovery(new URL(url), clientId, undefined, authentication, { execute: [openid.allowInsecureRequests] });
}
