/** oidcc-rp-initiated-logout-certification-test-plan: the session ends, and nobody is sent where no client has registered. */
import assert from 'node:assert/strict';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { Page, Visitor } from '../helpers/visitor.ts';
import { describeParty, type Login, type Party } from './party.ts';
import { LOGGED_OUT } from './plain.ts';

interface SignedIn {
  by: Visitor;
  login: Login;
}

type Sent = Record<string, string>;

describeParty('oidcc-rp-initiated-logout-certification-test-plan', ['plain'], (party) => {
  it('oidcc-rp-initiated-logout-discovery-endpoint-verification · names its end_session_endpoint', () => {
    assert.equal(party.config.serverMetadata().end_session_endpoint, `${party.url}/logout`);
  });

  it('oidcc-rp-initiated-logout · leads to the registered URI with the state, and prompt=none fails', async () => {
    const { end, signedIn } = await loggedOut(party, { post_logout_redirect_uri: LOGGED_OUT, state: 'the end' });
    assert.equal(end.url.href, `${LOGGED_OUT}?${new URLSearchParams({ state: 'the end' })}`);
    await isOut(party, signedIn);
  });

  it('oidcc-rp-initiated-logout-no-state · leads there without one', async () => {
    const { end, signedIn } = await loggedOut(party, { post_logout_redirect_uri: LOGGED_OUT });
    assert.equal(end.url.href, LOGGED_OUT);
    await isOut(party, signedIn);
  });

  it('oidcc-rp-initiated-logout-bad-post-logout-redirect-uri · is a page', () =>
    isRefused(party, { post_logout_redirect_uri: 'https://evil.example/out' }));

  it('oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri · is a page', () =>
    isRefused(party, { post_logout_redirect_uri: `${LOGGED_OUT}?foo=bar` }));

  it('oidcc-rp-initiated-logout-modified-id-token-hint · with alg none is a page', async () => {
    await isRefused(party, { post_logout_redirect_uri: LOGGED_OUT }, async ({ claims }) => new UnsecuredJWT({ ...claims }).encode());
  });

  it('oidcc-rp-initiated-logout-bad-id-token-hint · signed with another key is a page', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = ({ claims }: Login) => new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    await isRefused(party, { post_logout_redirect_uri: LOGGED_OUT }, forged);
  });

  it('oidcc-rp-initiated-logout-no-id-token-hint · sends nobody anywhere', async () => {
    const { end } = await loggedOut(party, { post_logout_redirect_uri: LOGGED_OUT, state: 's' }, noHint);
    assert.equal(end.url.origin, party.url);
  });

  it('oidcc-rp-initiated-logout-no-params · asks, logs out, and shows a page', () => endsOnPage(party, {}, noHint));
  it('oidcc-rp-initiated-logout-no-post-logout-redirect-uri · logs out and shows a page', () => endsOnPage(party, { state: 's' }));
  it('oidcc-rp-initiated-logout-only-state · logs out and shows a page', () => endsOnPage(party, { state: 's' }, noHint));
});

type Hint = (login: Login) => Promise<string | undefined>;
const ownHint: Hint = async ({ tokens }) => tokens.id_token;
const noHint: Hint = async () => undefined;

async function signIn(party: Party): Promise<SignedIn> {
  const by = party.visitor();
  return { by, login: await party.logIn({}, { by }) };
}

/** The answer to a logout request, before anybody has confirmed it. */
async function asked({ by, login }: SignedIn, sent: Sent, hint: Hint): Promise<Page> {
  const token = await hint(login);
  return by.open(`/logout?${new URLSearchParams({ ...sent, ...(token && { id_token_hint: token }) })}`);
}

/** Asked for and confirmed by a person who is signed in. */
async function loggedOut(party: Party, sent: Sent, hint = ownHint): Promise<{ end: Page; signedIn: SignedIn }> {
  const signedIn = await signIn(party);
  const question = await asked(signedIn, sent, hint);
  assert.deepEqual([question.status, question.url.origin], [200, party.url], 'a person is asked first');
  assert.equal((await signedIn.by.submit(question, { xsrf: 'another', logout: 'yes' })).status, 400, 'by this form alone');
  const again = await asked(signedIn, sent, hint);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(again.html)?.[1] ?? '';
  return { end: await signedIn.by.submit(again, { xsrf, logout: 'yes' }), signedIn };
}

async function endsOnPage(party: Party, sent: Sent, hint = ownHint): Promise<void> {
  const { end, signedIn } = await loggedOut(party, sent, hint);
  assert.deepEqual([end.status, end.url.origin], [200, party.url]);
  assert.match(end.html, /Logged out/);
  await isOut(party, signedIn);
}

async function isOut(party: Party, { by }: SignedIn): Promise<void> {
  assert.equal((await party.arrive({ prompt: 'none' }, { by })).got['error'], 'login_required');
}

/** A page says so, nobody is sent anywhere, and the person stays signed in. */
async function isRefused(party: Party, sent: Sent, hint = ownHint): Promise<void> {
  const signedIn = await signIn(party);
  const page = await asked(signedIn, sent, hint);
  assert.deepEqual([page.status, page.headers['location'], page.url.origin], [400, undefined, party.url]);
  assert.ok((await party.arrive({ prompt: 'none' }, { by: signedIn.by })).got['code']);
}
