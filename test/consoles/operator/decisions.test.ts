/** 심사 데스크: approving, approving in part, rejecting; each once. */
import assert from 'node:assert/strict';
import { formWith, press, shown, textOf } from '../../helpers/forms.ts';
import { describeHouse } from '../../helpers/house.ts';
import { APP, atReview, submitted } from './street.ts';

const GUIDE = '전화번호 수집에 대한 권한 요청은 반려 되었습니다.';

describeHouse('심사 데스크 · a decision', (world) => {
  const decision = async (path: string) => (await world.house.reviews.byId(path.split('/').at(-1)!))?.decision;

  it('approves all of it', async () => {
    const [path] = await submitted(world);
    const { visitor, page } = await atReview(world, path!);
    const after = await press(visitor, page, 'approve');
    assert.equal(after.url.pathname, path);
    assert.equal(shown(after, 'done'), '승인했습니다.');
    assert.deepEqual((await decision(path!))?.leftOut, []);
    assert.match(shown(after, 'decision'), /결정/);
    assert.ok(!after.html.includes('data-testid="approve"'));
    assert.equal((await world.house.terms.approved(APP)).length, 2);
  });

  it('approves in part, with the ready-made sentence or in own words', async () => {
    const [, path] = await submitted(world, {
      items: ['phone_number', 'birthyear', 'gender'].map((id) => ({ id, required: false })),
    });
    const { visitor, page } = await atReview(world, path!);
    const after = await press(visitor, page, 'approve-in-part', {
      'parts.0.out': 'yes',
      'parts.2.out': 'yes',
      'parts.2.own': '화면에 성별이 없습니다',
    });
    assert.equal(after.status, 200);
    assert.deepEqual((await decision(path!))?.leftOut, [
      { part: 'phone_number', reason: GUIDE },
      { part: 'gender', reason: '화면에 성별이 없습니다' },
    ]);
    assert.match(textOf(after.html), /부분 승인/);
    assert.match(textOf(after.html), /제외: 휴대전화번호 전화번호 수집에 대한 권한 요청은 반려 되었습니다/);
    assert.deepEqual(
      (await world.house.sync.approvedItems(APP)).map(({ id }) => id),
      ['birthyear'],
    );
  });

  it('in part needs a part, a reason for each, and something that is left; what was typed is kept', async () => {
    const [, path] = await submitted(world);
    const { visitor, page } = await atReview(world, path!);
    const none = await press(visitor, page, 'approve-in-part', { 'parts.1.own': '아직 고르지 않음' });
    assert.equal(none.status, 422);
    assert.match(shown(none, 'form-problems'), /하나 이상 골라 주세요/);
    assert.equal(formWith(none, 'approve-in-part').fields['parts.1.own'], '아직 고르지 않음');
    const silent = await press(visitor, none, 'approve-in-part', { 'parts.0.out': 'yes', 'parts.0.ready': '' });
    assert.equal(silent.status, 422);
    assert.equal(shown(silent, 'error-parts.0.own'), '사유를 고르거나 적어 주세요.');
    const all = await press(visitor, silent, 'approve-in-part', { 'parts.0.out': 'yes', 'parts.1.out': 'yes', 'parts.0.own': '이유' });
    assert.equal(all.status, 422);
    assert.match(shown(all, 'form-problems'), /반려해 주세요/);
    const forged = await press(visitor, page, 'approve-in-part', { 'parts.0.out': 'yes', 'parts.0.part': 'account_ci' });
    assert.equal(forged.status, 404);
    assert.equal(await decision(path!), null);
  });

  it('rejects with a reason, and not without', async () => {
    const [path] = await submitted(world);
    const { visitor, page } = await atReview(world, path!);
    const silent = await press(visitor, page, 'reject', { own: '   ' });
    assert.equal(silent.status, 422);
    assert.equal(shown(silent, 'error-own'), '사유를 고르거나 적어 주세요.');
    assert.equal(await decision(path!), null);
    const long = await press(visitor, silent, 'reject', { own: '가'.repeat(401) });
    assert.equal(long.status, 422);
    const after = await press(visitor, long, 'reject', { own: '약관 URL의 회사명이 다릅니다' });
    assert.match(shown(after, 'done'), /반려했습니다/);
    assert.match(textOf(after.html), /반려 사유 약관 URL의 회사명이 다릅니다/);
    assert.deepEqual((await decision(path!))?.outcome, 'rejected');
  });

  it('rejects with a ready-made reason', async () => {
    const [, path] = await submitted(world, { items: [{ id: 'phone_number', required: true }] });
    const { visitor, page } = await atReview(world, path!);
    assert.ok(!page.html.includes('data-testid="approve-in-part"'), 'there is nothing to leave out of one part');
    await press(visitor, page, 'reject', { ready: GUIDE });
    assert.equal((await decision(path!))?.reason, GUIDE);
  });

  it('is made once: pressed twice it is answered as the first time', async () => {
    const [path] = await submitted(world);
    const { visitor, page } = await atReview(world, path!);
    const both = await Promise.all([press(visitor, page, 'approve'), press(visitor, page, 'approve')]);
    assert.deepEqual(
      both.map(({ status, url }) => `${status} ${url.pathname}`),
      [`200 ${path}`, `200 ${path}`],
    );
  });

  it('of somebody else is told to who comes second, and stays', async () => {
    const [path] = await submitted(world);
    const first = await atReview(world, path!);
    const second = await atReview(world, path!);
    await press(first.visitor, first.page, 'reject', { own: '먼저' });
    for (const again of [press(second.visitor, second.page, 'approve'), press(second.visitor, second.page, 'reject', { own: '나중' })]) {
      const { status, html } = await again;
      assert.equal(status, 409);
      assert.match(shown({ html }, 'too-late'), /이미 결정된 심사라서/);
      assert.match(textOf(html), /반려 사유 먼저 결정한 곳 심사 데스크에서 직접 결정/);
    }
    assert.equal((await decision(path!))?.reason, '먼저');
  });

  it('that the time has made is told to who comes later', async () => {
    await world.house.reviews.setPolicy('terms', 'working-days');
    const [path] = await submitted(world);
    const { visitor, page } = await atReview(world, path!);
    await world.house.world.advanceToNextReview();
    const { status, html } = await press(visitor, page, 'reject', { own: '늦었습니다' });
    assert.equal(status, 409);
    assert.match(textOf(html), /심사 방식에 따라 자동으로 승인/);
  });

  it('goes back to the review where its address is opened', async () => {
    const [path] = await submitted(world);
    for (const noun of ['approval', 'rejection', 'url-checks']) {
      assert.equal((await world.visitor().open(`${path}/${noun}?lang=en`)).url.pathname, path);
    }
  });
});
