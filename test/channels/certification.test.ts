/** 준비 1 · 플러스친구 비즈니스 인증: who may apply, how it stands, what is kept. */
import assert from 'node:assert/strict';
import { COLLEAGUE, describeRooms, OWNER, refused } from '../helpers/rooms.ts';
import { applying, DAILYLOOK, KAKAO } from './applying.ts';

describeRooms('channels · 비즈니스 인증', (rooms) => {
  const { paper, save, certify, state, owned, incomplete } = applying(rooms);

  it('stands as its newest review does', async () => {
    assert.equal(await state(), 'none');
    const first = await certify();
    assert.equal(await state(), 'pending');
    await rooms.house.reviews.reject(first.id, '상호가 다릅니다');
    assert.equal(await state(), 'rejected');
    assert.ok(!(await rooms.house.channels.certified(DAILYLOOK)));
    await rooms.house.reviews.approve((await certify()).id);
    assert.equal(await state(), 'valid');
    assert.ok(await rooms.house.channels.certified(DAILYLOOK));
  });

  it('stands so in the shipped world', async () => {
    const of = (id: string) => rooms.house.channels.certification(id);
    assert.deepEqual(await Promise.all(['_xaGdm', '_xuJon', '_xvBuk', '_xtDly'].map(of)), ['valid', 'pending', 'rejected', 'none']);
  });

  it('is of the type that was approved, and of none before that', async () => {
    const type = async (id = DAILYLOOK) => (await rooms.house.channels.certificationStanding(id)).type;
    const review = await certify({ type: 'public' });
    assert.equal(await type(), 'none');
    await rooms.house.reviews.approve(review.id);
    assert.equal(await type(), 'public');
    assert.equal(await type('_xaGdm'), 'business');
  });

  it('keeps every application with its papers, newest first', async () => {
    const first = await certify();
    await rooms.house.reviews.reject(first.id, '상호가 다릅니다');
    const second = await certify();
    const history = await rooms.house.channels.certificationHistory(DAILYLOOK);
    assert.deepEqual(
      history.map(({ review, form: handedIn }) => [review.id, review.decision?.reason, handedIn?.businessNumber]),
      [
        [second.id, undefined, KAKAO.join('-')],
        [first.id, '상호가 다릅니다', KAKAO.join('-')],
      ],
    );
    assert.equal(await owned(), 4);
    assert.equal((await rooms.house.channels.byId(DAILYLOOK))?.businessNumber, KAKAO.join('-'));
    assert.deepEqual(
      (await rooms.house.channels.certificationHistory('_xaGdm')).map((entry) => entry.form),
      [undefined],
    );
  });

  it('is filled in as far as it goes, and gives up the papers that are replaced', async () => {
    await save({ number: ['12', '', ''], papers: { registration: await paper() } }, OWNER, false);
    await save(
      { number: ['12', '', ''], papers: { registration: await paper(), identity: { document: null, issuedOn: 'x' } } },
      OWNER,
      false,
    );
    const draft = await rooms.house.channels.certificationDraft(OWNER, DAILYLOOK);
    assert.deepEqual([draft.form.number, draft.business], [['12', '', ''], undefined]);
    assert.equal(await owned(), 1);
    await incomplete(rooms.house.channels.certify(OWNER, DAILYLOOK), 'number.0 number', 'papers.identity.document missing');
    assert.equal(await state(), 'none');
  });

  it('begins after a rejection with what was turned down', async () => {
    await rooms.house.reviews.reject((await certify({ type: 'public' })).id, '상호가 다릅니다');
    const { form: again, business } = await rooms.house.channels.certificationDraft(OWNER, DAILYLOOK);
    assert.deepEqual([again.type, again.number, business?.id], ['public', KAKAO, KAKAO.join('-')]);
    await rooms.house.channels.certify(OWNER, DAILYLOOK);
    assert.equal(await owned(), 2);
  });

  it('begins with the business of the profile where no application is on record', async () => {
    const { form, business } = await rooms.house.channels.certificationDraft(OWNER, '_xvBuk');
    assert.deepEqual([form.number, form.papers, business?.companyName], [['999', '81', '04044'], {}, 'Jone networks']);
  });

  it('is a manager’s to apply for', async () => {
    await rooms.house.channels.setManager(OWNER, DAILYLOOK, COLLEAGUE, 'member');
    await refused('channel_role_missing', save({}, COLLEAGUE), { needed: 'manager', has: 'member' });
    await refused('channel_role_missing', rooms.house.channels.certify(COLLEAGUE, DAILYLOOK));
    await rooms.house.channels.setManager(OWNER, DAILYLOOK, COLLEAGUE, 'manager');
    await certify({}, COLLEAGUE);
  });

  it('is not applied for twice, and not again once it is valid', async () => {
    await save();
    const apply = () => rooms.house.channels.certify(OWNER, DAILYLOOK);
    const both = await Promise.allSettled([apply(), apply()]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await refused('review_pending', save());
    await rooms.house.reviews.approve((await rooms.house.reviews.newest('certification', DAILYLOOK))!.id);
    await refused('already_certified', save());
  });
});
