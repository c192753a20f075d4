/** KakaoTalk's in-app browser: section 5.10 of the contract, row by row. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS } from '../helpers/house.ts';
import { describeTable } from './table.ts';

const IN_TALK = 'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Mobile Safari/537.36 KAKAOTALK 10.4.5';

describeTable('in-talk', (world) => {
  const inTalk = async (as: string, params: Record<string, string> = {}) => {
    const browser = supertest.agent(world.url).set('User-Agent', IN_TALK);
    await browser.post('/talk/session').type('form').send({ persona: as });
    const query = { client_id: (await world.key(APPS.demo)).key, redirect_uri: 'http://localhost:3000/oauth', response_type: 'code' };
    let answer = await browser.get(`/oauth/authorize?${new URLSearchParams({ ...query, prompt: 'none', ...params })}`);
    // Signed in by one more redirect to the same address.
    if (answer.headers.location?.startsWith('/')) answer = await browser.get(answer.headers.location);
    return new URL(answer.headers.location!).searchParams;
  };
  return {
    'prompt=none in KakaoTalk brings a code to a member': async () => assert.ok((await inTalk('returning')).get('code')),
    'prompt=none in KakaoTalk brings consent_required to a non-member': async () =>
      assert.equal((await inTalk('han')).get('error'), 'consent_required'),
    'prompt=none in KakaoTalk can be combined with login_hint': async () =>
      assert.ok((await inTalk('returning', { login_hint: 'returning@example.com' })).get('code')),
  };
});
