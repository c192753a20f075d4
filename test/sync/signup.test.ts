/** 4단계: what an editor may switch once everything is approved. */
import assert from 'node:assert/strict';
import { describeRooms, refused, STRANGER } from '../helpers/rooms.ts';
import { APP, applied, COLLEAGUE, filled, OWNER, PROFILES } from './street.ts';

const [FIRST] = PROFILES;

describeRooms('4단계 · 간편가입 and the profile on the consent screen', (rooms) => {
  const on = (by = OWNER) => rooms.house.sync.switchSimpleSignup(by, APP, true);

  it('is switched on once terms are approved, not before', async () => {
    await refused('terms_not_approved', on());
    const [review] = await applied(rooms, await filled(rooms, { kinds: ['terms'] }));
    await refused('terms_not_approved', on());
    await rooms.house.reviews.approve(review!.id);
    assert.ok((await on(COLLEAGUE)).simpleSignupOn);
    assert.ok(!(await rooms.house.sync.switchSimpleSignup(OWNER, APP, false)).simpleSignupOn);
  });

  it('is off without an approval, too', async () => {
    assert.ok(!(await rooms.house.sync.switchSimpleSignup(OWNER, APP, false)).simpleSignupOn);
  });

  it('shows a profile that is connected, or none', async () => {
    const choose = (channelId: string | null, by = OWNER) => rooms.house.sync.chooseChannel(by, APP, channelId);
    await refused('channel_not_connected', choose(FIRST));
    await rooms.house.sync.connect(OWNER, APP, [FIRST]);
    assert.equal((await choose(FIRST, COLLEAGUE)).channelOnConsent, FIRST);
    assert.equal((await choose(null)).channelOnConsent, null);
    await refused('app_role_missing', choose(FIRST, STRANGER));
    await refused('app_role_missing', on(STRANGER));
  });
});
