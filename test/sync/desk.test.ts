/** 고객센터: what only the desk does, and what an editor may switch once everything is approved. */
import assert from 'node:assert/strict';
import { DESK } from '../../src/sync/index.ts';
import { describeRooms, refused, STRANGER } from '../helpers/rooms.ts';
import { APP, applied, approved, COLLEAGUE, filled, OWNER, PROFILES } from './street.ts';

const [FIRST, SECOND] = PROFILES;

describeRooms('고객센터 · the desk', (rooms) => {
  const terms = async () => (await rooms.house.terms.approved(APP)).map(({ tag }) => tag);

  it('disconnects a profile, which then is no longer on the consent screen', async () => {
    await rooms.house.sync.connect(OWNER, APP, [FIRST, SECOND]);
    await rooms.house.sync.chooseChannel(OWNER, APP, FIRST);
    await rooms.house.sync.disconnect(DESK, APP, FIRST);
    assert.deepEqual(
      (await rooms.house.sync.connections(APP)).map(({ channelId }) => channelId),
      [SECOND],
    );
    assert.equal((await rooms.house.apps.byId(APP))?.channelOnConsent, null);
    await refused('channel_not_connected', rooms.house.sync.disconnect(DESK, APP, FIRST));
    await rooms.house.sync.connect(OWNER, APP, [FIRST]);
  });

  it('reorders approved terms, all of them', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    await rooms.house.sync.reorderTerms(DESK, APP, ['marketing_20261123', 'service_20261123']);
    assert.deepEqual(await terms(), ['marketing_20261123', 'service_20261123']);
    for (const tags of [['service_20261123'], ['service_20261123', 'service_20261123'], ['service_20261123', 'marketing_20261123', 'x']]) {
      await refused('order_incomplete', rooms.house.sync.reorderTerms(DESK, APP, tags));
    }
    assert.deepEqual(await terms(), ['marketing_20261123', 'service_20261123']);
  });

  it('changes an approved term, within the rules of a new one', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    const change = (to: object, tag = 'service_20261123') => rooms.house.sync.changeTerm(DESK, APP, tag, to);
    const { title, url, required, order } = await change({ title: { ko: '새 제목', en: 'New title' }, required: false });
    assert.deepEqual([title.ko, url, required, order], ['새 제목', 'https://example.com/service_20261123', false, 1]);
    await refused('title_missing', change({ title: { ko: '새 제목', en: '' } }), { language: 'en' });
    await refused('term_url_refused', change({ url: 'example.com' }));
    await refused('unknown_term', change({}, 'nothing'));
  });

  it('changes no term that is not approved', async () => {
    await applied(rooms, await filled(rooms, { kinds: ['terms'] }));
    await refused('unknown_term', rooms.house.sync.changeTerm(DESK, APP, 'service_20261123', { required: false }));
    await rooms.house.sync.reorderTerms(DESK, APP, []);
  });

  it('is no person, whatever their role', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    for (const by of [OWNER, COLLEAGUE, STRANGER, 'customer-service desk']) {
      await refused('desk_only', rooms.house.sync.disconnect(by, APP, FIRST));
      await refused('desk_only', rooms.house.sync.reorderTerms(by, APP, ['marketing_20261123', 'service_20261123']));
      await refused('desk_only', rooms.house.sync.changeTerm(by, APP, 'service_20261123', { required: false }));
    }
    assert.deepEqual(await terms(), ['service_20261123', 'marketing_20261123']);
  });
});

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
