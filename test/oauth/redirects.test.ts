/** How the person is sent back to the partner (reference 1.3, 1.4): status, bytes, and what is not said. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { goThrough, redeem } from '../helpers/login.ts';
import { actionIn, authorizePath, begin, browserOf, follow, post } from './helpers.ts';

const states = ['xyz', 'a b&c=한글', '"><script>alert(1)</script>', 'a+b', '%41%2541', '#?/&=;,@', "it's~!*()", '👩‍👩‍👧', '-'.repeat(2000)];

describeHouse('oauth · the redirect to the partner', (world) => {
  for (const state of states) {
    it(`brings the state back untouched: ${state.slice(0, 30)}`, async () => {
      const visitor = world.visitor();
      const refused = await begin(world, APPS.demo, { prompt: 'none', state }, visitor);
      const { query, headers } = await goThrough(world, { app: APPS.demo, as: 'returning', params: { state }, visitor });
      assert.equal(query.state, state);
      assert.equal(refused.query.state, state);
      assert.ok(headers['location']!.endsWith(`&state=${encodeURIComponent(state)}`));
    });
  }

  it('has no state where none was sent, and no iss, session_state or anything else of other standards', async () => {
    const { query } = await goThrough(world, { app: APPS.openidConnect, as: 'han', params: { nonce: 'n' } });
    assert.deepEqual(Object.keys(query), ['code']);
    const { query: refused } = await begin(world, APPS.openidConnect, { prompt: 'none' });
    assert.deepEqual(Object.keys(refused), ['error', 'error_description']);
  });

  it('O14 · a redirect after a form is a 303, so that no browser posts it again, and to the partner a 302, as Kakao’s is documented', async () => {
    const browser = browserOf(world);
    const login = await follow(world, browser, await authorizePath(world, APPS.demo));
    const signedIn = await post(world, browser, actionIn(login), { loginId: 'han', password: 'demo1234' });
    assert.equal(signedIn.status, 303);
    const consent = await follow(world, browser, signedIn.headers['location']!);
    const cancelled = await post(world, browser, actionIn(consent), { decision: 'cancel' });
    assert.equal(cancelled.status, 302);
  });

  it('O17 · brings codes that nobody guesses: 64 characters, each once', async () => {
    const visitor = world.visitor();
    const codes = new Set<string>();
    for (let i = 0; i < 40; i += 1) {
      const { code } = (await goThrough(world, { app: APPS.demo, as: 'returning', visitor })).query;
      assert.match(code!, /^[\w-]{64}$/);
      codes.add(code!);
    }
    assert.equal(codes.size, 40);
    const tokens = await Promise.all([...codes].slice(0, 10).map((code) => redeem(world, APPS.demo, code)));
    const values = tokens.flatMap(({ access_token: access, refresh_token: refresh }) => [access, refresh]);
    assert.equal(new Set(values).size, 20);
    for (const value of values) assert.match(value, /^[\w-]{64}$/);
  });

  it('does not answer POST: the authorize request is a GET, anything else KOE002', async () => {
    const browser = browserOf(world);
    assert.equal((await post(world, browser, await authorizePath(world, APPS.demo), {})).body.error_code, 'KOE002');
  });
});
