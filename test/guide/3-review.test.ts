/**
 * 3단계 · 카카오 for 비즈니스에서 카카오싱크 신청하고 검수받기, from the submission to what the applicant sees of the decision.
 * Source: guide, 신청 2단계 (신청 버튼 상태 구분).
 */
import assert from 'node:assert/strict';
import { press, shown, textOf } from '../helpers/forms.ts';
import { CALLBACK, describeHouse } from '../helpers/house.ts';
import { refused } from '../helpers/rooms.ts';
import { type Page, rowsOf } from '../helpers/visitor.ts';
import { APP, atReview, COLLEAGUE, OWNER, submitted } from '../consoles/operator/street.ts';

describeHouse('3단계 · 카카오싱크 신청하고 검수받기', (world) => {
  const button = async (by = OWNER) => world.house.sync.applyButton(await world.app(APP), by);
  const termsReview = async () => textOf((await world.visitor().open(`/developers/apps/${APP}`)).html);
  const reasons = async () =>
    (await world.house.sync.applications(APP)).map(({ review: { decision } }) => decision?.reason ?? decision?.leftOut ?? null);
  const configure = (id: string, required: boolean) =>
    world.house.sync.configureItem(OWNER, APP, { id, state: required ? 'required' : 'optional', purpose: '회원 관리' });

  /** The consent screen of somebody who comes for the first time. */
  async function consentScreen(): Promise<Page> {
    await world.change('apps', APP, { loginOn: true });
    await world.changeKey(APP, { redirectUris: [CALLBACK] });
    const visitor = world.visitor();
    const { key } = await world.key(APP);
    return visitor.submit(await visitor.authorize({ client_id: key, redirect_uri: CALLBACK }), { persona: 'new' });
  }

  it('신청 전: nothing is applied for, and simple signup cannot be switched on', async () => {
    assert.equal(await button(), 'before');
    await refused('terms_not_approved', world.house.sync.switchSimpleSignup(OWNER, APP, true));
  });

  it('검수 진행 중: everybody is told so, nothing is in effect yet, and the desk has two reviews to decide', async () => {
    const paths = await submitted(world);
    assert.deepEqual([await button(), await button(COLLEAGUE)], ['pending', 'pending']);
    assert.match(await termsReview(), /약관 검수 승인되지 않음/);
    await refused('item_not_approved', configure('phone_number', true));
    const queue = await world.visitor().open(`/_sim/reviews?app=${APP}`);
    for (const path of paths) assert.ok(queue.html.includes(`href="${path}"`));
    assert.equal(textOf(queue.html).match(/검수 진행 중/g)?.length, 2);
  });

  it('승인: terms and items are in effect, as they were submitted, once the applicant switches them on', async () => {
    for (const path of await submitted(world)) {
      const { visitor, page } = await atReview(world, path);
      assert.equal(shown(await press(visitor, page, 'approve'), 'done'), '승인했습니다.');
    }
    assert.equal(await button(), 'decided');
    assert.match(await termsReview(), /약관 검수 승인됨/);
    await world.house.sync.switchSimpleSignup(OWNER, APP, true);
    await refused('state_not_approved', configure('phone_number', false));
    await configure('phone_number', true);
    await configure('birthyear', false);
    const screen = await consentScreen();
    assert.match(textOf(screen.html), /휴대전화번호/);
    const rows = rowsOf(screen);
    for (const row of ['items=required', 'item=birthyear', 'term=service_20261123', 'term=marketing_20261123', 'age=on'])
      assert.ok(rows.includes(row), `${row} in ${rows.join(' ')}`);
  });

  it('반려: the applicant reads why, and applies again', async () => {
    const [terms] = await submitted(world);
    const { visitor, page } = await atReview(world, terms!);
    await press(visitor, page, 'reject', { own: '약관 URL 내 회사명과 비즈 앱의 사업자정보가 다릅니다.' });
    assert.deepEqual((await reasons()).at(-1), '약관 URL 내 회사명과 비즈 앱의 사업자정보가 다릅니다.');
    assert.match(await termsReview(), /약관 검수 승인되지 않음/);
    await refused('terms_not_approved', world.house.sync.switchSimpleSignup(OWNER, APP, true));
    const again = await submitted(world, { kinds: ['terms'] });
    assert.equal(again.length, 1);
    assert.equal(await button(), 'pending');
  });

  it('부분 승인: 전화번호 수집에 대한 권한 요청은 반려 되었습니다; everything else may be used', async () => {
    const [, items] = await submitted(world);
    const { visitor, page } = await atReview(world, items!);
    await press(visitor, page, 'approve-in-part', { 'parts.0.out': 'yes' });
    assert.deepEqual((await reasons())[0], [{ part: 'phone_number', reason: '전화번호 수집에 대한 권한 요청은 반려 되었습니다.' }]);
    await refused('item_not_approved', configure('phone_number', true));
    await configure('birthyear', false);
    const screen = await consentScreen();
    assert.ok(rowsOf(screen).includes('item=birthyear'));
    assert.doesNotMatch(textOf(screen.html), /휴대전화번호/);
  });

  it('영업일 기준 3~5일: with that policy the time decides, and the clock can be moved there', async () => {
    const visitor = world.visitor();
    await press(visitor, await visitor.open('/_sim/reviews'), 'policies-save', { terms: 'working-days', items: 'working-days' });
    await submitted(world);
    for (let i = 0; (await button()) === 'pending' && i < 2; i += 1) await press(visitor, await visitor.open('/_sim'), 'clock-to-review');
    assert.equal(await button(), 'decided');
    assert.deepEqual(await reasons(), [[], []]);
    assert.match(await termsReview(), /약관 검수 승인됨/);
  });
});
