/** 신청 2단계 · 신청 버튼 상태 구분, and what came of an application. */
import assert from 'node:assert/strict';
import { type Clerk, clerk } from '../helpers/clerk.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../helpers/rooms.ts';
import { applicant, APPLICATION, beginDetails, FILES, handIn, ITEMS, RESULT, TERM, termAt } from './applicant.ts';

describeHouse('신청 2단계 · 신청 버튼 상태 구분', (world) => {
  const button = async (id: string, who = OWNER) => (await (await clerk(world, who)).open('/business/sync')).read(`sync-${id}`);

  it('신청 전 단계: 카카오싱크 신청', async () => {
    assert.match((await button(APPS.linked))!, /^신청 전 카카오싱크 신청/);
  });

  it('앱 권한이 없어 신청 불가능한 상태: 권한 없음과 이유', async () => {
    assert.match((await button(APPS.linked, COLLEAGUE))!, /^권한 없음 카카오싱크 신청.*비즈 앱의 권한이 에디터 이상일 경우에만/);
    const page = await (await clerk(world, COLLEAGUE)).open('/business/sync');
    assert.match(page.html, new RegExp(`disabled data-testid="apply-${APPS.linked}"`));
  });

  it('검수 진행 중 상태', async () => {
    assert.match((await button(APPS.underReview))!, /^검수 진행 중/);
  });

  it('검수 완료 후 상태 확인 가능: 반려와 이유', async () => {
    assert.match((await button(APPS.rejected))!, /^반려 전화번호 수집에 대한 권한 요청은 반려 되었습니다\. 결과 보기/);
    assert.match((await button(APPS.ellaBongBong))!, /^승인 결과 보기/);
  });

  it('내가 아무 권한도 없는 앱은 표에 없습니다', async () => {
    const page = await (await clerk(world, STRANGER)).open('/business/sync');
    assert.ok(!page.has(`row-${APPS.linked}`));
  });
});

describeHouse('신청 2단계 · 검수 결과', (world) => {
  let owner: Clerk;
  beforeEach(async () => (owner = await applicant(world)));
  const reviewOf = async (kind: 'terms' | 'items') =>
    (await world.house.sync.applications(APPS.biz)).find(({ application }) => application.kind === kind)!.review.id;

  it('검수 진행 중에는 같은 검수를 다시 신청할 수 없습니다', async () => {
    const form = await beginDetails(owner, 'terms', 'items');
    await handIn(world, owner);
    const page = await owner.open(APPLICATION);
    assert.match(page.html, /value="terms" disabled[\s\S]*value="items" disabled/);
    await owner.send(page, { kinds: ['terms'] });
    const again = await owner.send(
      await owner.open(`${APPLICATION}/details`),
      { do: 'submit', ...termAt(0, 'next_1') },
      {
        'terms.0.evidence': FILES['terms.0.evidence']!,
      },
    );
    assert.match(again.read('form-problems')!, /같은 검수가 이미 진행 중/);
    assert.ok(form.has('submit'));
    assert.equal((await world.house.sync.applications(APPS.biz)).length, 2);
  });

  it('부분 승인: 빠진 항목만 반려되고 이유를 알려 줍니다', async () => {
    await handIn(world, owner);
    await world.house.reviews.approve(await reviewOf('items'), [{ part: 'phone_number', reason: '화면에 전화번호 입력란이 없습니다.' }]);
    const page = await owner.open(RESULT);
    assert.match(page.read('review-items')!, /부분 승인 전화번호 수집에 대한 권한 요청은 반려 되었습니다\./);
    assert.match(page.read('review-items')!, /화면에 전화번호 입력란이 없습니다/);
    assert.match(page.read('locked')!, /생년/);
    assert.doesNotMatch(page.read('locked')!, /휴대전화번호/);
    const english = await owner.open(`${RESULT}?lang=en`);
    assert.match(english.read('review-items')!, /The request to collect phone numbers was turned down/);
  });

  it('반려되면 이유를 보고 다시 신청할 수 있으며, 이전 신청은 히스토리에 남습니다', async () => {
    await handIn(world, owner);
    await world.house.reviews.reject(await reviewOf('terms'), '약관 URL의 회사명이 다릅니다.');
    const page = await owner.open(RESULT);
    assert.match(page.read('review-terms')!, /반려 약관 URL의 회사명이 다릅니다/);
    assert.match(page.read('again')!, /다시 신청하기/);
    const terms = await beginDetails(owner, 'terms');
    await owner.send(terms, { do: 'submit', ...TERM }, { 'terms.0.evidence': FILES['terms.0.evidence']! });
    await world.house.reviews.approve(await reviewOf('terms'));
    const after = await owner.open(RESULT);
    assert.match(after.read('review-terms')!, /약관 검수 승인/);
    assert.match(after.read('history-terms')!, /이전 신청 1건.*반려.*약관 URL의 회사명이 다릅니다/);
    assert.match(after.read('locked-service_20190311')!, /서비스 이용약관 필수/);
  });

  it('결과는 앱의 멤버라면 누구나 봅니다; 다른 사람에게는 없습니다', async () => {
    await handIn(world, owner, { ...ITEMS });
    await world.house.apps.setMember(OWNER, APPS.biz, COLLEAGUE, 'member');
    const page = await (await clerk(world, COLLEAGUE)).open(RESULT);
    assert.match(page.read('review-terms')!, /검수 진행 중/);
    assert.match(page.html, /disabled data-testid="again"/);
    assert.equal((await (await clerk(world, STRANGER)).open(RESULT)).status, 404);
  });

  it('신청한 적이 없으면 다음 할 일을 알려 줍니다', async () => {
    assert.match((await owner.open(RESULT)).read('empty')!, /아직 신청한 적이 없습니다.*카카오싱크 신청/);
  });
});
