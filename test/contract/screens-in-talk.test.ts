/** The login inside KakaoTalk. Reference 5.10. */
import assert from 'node:assert/strict';
import { describeHouse } from '../helpers/house.ts';
import { authorize, inTalkOf } from '../oauth/talking.ts';
import { eachFact, tableOf } from './helpers.ts';

describeHouse('contract · 5.10 · the login inside KakaoTalk', (world) => {
  const silently = async (as: string, params = {}) => authorize(world, await inTalkOf(world, as), { prompt: 'none', ...params });

  eachFact(tableOf('in-talk'), {
    'prompt=none in KakaoTalk brings a code to a member': async () => assert.equal(await silently('returning'), 'code'),
    'prompt=none in KakaoTalk brings consent_required to a non-member': async () => assert.equal(await silently('han'), 'consent_required'),
    'prompt=none in KakaoTalk can be combined with login_hint': async () => {
      for (const login_hint of ['returning@example.com', 'han@example.com'])
        assert.equal(await silently('returning', { login_hint }), 'code');
    },
  });
});
