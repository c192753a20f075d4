/** oidcc-basic-certification-test-plan: what is told of the person, and by which way. */
import assert from 'node:assert/strict';
import * as openid from 'openid-client';
import { describeParty, type Party } from './party.ts';

/** What belongs to each scope, of what the people of this world have. */
const SCOPES = {
  profile: ['name', 'nickname', 'picture', 'gender', 'birthdate'],
  email: ['email', 'email_verified'],
  address: ['address'],
  phone: ['phone_number', 'phone_number_verified'],
};

describeParty('oidcc-basic-certification-test-plan', ['Kakao', 'plain', 'plain, form_post'], (party) => {
  it('oidcc-userinfo-get · tells of the subject of the ID token', async () => {
    const { tokens, claims } = await party.logIn();
    assert.equal((await openid.fetchUserInfo(party.config, tokens.access_token, claims.sub)).sub, claims.sub);
    const nobody = await fetch(party.config.serverMetadata().userinfo_endpoint!);
    assert.ok([400, 401].includes(nobody.status), 'nothing without a token');
  });
});

describeParty('oidcc-basic-certification-test-plan', ['plain', 'plain, form_post'], (party) => {
  it('oidcc-userinfo-post-header · the same by POST', async () => {
    const { tokens, claims } = await party.logIn();
    const answer = await openid.fetchProtectedResource(
      party.config,
      tokens.access_token,
      new URL(party.config.serverMetadata().userinfo_endpoint!),
      'POST',
    );
    assert.deepEqual([answer.status, await subOf(answer)], [200, claims.sub]);
  });

  it('oidcc-userinfo-post-body · the same with the token in the body', async () => {
    const { tokens, claims } = await party.logIn();
    const body = new URLSearchParams({ access_token: tokens.access_token });
    const answer = await fetch(party.config.serverMetadata().userinfo_endpoint!, { method: 'POST', body });
    assert.deepEqual([answer.status, await subOf(answer)], [200, claims.sub]);
  });

  it('oidcc-scope-profile · brings the claims of the profile, and no others', () => bringsExactly(party, ['profile']));
  it('oidcc-scope-email · brings e-mail and whether it was verified', () => bringsExactly(party, ['email']));
  it('oidcc-scope-address · brings the address', () => bringsExactly(party, ['address']));
  it('oidcc-scope-phone · brings the phone number', () => bringsExactly(party, ['phone']));
  it('oidcc-scope-all · brings all of them', () => bringsExactly(party, ['profile', 'email', 'address', 'phone']));

  it('oidcc-claims-essential · brings a claim without its scope', async () => {
    const { tokens, claims } = await party.logIn({ claims: JSON.stringify({ userinfo: { name: { essential: true } } }) });
    const told = await openid.fetchUserInfo(party.config, tokens.access_token, claims.sub);
    assert.deepEqual(Object.keys(told).sort(), ['name', 'sub']);
  });
});

async function bringsExactly(party: Party, scopes: readonly (keyof typeof SCOPES)[]): Promise<void> {
  const { tokens, claims } = await party.logIn({ scope: ['openid', ...scopes].join(' ') });
  const { sub, ...told } = await openid.fetchUserInfo(party.config, tokens.access_token, claims.sub);
  assert.equal(sub, claims.sub);
  assert.deepEqual(Object.keys(told).sort(), scopes.flatMap((scope) => SCOPES[scope]).sort());
}

async function subOf(answer: Response): Promise<unknown> {
  return ((await answer.json()) as { sub?: unknown }).sub;
}
