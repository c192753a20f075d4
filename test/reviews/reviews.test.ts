/** 심사·검수: submitted once, decided once, told why, and tried again. */
import assert from 'node:assert/strict';
import { describeRooms, OWNER, refused } from '../helpers/rooms.ts';

const parts = ['phone_number', 'birthyear', 'gender'];

describeRooms('reviews', (rooms) => {
  const submit = (subject = '205700') =>
    rooms.house.store.write((tx) => rooms.house.reviews.submit(tx, { kind: 'items', subject, parts, by: OWNER }));
  const outcomes = async () => (await rooms.house.reviews.history('items', '205700')).map(({ decision }) => decision?.outcome ?? 'pending');

  it('wait for somebody once they are submitted', async () => {
    const { id, ...review } = await submit();
    assert.deepEqual(review, {
      kind: 'items',
      subject: '205700',
      parts,
      submittedAt: review.submittedAt,
      submittedBy: OWNER,
      dueAt: null,
      decision: null,
    });
    assert.ok((await rooms.house.reviews.pending()).some((each) => each.id === id));
    rooms.at('2027-11-23T00:00:00Z');
    assert.deepEqual(await outcomes(), ['pending']);
    assert.ok(!(await rooms.house.reviews.approved(id)));
  });

  it('are begun once, however often the button is pressed', async () => {
    const both = await Promise.allSettled([submit(), submit()]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    await refused('review_pending', submit());
    assert.deepEqual(await outcomes(), ['pending']);
    await submit('another app');
  });

  it('grant every part when they are approved', async () => {
    const { id } = await submit();
    const { decision } = await rooms.house.reviews.approve(id);
    assert.deepEqual(decision, { outcome: 'approved', reason: null, leftOut: [], decidedAt: decision?.decidedAt });
    assert.ok(await rooms.house.reviews.approved(id));
    assert.ok(await rooms.house.reviews.granting()(id, 'phone_number'));
    assert.deepEqual(await rooms.house.reviews.pending().then((all) => all.filter((each) => each.id === id)), []);
  });

  it('grant all but what is left out, each with its reason', async () => {
    const { id } = await submit();
    const leftOut = [{ part: 'phone_number', reason: ' 전화번호 수집에 대한 권한 요청은 반려 되었습니다. ' }];
    const { decision } = await rooms.house.reviews.approve(id, leftOut);
    assert.deepEqual(decision?.leftOut, [{ part: 'phone_number', reason: '전화번호 수집에 대한 권한 요청은 반려 되었습니다.' }]);
    assert.ok(!(await rooms.house.reviews.granting()(id, 'phone_number')));
    assert.ok(await rooms.house.reviews.granting()(id, 'gender'));
  });

  it('leave out only parts that there are, each once and with a reason, and never all', async () => {
    const { id } = await submit();
    const { approve } = rooms.house.reviews;
    const out = (...names: string[]) => names.map((part) => ({ part, reason: '증빙 불일치' }));
    await refused('unknown_part', approve(id, out('account_ci')), { part: 'account_ci' });
    await refused('unknown_part', approve(id, out('gender', 'gender')), { part: 'gender' });
    await refused('reason_missing', approve(id, [{ part: 'gender', reason: ' ' }]), { part: 'gender' });
    await refused('nothing_left', approve(id, out(...parts)));
    assert.deepEqual(await outcomes(), ['pending']);
  });

  it('are turned down with a reason only, and then grant nothing', async () => {
    const { id } = await submit();
    await refused('reason_missing', rooms.house.reviews.reject(id, '  '));
    const { decision } = await rooms.house.reviews.reject(id, ' 서류가 다릅니다 ');
    assert.equal(decision?.reason, '서류가 다릅니다');
    assert.ok(!(await rooms.house.reviews.granting()(id, 'gender')));
  });

  it('keep their decision', async () => {
    const { id } = await submit();
    await rooms.house.reviews.approve(id);
    await refused('already_decided', rooms.house.reviews.reject(id, '늦었습니다'));
    await refused('already_decided', rooms.house.reviews.approve(id));
    await refused('unknown_review', rooms.house.reviews.approve('nothing'));
  });

  it('are submitted anew after a decision; the history keeps all, newest first', async () => {
    await rooms.house.reviews.reject((await submit()).id, '흐릿합니다');
    await rooms.house.reviews.reject((await submit()).id, '아직 흐릿합니다');
    await rooms.house.reviews.approve((await submit()).id);
    await submit();
    assert.deepEqual(await outcomes(), ['pending', 'approved', 'rejected', 'rejected']);
    const reasons = (await rooms.house.reviews.history('items', '205700')).map(({ decision }) => decision?.reason ?? null);
    assert.deepEqual(reasons, [null, null, '아직 흐릿합니다', '흐릿합니다']);
  });
});
