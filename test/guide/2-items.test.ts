/** 신청 2단계 · (2) 개인정보 제공항목, in the guide's own order and words. */
import assert from 'node:assert/strict';
import { type Clerk, clerk } from '../helpers/clerk.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { COLLEAGUE } from '../helpers/rooms.ts';
import { applicant, beginDetails, FILES, ITEMS, RESULT } from './applicant.ts';

describeHouse('신청 2단계 · (2) 카카오 로그인 시 개인정보 제공 항목 검수', (world) => {
  let owner: Clerk;
  beforeEach(async () => (owner = await applicant(world)));
  const begin = () => beginDetails(owner, 'items');
  const evidence = { evidence: FILES.evidence! };
  const applications = () => world.house.sync.applications(APPS.biz);

  it('제공 항목은 휴대전화번호/생년월일/연령대/성별/배송지/CI이며, 항목별로 필수인지 선택인지 선택합니다', async () => {
    const page = await begin();
    for (const item of ['phone_number', 'birthyear', 'birthday', 'age_range', 'gender', 'shipping_address', 'account_ci'])
      assert.match(page.read(`field-item.${item}`)!, /신청 안 함.*필수 수집.*선택 수집/, item);
    const done = await owner.send(page, { do: 'submit', ...ITEMS }, evidence);
    assert.match(done.path, /done=submitted/);
    const [{ application } = assert.fail()] = await applications();
    assert.deepEqual(application.items, [
      { id: 'phone_number', required: true },
      { id: 'birthyear', required: false },
    ]);
    assert.deepEqual([application.reason, application.privacyUrl], [ITEMS['reason'], ITEMS['privacyUrl']]);
  });

  it('빠진 것은 모두 한 번에, 그 자리에서 알려 줍니다', async () => {
    const page = await owner.send(await begin(), { do: 'submit' });
    for (const field of ['items', 'reason', 'privacyUrl', 'evidence']) assert.ok(page.has(`error-${field}`), field);
    assert.deepEqual(await applications(), []);
  });

  it('없는 항목과 검수가 필요 없는 항목은 신청되지 않습니다', async () => {
    for (const [item, says] of [
      ['shoe_size', /없는 개인정보 항목/],
      ['account_email', /검수 없이 사용할 수 있는 항목/],
    ] as const) {
      const page = await owner.send(await begin(), { do: 'submit', ...ITEMS, [`item.${item}`]: 'required' }, evidence);
      assert.match(page.read('form-problems')!, says);
    }
    assert.deepEqual(await applications(), []);
  });

  it('수집 사유는 최대 400자까지 입력 가능합니다', async () => {
    const page = await begin();
    assert.match(page.read('field-reason')!, /최대 400자/);
    const long = await owner.send(page, { do: 'submit', ...ITEMS, reason: '가'.repeat(401) }, evidence);
    assert.match(long.read('error-reason')!, /400자까지 입력할 수 있습니다\. 지금 401자/);
    assert.ok(long.html.includes('가'.repeat(401)), 'what was typed stays');
    assert.match((await owner.send(long, { do: 'submit', reason: '가'.repeat(400) })).path, /done=submitted/);
  });

  it('개인정보 처리방침 URL은 웹 주소입니다', async () => {
    const page = await owner.send(await begin(), { do: 'submit', ...ITEMS, privacyUrl: 'javascript:alert(1)' }, evidence);
    assert.match(page.read('error-privacyUrl')!, /http 또는 https/);
  });

  it('승인된 항목은 다시 신청되지 않고, 선택 → 필수로만 수정 가능합니다', async () => {
    await owner.send(await begin(), { do: 'submit', ...ITEMS }, evidence);
    const mine = (await applications())[0]!.review.id;
    await world.house.reviews.approve(mine);
    const page = await begin();
    assert.ok(!page.has('field-item.phone_number') && page.has('field-item.gender'));
    const again = await owner.send(page, { do: 'submit', ...ITEMS }, evidence);
    assert.match(again.read('form-problems')!, /이미 승인된 항목/);

    const path = `/business/apps/${APPS.biz}/items/birthyear/condition`;
    assert.ok((await owner.open(RESULT)).has('require-birthyear'));
    const confirm = await owner.open(path);
    assert.match(confirm.read('confirm')!, /필수에서 선택으로는 되돌릴 수 없습니다/);
    const changed = await owner.send(confirm);
    assert.equal(changed.path, `${RESULT}?done=madeRequired`);
    assert.match(changed.read('locked-birthyear')!, /생년 \(출생 연도\) 필수/);
    assert.ok(!changed.has('require-birthyear'));
    const back = await owner.send(confirm, { once: null, condition: 'optional' });
    assert.equal(back.status, 422);
    assert.match(back.read('form-problems')!, /되돌릴 수 없습니다/);
    assert.equal((await world.house.sync.approvedItems(APPS.biz)).find(({ id }) => id === 'birthyear')?.required, true);
  });

  it('수집 조건은 에디터 이상만 바꿀 수 있고, 승인되지 않은 항목은 없습니다', async () => {
    const path = `/business/apps/${APPS.ellaBongBong}/items/birthyear/condition`;
    const form = await owner.open(path);
    const member = await clerk(world, COLLEAGUE);
    assert.equal((await member.post(form, { as: null })).status, 403);
    assert.equal((await owner.open(path.replace('birthyear', 'gender'))).status, 404);
    assert.ok(!(await member.open(`/business/apps/${APPS.ellaBongBong}/result`)).has('require-birthyear'));
  });
});
