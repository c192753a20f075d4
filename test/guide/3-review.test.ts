/**
 * 3단계 · 카카오 for 비즈니스에서 카카오싱크 신청하고 검수받기: from the submission over the review desk to what the applicant sees.
 * Source: guide, 신청 2단계 (신청 버튼 상태 구분).
 */
import assert from 'node:assert/strict';
import { type Clerk, clerk } from '../helpers/clerk.ts';
import { press, shown, textOf } from '../helpers/forms.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { OWNER, refused } from '../helpers/rooms.ts';
import { type Page, rowsOf } from '../helpers/visitor.ts';
import { applicant, APPLICATION, handIn, RESULT } from './applicant.ts';

const APP = APPS.biz;
const REASON = '약관 URL 내 회사명과 비즈 앱의 사업자정보가 다릅니다.';

describeHouse('3단계 · 카카오싱크 신청하고 검수받기', (world) => {
  let owner: Clerk;
  beforeEach(async () => (owner = await applicant(world)));

  const button = async () => (await owner.open('/business/sync')).read(`sync-${APP}`)!;
  const result = async (kind: 'terms' | 'items') => (await owner.open(RESULT)).read(`review-${kind}`)!;
  const configure = (id: string, required: boolean) =>
    world.house.sync.configureItem(OWNER, APP, { id, state: required ? 'required' : 'optional', purpose: '회원 관리' });

  /** Decides the newest review of this kind at the desk, by the button with this test id. */
  async function decide(kind: 'terms' | 'items', testId: string, filled: Record<string, string> = {}): Promise<Page> {
    const visitor = world.visitor();
    const { html } = await visitor.open(`/_sim/reviews?kind=${kind}&app=${APP}`);
    const path = /<a class="reviews-name" href="([^"]+)"/.exec(html)?.[1];
    return press(visitor, await visitor.open(path!), testId, filled);
  }

  /** The consent screen of somebody who comes for the first time. */
  async function consentScreen(): Promise<Page> {
    await world.change('apps', APP, { loginOn: true });
    await world.changeKey(APP, { redirectUris: [CALLBACK] });
    const visitor = world.visitor();
    const { key } = await world.key(APP);
    return visitor.submit(await visitor.authorize({ client_id: key, redirect_uri: CALLBACK }), { persona: 'new' });
  }

  it('신청 전: the button applies, and simple signup cannot be switched on', async () => {
    assert.match(await button(), /^신청 전 카카오싱크 신청/);
    await refused('terms_not_approved', world.house.sync.switchSimpleSignup(OWNER, APP, true));
  });

  it('검수 진행 중: the applicant is told so, nothing is in effect yet, and the desk has two reviews to decide', async () => {
    await handIn(world, owner);
    assert.match(await button(), /^검수 진행 중/);
    assert.match(await result('terms'), /검수 진행 중/);
    await refused('item_not_approved', configure('phone_number', true));
    await refused('terms_not_approved', world.house.sync.switchSimpleSignup(OWNER, APP, true));
    const queue = await world.visitor().open(`/_sim/reviews?app=${APP}`);
    assert.equal(textOf(queue.html).match(/검수 진행 중/g)?.length, 2);
    const way = (await owner.open(RESULT)).html;
    assert.ok(way.includes('href="/_sim/reviews"'), 'the road map leads to the desk');
  });

  it('승인: what was submitted is in effect, once the applicant switches it on', async () => {
    await handIn(world, owner);
    for (const kind of ['terms', 'items'] as const) assert.equal(shown(await decide(kind, 'approve'), 'done'), '승인했습니다.');
    assert.match(await button(), /^승인 결과 보기/);
    assert.match(await result('items'), /개인정보제공 항목 검수 승인/);
    await world.house.sync.switchSimpleSignup(OWNER, APP, true);
    await refused('state_not_approved', configure('phone_number', false));
    await configure('phone_number', true);
    await configure('birthyear', false);
    const screen = await consentScreen();
    assert.match(textOf(screen.html), /휴대전화번호.*서비스 이용약관/);
    assert.deepEqual(
      ['items=required', 'item=birthyear', 'term=service_20190311'].filter((row) => !rowsOf(screen).includes(row)),
      [],
    );
  });

  it('반려: the applicant reads why, and may apply again', async () => {
    await handIn(world, owner);
    await decide('items', 'approve');
    await decide('terms', 'reject', { own: REASON });
    assert.match(await button(), new RegExp(`^반려 ${REASON} 결과 보기`));
    assert.match(await result('terms'), new RegExp(`반려 ${REASON}`));
    await refused('terms_not_approved', world.house.sync.switchSimpleSignup(OWNER, APP, true));
    assert.match((await owner.open(APPLICATION)).html, /value="terms"(?! disabled)/);
  });

  it('부분 승인: 전화번호 수집에 대한 권한 요청은 반려 되었습니다; everything else may be used', async () => {
    await handIn(world, owner);
    await decide('terms', 'approve');
    await decide('items', 'approve-in-part', { 'parts.0.out': 'yes' });
    assert.match(await button(), /^부분 승인 전화번호 수집에 대한 권한 요청은 반려 되었습니다\. 결과 보기/);
    await refused('item_not_approved', configure('phone_number', true));
    await configure('birthyear', false);
    const screen = await consentScreen();
    assert.ok(rowsOf(screen).includes('item=birthyear'));
    assert.doesNotMatch(textOf(screen.html), /휴대전화번호/);
  });

  it('영업일 기준 3~5일: with that policy the time decides, and the clock can be moved there', async () => {
    const visitor = world.visitor();
    await press(visitor, await visitor.open('/_sim/reviews'), 'policies-save', { terms: 'working-days', items: 'working-days' });
    await handIn(world, owner);
    for (let i = 0; i < 2 && (await world.house.world.nextDue()) !== null; i += 1)
      await press(visitor, await visitor.open('/_sim'), 'clock-to-review');
    const after = await clerk(world, OWNER);
    assert.match((await after.open('/business/sync')).read(`sync-${APP}`)!, /^승인 결과 보기/);
  });
});
