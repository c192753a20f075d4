/** PKCE (security O7 to O9, requirement 4): checked where it is used, needed by nobody, and not to be talked down. */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { goThrough, token } from '../helpers/login.ts';
import { begin } from './helpers.ts';
import { CHALLENGE, S256, VERIFIER } from './verifiers.ts';

const verifiers = { none: undefined, right: VERIFIER, wrong: VERIFIER.replace('d', 'e'), short: 'abc', challenge: CHALLENGE };

/** Whether tokens come, by how the code was asked for and which verifier comes with it. O9 is Kakao's: an app without a secret needs no PKCE. */
const table: { row: 'O6' | 'O8' | 'O9'; challenge: 'yes' | 'no'; verifier: keyof typeof verifiers; tokens: boolean }[] = [
  { row: 'O9', challenge: 'no', verifier: 'none', tokens: true },
  { row: 'O8', challenge: 'no', verifier: 'right', tokens: false },
  { row: 'O8', challenge: 'no', verifier: 'short', tokens: false },
  { row: 'O6', challenge: 'yes', verifier: 'right', tokens: true },
  { row: 'O8', challenge: 'yes', verifier: 'none', tokens: false },
  { row: 'O6', challenge: 'yes', verifier: 'wrong', tokens: false },
  { row: 'O6', challenge: 'yes', verifier: 'short', tokens: false },
  { row: 'O6', challenge: 'yes', verifier: 'challenge', tokens: false },
];

describeHouse('oauth · PKCE', (world) => {
  for (const app of [APPS.demo, APPS.secretOff]) {
    for (const { row, challenge, verifier, tokens } of table) {
      const secret = app === APPS.demo ? 'ON' : 'OFF';
      it(`${row} · challenge ${challenge}, verifier ${verifier}, secret ${secret}: ${tokens ? 'tokens' : 'KOE320'}`, async () => {
        const code = await codeOf(world, app, challenge === 'yes' ? S256 : {});
        const { status, body } = await redeemWith(world, app, code, verifiers[verifier]);
        if (tokens) assert.equal(status, 200);
        else assert.deepEqual([status, body.error, body.error_code], [400, 'invalid_grant', 'KOE320']);
      });
    }
  }

  it('O6 · a wrong verifier does not use the code up', async () => {
    const code = await codeOf(world, APPS.demo, S256);
    for (const verifier of [verifiers.wrong, verifiers.none])
      assert.equal((await redeemWith(world, APPS.demo, code, verifier)).status, 400);
    assert.equal((await redeemWith(world, APPS.demo, code, VERIFIER)).status, 200);
  });

  it('the right verifier does not stand in for the client secret', async () => {
    const code = await codeOf(world, APPS.demo, S256);
    const { key } = await world.key(APPS.demo);
    const sent = { grant_type: 'authorization_code', client_id: key, code, redirect_uri: CALLBACK, code_verifier: VERIFIER };
    assert.equal((await token(world, sent)).body.error_code, 'KOE010');
  });

  for (const { what, params } of [
    { what: 'the method plain', params: { ...S256, code_challenge_method: 'plain' } },
    { what: 'a challenge without a method', params: { code_challenge: CHALLENGE } },
    { what: 'a method without a challenge', params: { code_challenge_method: 'S256' } },
    { what: 'a challenge that no S256 makes', params: { ...S256, code_challenge: 'too-short' } },
  ]) {
    it(`O7 · ${what} goes back to the partner as invalid_request`, async () => {
      const { status, query } = await begin(world, APPS.demo, { ...params, state: 's' });
      assert.deepEqual([status, query.error, query.state], [302, 'invalid_request', 's']);
      assert.equal(query.iss, undefined);
    });
  }
});

async function codeOf(world: World, app: string, params: Record<string, string>): Promise<string> {
  return (await goThrough(world, { app, as: 'han', params })).query.code!;
}

async function redeemWith(world: World, app: string, code: string, verifier: string | undefined) {
  const { key, secret } = await world.key(app);
  const fields = { grant_type: 'authorization_code', client_id: key, client_secret: secret.value, redirect_uri: CALLBACK, code };
  return token(world, { ...fields, code_verifier: verifier });
}
