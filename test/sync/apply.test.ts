/** 신청 2단계 · 카카오싱크 신청: what is handed in, what is refused, and what a decision changes. */
import assert from 'node:assert/strict';
import type { DraftContent } from '../../src/sync/index.ts';
import { describeRooms, OWNER, refused, STRANGER } from '../helpers/rooms.ts';
import { APP, applied, approved, COLLEAGUE, filled, filledTerm, PROFILES } from './street.ts';

describeRooms('2단계 · an application', (rooms) => {
  const app = async () => (await rooms.house.apps.byId(APP))!;
  const reviewsOf = (content: DraftContent) => applied(rooms, content);
  const shown = async () => (await rooms.house.terms.approved(APP)).map(({ tag, order }) => `${order} ${tag}`);

  it('of terms and items is two reviews, and what was handed in stays', async () => {
    const content = await filled(rooms);
    const [terms, items] = await reviewsOf(content);
    assert.deepEqual([terms?.kind, terms?.parts], ['terms', ['service_20261123', 'marketing_20261123']]);
    assert.deepEqual([items?.kind, items?.parts], ['items', ['phone_number', 'birthyear']]);
    const [second, first] = (await rooms.house.sync.applications(APP)).map(({ application }) => application);
    assert.deepEqual([first?.terms, first?.ageCheck], [content.terms, true]);
    const { items: asked, reason, privacyUrl, evidence } = content;
    assert.deepEqual([second?.items, second?.reason, second?.privacyUrl, second?.evidence], [asked, reason, privacyUrl, evidence]);
    assert.deepEqual(await shown(), []);
  });

  it('shows its terms once they are approved, in the order of the form', async () => {
    await approved(rooms, await filled(rooms));
    assert.deepEqual(await shown(), ['1 service_20261123', '2 marketing_20261123']);
    await rooms.house.sync.switchSimpleSignup(OWNER, APP, true);
    const signup = await rooms.house.sync.simpleSignup(await app());
    assert.deepEqual([signup?.terms.length, signup?.ageCheck], [2, true]);
  });

  it('shows no term that was left out of the approval; it may be applied for again', async () => {
    const [terms] = await reviewsOf(await filled(rooms, { kinds: ['terms'] }));
    await rooms.house.reviews.approve(terms!.id, [{ part: 'marketing_20261123', reason: '제목이 다릅니다' }]);
    assert.deepEqual(await shown(), ['1 service_20261123']);
    await approved(rooms, await filled(rooms, { kinds: ['terms'], terms: [await filledTerm(rooms, 'marketing_20261123')] }));
    assert.deepEqual(await shown(), ['1 service_20261123', '2 marketing_20261123']);
  });

  it('may be made again after it was turned down, with the same tags', async () => {
    const [terms] = await reviewsOf(await filled(rooms, { kinds: ['terms'] }));
    await rooms.house.reviews.reject(terms!.id, '약관 URL의 회사명이 다릅니다');
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    assert.deepEqual(await shown(), ['1 service_20261123', '2 marketing_20261123']);
    const history = (await rooms.house.sync.applications(APP)).map(({ review }) => review.decision?.reason ?? review.decision?.outcome);
    assert.deepEqual(history, ['approved', '약관 URL의 회사명이 다릅니다']);
  });

  it('is made once: pressing twice, or two editors at once, apply once', async () => {
    await rooms.house.sync.connect(OWNER, APP, [PROFILES[0]]);
    const { version } = await rooms.house.sync.saveDraft(OWNER, APP, 0, await filled(rooms));
    const both = await Promise.allSettled([rooms.house.sync.submit(OWNER, APP, version), rooms.house.sync.submit(COLLEAGUE, APP, version)]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    assert.equal((await rooms.house.sync.applications(APP)).length, 2);
  });

  it('is not made while another of its kind is under review, and then nothing of it is', async () => {
    await reviewsOf(await filled(rooms, { kinds: ['items'] }));
    const content = await filled(rooms, { items: [{ id: 'gender', required: false }] });
    await refused('review_pending', reviewsOf(content));
    assert.equal((await rooms.house.sync.applications(APP)).length, 1);
    assert.deepEqual(await rooms.house.store.find('terms', 'app', APP), []);
  });

  it('cannot touch what is approved: neither terms nor items', async () => {
    await approved(rooms, await filled(rooms));
    await refused('tag_already_used', reviewsOf(await filled(rooms, { kinds: ['terms'] })), { tag: 'service_20261123' });
    await refused('item_already_approved', reviewsOf(await filled(rooms, { kinds: ['items'] })), { item: 'phone_number' });
    await approved(rooms, await filled(rooms, { kinds: ['items'], items: [{ id: 'gender', required: false }] }));
    assert.deepEqual(
      (await rooms.house.sync.approvedItems(APP)).map(({ id }) => id),
      ['phone_number', 'birthyear', 'gender'],
    );
  });

  it('counts the terms that are approved: ten in all', async () => {
    const many = (count: number, name: string) => Promise.all(Array.from({ length: count }, (_, i) => filledTerm(rooms, `${name}_${i}`)));
    await approved(rooms, await filled(rooms, { kinds: ['terms'], terms: await many(9, 'first') }));
    const two = await filled(rooms, { kinds: ['terms'], terms: await many(2, 'second') });
    await refused('too_many_terms', reviewsOf(two), { most: 10, approved: 9 });
    await approved(rooms, { ...two, terms: two.terms.slice(1) });
    assert.equal((await shown()).at(-1), '10 second_1');
  });

  it('says on its button how it stands', async () => {
    const button = async (by: string) => rooms.house.sync.applyButton(await app(), by);
    assert.deepEqual([await button(OWNER), await button(STRANGER)], ['before', 'no-role']);
    const reviews = await reviewsOf(await filled(rooms));
    assert.deepEqual([await button(OWNER), await button(STRANGER)], ['pending', 'pending']);
    for (const { id } of reviews) await rooms.house.reviews.reject(id, '반려');
    assert.deepEqual([await button(OWNER), await button(COLLEAGUE), await button(STRANGER)], ['decided', 'decided', 'no-role']);
  });

  it('is decided after its working days, when that is the policy', async () => {
    for (const kind of ['terms', 'items'] as const) await rooms.house.reviews.setPolicy(kind, 'working-days');
    await reviewsOf(await filled(rooms));
    assert.deepEqual(await shown(), []);
    rooms.at('2026-11-30T02:00:00Z');
    assert.deepEqual(await shown(), ['1 service_20261123', '2 marketing_20261123']);
    assert.equal((await rooms.house.sync.approvedItems(APP)).length, 2);
  });
});
