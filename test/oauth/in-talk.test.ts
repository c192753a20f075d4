/** Login in KakaoTalk's in-app browser (reference 1.2 step 3, 5.10): whoever is signed in to /talk in it needs no login page. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { actionIn, authorizePath, browserOf, follow, post } from './helpers.ts';
import { authorize, inTalk, inTalkOf } from './talking.ts';

describeHouse('oauth · in KakaoTalk', (world) => {
  for (const { as, params, ends } of [
    { as: 'returning', params: { prompt: 'select_account' }, ends: 'login' },
    { as: 'returning', params: { prompt: 'login,select_account' }, ends: 'login' },
    { as: 'returning', params: { prompt: 'create' }, ends: 'signup' },
    { as: 'han', params: {}, ends: 'consent' },
    { as: 'no-talk', params: {}, ends: 'login' },
    { as: 'no-talk', params: { prompt: 'none' }, ends: 'login_required' },
  ]) {
    it(`${as} with ${JSON.stringify(params)}: ${ends}`, async () => {
      assert.equal(await authorize(world, await inTalkOf(world, as), params), ends);
    });
  }

  it('nobody signed in to /talk: the login page, and login_required for prompt=none', async () => {
    const browser = inTalk(world);
    assert.deepEqual([await authorize(world, browser), await authorize(world, browser, { prompt: 'none' })], ['login', 'login_required']);
  });

  it('another browser with the same cookies asks for the login', async () => {
    const browser = browserOf(world);
    await post(world, browser, '/talk/session', { persona: 'returning' });
    assert.equal(await authorize(world, browser), 'login');
  });

  it('who left /talk, or whose session there is over, is asked for the login', async () => {
    const left = await inTalkOf(world, 'returning');
    await post(world, left, '/talk/session/end', {});
    assert.equal(await authorize(world, left), 'login');
    const over = await inTalkOf(world, 'returning');
    world.clock.advance(DAY + 1000);
    assert.equal(await authorize(world, over), 'login');
  });

  it('whoever changes in /talk changes here, whoever was signed in before', async () => {
    const browser = await inTalkOf(world, 'returning');
    assert.equal(await authorize(world, browser), 'code');
    await post(world, browser, '/talk/session', { persona: 'han' });
    assert.equal(await authorize(world, browser), 'consent');
  });

  it('a person who agrees there arrives at the partner, with the state as it was sent', async () => {
    const browser = await inTalkOf(world, 'han');
    const page = await follow(world, browser, await authorizePath(world, APPS.secretOff, { state: 'a b&c=%&d+' }));
    const end = await post(world, browser, actionIn(page), [['decision', 'cancel']]);
    assert.equal(
      end.headers['location'],
      `${CALLBACK}?error=access_denied&error_description=User%20denied%20access&state=a%20b%26c%3D%25%26d%2B`,
    );
  });

  it('the session lasts a day and keeps its cookie from scripts and other sites', async () => {
    const browser = await inTalkOf(world, 'returning');
    const answer = await browser.get(await authorizePath(world, APPS.demo));
    assert.equal(answer.status, 302);
    const cookies = answer.headers['set-cookie'] as unknown as string[];
    assert.equal(cookies.length, 2);
    for (const each of cookies) assert.match(each, /^kakao_sync_session(\.sig)?=[\w-]+; path=\/; samesite=lax; httponly$/);
    await post(world, browser, '/talk/session/end', {});
    assert.equal(await authorize(world, browser), 'code');
    world.clock.advance(DAY + 1000);
    assert.equal(await authorize(world, browser), 'login');
  });
});
