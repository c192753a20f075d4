/** 고객센터: what only the desk does. */
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
    await refused('nothing_changed', rooms.house.sync.reorderTerms(DESK, APP, ['marketing_20261123', 'service_20261123']));
    for (const tags of [['service_20261123'], ['service_20261123', 'service_20261123'], ['service_20261123', 'marketing_20261123', 'x']]) {
      await refused('order_incomplete', rooms.house.sync.reorderTerms(DESK, APP, tags));
    }
    assert.deepEqual(await terms(), ['marketing_20261123', 'service_20261123']);
  });

  it('changes an approved term by a review, within the rules of a new one; until then the term stays as it is', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    const change = (to: object, tag = 'service_20261123') => rooms.house.sync.changeTerm(DESK, APP, tag, to);
    await refused('title_missing', change({ title: { ko: '새 제목', en: '' } }), { language: 'en' });
    await refused('term_url_refused', change({ url: 'example.com' }));
    await refused('unknown_term', change({}, 'nothing'));
    await refused('nothing_changed', change({ required: true, title: { ko: 'service_20261123 약관 ', en: 'Terms of service_20261123' } }));

    const titles = async () => (await rooms.house.terms.approved(APP)).map(({ title, required }) => `${title.ko} ${required}`);
    const before = await titles();
    const review = await change({ title: { ko: '새 제목', en: 'New title' }, required: false });
    assert.deepEqual([review.submittedBy, review.parts], ['desk', ['service_20261123']]);
    assert.deepEqual(await titles(), before);
    await refused('review_pending', change({ required: false }));
    await rooms.house.reviews.approve(review.id);
    assert.deepEqual(await titles(), ['새 제목 false', before[1]]);
    assert.equal((await rooms.house.sync.applications(APP))[0]?.application.terms[0]?.title.en, 'New title');
  });

  it('keeps a term as it was when its change is turned down, and changes one again that was changed', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    const change = (ko: string) => rooms.house.sync.changeTerm(DESK, APP, 'service_20261123', { title: { ko, en: 'Title' } });
    const title = async () => (await rooms.house.terms.approved(APP))[0]?.title.ko;
    await rooms.house.reviews.approve((await change('둘째')).id);
    await rooms.house.reviews.reject((await change('셋째')).id, '제목이 다릅니다');
    assert.equal(await title(), '둘째');
    await rooms.house.reviews.approve((await change('넷째')).id);
    assert.equal(await title(), '넷째');
  });

  it('leaves a change in the place that its term was given meanwhile', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    const { id } = await rooms.house.sync.changeTerm(DESK, APP, 'service_20261123', { required: false });
    await rooms.house.sync.reorderTerms(DESK, APP, ['marketing_20261123', 'service_20261123']);
    await rooms.house.reviews.approve(id);
    assert.deepEqual(await terms(), ['marketing_20261123', 'service_20261123']);
  });

  it('adds a term by a review, after the others, within the rules', async () => {
    const term = { tag: ' third_20261123 ', title: { ko: '셋째 약관', en: 'Third' }, url: 'https://example.com/3', required: true };
    const add = (over: object = {}) => rooms.house.sync.addTerm(DESK, APP, { ...term, ...over });
    await refused('terms_not_approved', add());
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    await refused('tag_already_used', add({ tag: 'service_20261123' }));
    await refused('tag_refused', add({ tag: 'a b' }));
    await refused('title_missing', add({ title: { ko: '', en: 'Third' } }));
    const { id } = await add();
    assert.deepEqual(await terms(), ['service_20261123', 'marketing_20261123']);
    await rooms.house.reviews.approve(id);
    assert.deepEqual(await terms(), ['service_20261123', 'marketing_20261123', 'third_20261123']);
    await refused('unknown_app', rooms.house.sync.addTerm(DESK, '999', term));
  });

  it('changes no term that is not approved', async () => {
    await applied(rooms, await filled(rooms, { kinds: ['terms'] }));
    await refused('unknown_term', rooms.house.sync.changeTerm(DESK, APP, 'service_20261123', { required: false }));
    await refused('nothing_changed', rooms.house.sync.reorderTerms(DESK, APP, []));
  });

  it('writes down what it did, and what it was asked for; nothing of what was refused', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    await refused('unknown_term', rooms.house.sync.changeTerm(DESK, APP, 'nothing', {}, '문의'));
    await rooms.house.sync.reorderTerms(DESK, APP, ['marketing_20261123', 'service_20261123'], '순서를 바꿔 주세요');
    const { id } = await rooms.house.sync.changeTerm(DESK, APP, 'service_20261123', { required: false });
    await rooms.house.sync.disconnect(DESK, APP, FIRST, ' 다른 앱에 연결합니다 ');
    const log = (await rooms.house.sync.deskLog(APP)).map(({ did, details, note }) => ({ did, details, note }));
    assert.deepEqual(log, [
      { did: 'disconnected', details: { channel: FIRST }, note: '다른 앱에 연결합니다' },
      { did: 'term-changed', details: { tag: 'service_20261123', title: 'service_20261123 약관', review: id }, note: '' },
      {
        did: 'reordered',
        details: { before: 'service_20261123, marketing_20261123', after: 'marketing_20261123, service_20261123' },
        note: '순서를 바꿔 주세요',
      },
    ]);
    assert.equal((await rooms.house.sync.deskLog()).length, 3);
    assert.deepEqual(await rooms.house.sync.deskLog('233452'), []);
  });

  it('is no person, whatever their role', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    for (const by of [OWNER, COLLEAGUE, STRANGER, 'customer-service desk']) {
      await refused('desk_only', rooms.house.sync.disconnect(by, APP, FIRST));
      await refused('desk_only', rooms.house.sync.reorderTerms(by, APP, ['marketing_20261123', 'service_20261123']));
      await refused('desk_only', rooms.house.sync.changeTerm(by, APP, 'service_20261123', { required: false }));
      const term = { tag: 'third', title: { ko: '셋째', en: 'Third' }, url: 'https://example.com/3', required: true };
      await refused('desk_only', rooms.house.sync.addTerm(by, APP, term));
    }
    assert.deepEqual(await terms(), ['service_20261123', 'marketing_20261123']);
  });
});
