/** oidcc-basic-certification-test-plan: who is asked to sign in, and what is no reason to fail. */
import assert from 'node:assert/strict';
import { SECOND } from '../../src/clock.ts';
import type { Visitor } from '../helpers/visitor.ts';
import { describeParty, type Login, type Party } from './party.ts';

/** Whoever names an age is told the time of the login; Kakao tells it always. */
const DATED = { max_age: '10000' };

describeParty('oidcc-basic-certification-test-plan', ['Kakao', 'plain', 'plain, form_post'], (party) => {
  it('oidcc-display-page · is no error', () => changesNothing(party, { display: 'page' }));
  it('oidcc-display-popup · is no error', () => changesNothing(party, { display: 'popup' }));
  it('oidcc-ui-locales · is no error', () => changesNothing(party, { ui_locales: 'se' }));
  it('oidcc-claims-locales · is no error', () => changesNothing(party, { claims_locales: 'se' }));
  it('oidcc-ensure-request-with-unknown-parameter-succeeds · is no error', () => changesNothing(party, { extra: 'foobar' }));
  it('oidcc-ensure-request-with-acr-values-succeeds · is no error', () => changesNothing(party, { acr_values: '1 2' }));

  it('oidcc-prompt-login · asks who is signed in to sign in again, and dates it anew', async () => {
    const { by, before } = await signedIn(party);
    const { arrival, claims } = await party.logIn({ prompt: 'login', ...DATED }, { by });
    assert.deepEqual(arrival.seen, ['login']);
    assert.equal(claims.sub, before.claims.sub);
    assert.ok(claims.auth_time! > before.claims.auth_time!, `${claims.auth_time} is not after ${before.claims.auth_time}`);
  });

  it('oidcc-prompt-none-not-logged-in · goes back with login_required', async () => {
    const { seen, got } = await party.arrive({ prompt: 'none' });
    assert.deepEqual([seen, got['error'], got['state'], got['code']], [[], 'login_required', 'a state', undefined]);
  });

  it('oidcc-prompt-none-logged-in · brings the same person and the same login, without a page', async () => {
    const by = party.visitor();
    const first = await party.logIn(DATED, { by });
    const second = await party.logIn({ prompt: 'none', ...DATED }, { by });
    assert.equal(typeof first.claims.auth_time, 'number');
    assert.deepEqual(second.arrival.seen, []);
    assert.deepEqual([second.claims.sub, second.claims.auth_time], [first.claims.sub, first.claims.auth_time]);
  });

  it('oidcc-login-hint · stands in the field of the login page', async () => {
    const by = party.visitor();
    const page = await by.open(`/oauth/authorize?${party.query({ login_hint: 'han@example.com' })}`);
    assert.match(page.html, /<input[^>]*name="loginId"[^>]*value="han@example\.com"/);
    assert.ok((await by.submit(page, { persona: 'han' })).status < 400);
  });
});

describeParty('oidcc-basic-certification-test-plan', ['plain', 'plain, form_post'], (party) => {
  it('oidcc-max-age-1 · asks again whose login is older, and dates it anew', async () => {
    const { by, before } = await signedIn(party);
    const { arrival, claims } = await party.logIn({ max_age: '1' }, { by });
    assert.deepEqual(arrival.seen, ['login']);
    assert.ok(claims.auth_time! > before.claims.auth_time!);
  });

  it('oidcc-max-age-10000 · asks nobody who signed in lately, and tells when that was', async () => {
    const { by, before } = await signedIn(party);
    const { arrival, claims } = await party.logIn(DATED, { by });
    assert.deepEqual([arrival.seen, claims.auth_time], [[], before.claims.auth_time]);
  });

  it('oidcc-id-token-hint · is the same person silently, and login_required for another', async () => {
    const by = party.visitor();
    const { tokens, claims } = await party.logIn({}, { by });
    const again = await party.logIn({ prompt: 'none', id_token_hint: tokens.id_token! }, { by });
    assert.equal(again.claims.sub, claims.sub);
    const { tokens: others } = await party.logIn({}, { as: 'returning' });
    const { got } = await party.arrive({ prompt: 'none', id_token_hint: others.id_token! }, { by });
    assert.deepEqual([got['error'], got['code']], ['login_required', undefined]);
  });
});

async function changesNothing(party: Party, params: Record<string, string>): Promise<void> {
  const { arrival, claims } = await party.logIn(params);
  assert.deepEqual([arrival.seen, typeof claims.sub], [['login', 'consent'], 'string']);
}

/** A browser whose person signed in ten seconds ago, and what an ID token says of that now. */
async function signedIn(party: Party): Promise<{ by: Visitor; before: Login }> {
  const by = party.visitor();
  await party.logIn({}, { by });
  party.world.clock.advance(10 * SECOND);
  return { by, before: await party.logIn({ prompt: 'none', ...DATED }, { by }) };
}
