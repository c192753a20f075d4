/** 신청 2단계 · 카카오싱크를 신청하면서 약관, 개인정보 제공항목 등 세부사항 입력하기, in the guide's own order and words. */
import assert from 'node:assert/strict';
import { png, pngOf, LIMIT } from '../documents/files.ts';
import { type Clerk, clerk } from '../helpers/clerk.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../helpers/rooms.ts';
import { applicant, APPLICATION, beginDetails, DETAILS, FILES, ITEMS, RESULT, TERM, termAt } from './applicant.ts';

describeHouse('신청 2단계 · 권한 선택하기', (world) => {
  let owner: Clerk;
  beforeEach(async () => (owner = await applicant(world)));
  const kinds = async () => (await world.house.sync.draft(OWNER, APPS.biz)).content.kinds;

  it('연결 상태 확인 후 우측 카카오싱크 신청 버튼을 클릭', async () => {
    const page = await owner.open('/business/sync');
    assert.match(page.html, new RegExp(`<a class="button primary" href="${APPLICATION}" data-testid="apply-${APPS.biz}">카카오싱크 신청`));
  });

  it('신청 권한 선택 → 상세 내용 작성 → 신청 완료: 검수 둘 중 하나 또는 둘 다', async () => {
    const page = await owner.open(APPLICATION);
    assert.match(page.read('stepper')!, /신청 권한 선택 \(현재 단계\).*상세 내용 작성.*신청 완료/);
    assert.match(page.html, /영업일 기준 3~5일이 소요됩니다/);
    assert.equal((await owner.send(page, { kinds: 'items' })).path, DETAILS);
    assert.deepEqual(await kinds(), ['items']);
    await owner.send(await owner.open(APPLICATION), { kinds: ['items', 'terms'] });
    assert.deepEqual(await kinds(), ['terms', 'items']);
  });

  it('아무것도 선택하지 않으면 다음으로 가지 않습니다', async () => {
    const page = await owner.send(await owner.open(APPLICATION));
    assert.equal(page.status, 422);
    assert.match(page.read('error-kinds')!, /하나 이상 선택/);
    assert.deepEqual(await kinds(), []);
  });

  it('비즈 앱에 에디터 이상의 권한이 있는 경우만 가능합니다', async () => {
    await world.house.apps.setMember(OWNER, APPS.biz, COLLEAGUE, 'member');
    const form = await owner.open(APPLICATION);
    for (const [id, status] of [
      [COLLEAGUE, 403],
      [STRANGER, 404],
    ] as const) {
      const who = await clerk(world, id);
      for (const path of [APPLICATION, DETAILS]) assert.equal((await who.open(path)).status, status);
      assert.equal((await who.post(form, { as: null, kinds: 'terms' })).status, status);
    }
    assert.deepEqual(await kinds(), []);
  });

  it('연결된 인증 프로필이 없으면 1단계가 먼저입니다', async () => {
    const { store } = world.house;
    const form = await owner.open(APPLICATION);
    await store.write(async (tx) => tx.remove('connections', `${APPS.biz}:_xaGdm`));
    assert.equal((await owner.open(APPLICATION)).path, `/business/connections/new/${APPS.biz}`);
    const refused = await owner.send(form, { kinds: 'terms' });
    assert.match(refused.read('form-problems')!, /연결된 인증 프로필이 없습니다/);
  });
});

describeHouse('신청 2단계 · (1) 카카오 간편가입 시 약관 검수', (world) => {
  let owner: Clerk;
  beforeEach(async () => (owner = await applicant(world)));
  const begin = () => beginDetails(owner, 'terms');
  const content = async () => (await world.house.sync.draft(OWNER, APPS.biz)).content;
  const tags = async () => (await content()).terms.map(({ tag }) => tag);
  const isHandedIn = async () => (await world.house.sync.applications(APPS.biz)).length > 0;

  it('약관 제목, 약관 URL, 약관 조건, Tag와 증빙 서류, 만 14세 이상을 입력해 신청합니다', async () => {
    const done = await owner.send(await begin(), { do: 'submit', ...TERM, ageCheck: 'on' }, FILES_OF_TERM);
    assert.equal(done.path, `${APPLICATION}/done?done=submitted`);
    assert.match(done.read('stepper')!, /신청 완료 \(현재 단계\)/);
    const [{ application, review } = assert.fail()] = await world.house.sync.applications(APPS.biz);
    assert.equal(review.decision, null);
    assert.equal(application.ageCheck, true);
    const [term] = application.terms;
    assert.deepEqual(
      [term?.title, term?.url, term?.required, term?.tag],
      [{ ko: '서비스 이용약관', en: 'Terms of Service' }, 'https://example.com/terms', true, 'service_20190311'],
    );
  });

  it('빠진 것은 모두 한 번에, 그 자리에서 알려 주고 입력한 것은 그대로 둡니다', async () => {
    const page = await owner.send(await begin(), { do: 'submit', 'terms.0.title.ko': '이용약관' });
    assert.equal(page.path, `${DETAILS}?check`);
    for (const field of ['title.en', 'url', 'tag', 'evidence']) assert.ok(page.has(`error-terms.0.${field}`), field);
    assert.ok(!page.has('error-terms.0.title.ko'));
    assert.match(page.html, /value="이용약관"/);
    assert.match(page.read('form-problems')!, /약관 1 약관 제목 \(영어\).*약관 1 약관 URL.*약관 1 Tag.*약관 1 검수 증빙 서류/);
    assert.equal(await isHandedIn(), false);
  });

  it('약관은 최대 10개까지 추가 가능합니다', async () => {
    const many = (count: number) => Object.assign({}, ...Array.from({ length: count }, (_, at) => termAt(at, `tag_${at}`)));
    const ten = await owner.send(await begin(), { do: 'save', ...many(10) });
    assert.match(ten.html, /disabled data-testid="add">[\s\S]*?10개까지 등록할 수 있습니다/);
    const eleven = await owner.send(ten, { do: 'submit', ...termAt(10, 'tag_10') });
    assert.match(eleven.read('error-terms')!, /약관은 10개까지 등록할 수 있습니다/);
    assert.equal(await isHandedIn(), false);
  });

  it('등록 순으로 화면에 노출됩니다: 위로, 아래로, 삭제', async () => {
    const first = await owner.send(await begin(), { do: 'add', ...TERM });
    assert.match(first.html, /data-testid="term-1"/);
    const second = await owner.send(first, { do: 'up.1', ...termAt(1, 'marketing_20190311') });
    assert.deepEqual(await tags(), ['marketing_20190311', 'service_20190311']);
    const third = await owner.send(second, { do: 'down.0' });
    assert.deepEqual(await tags(), ['service_20190311', 'marketing_20190311']);
    await owner.send(third, { do: 'up.0' }); // already the first
    assert.deepEqual(await tags(), ['service_20190311', 'marketing_20190311']);
    await owner.send(await owner.open(DETAILS), { do: 'remove.0' });
    assert.deepEqual(await tags(), ['marketing_20190311']);
  });

  it('Tag는 ‘키워드_날짜’ 형식을 권장할 뿐이며, 약관별로 중복될 수 없습니다', async () => {
    const files = { ...FILES_OF_TERM, 'terms.1.evidence': { bytes: png } };
    const page = await begin();
    assert.match(page.html, /‘키워드_날짜’ 형식/);
    const twice = await owner.send(page, { do: 'submit', ...TERM, ...termAt(1, 'service_20190311') }, files);
    assert.match(twice.read('error-terms.1.tag')!, /‘service_20190311’는 이 앱의 다른 약관에서 이미 사용/);
    const done = await owner.send(twice, { do: 'submit', 'terms.1.tag': '아무렇게나' });
    assert.match(done.path, /done=submitted/);
  });

  it('검수 증빙 서류는 약관별 1개, jpeg·png·pdf, 최대 10MB', async () => {
    const wrong = await owner.send(
      await begin(),
      { do: 'save', ...TERM },
      { 'terms.0.evidence': { bytes: Buffer.from('<script>'), name: 'a.png' } },
    );
    assert.equal(wrong.status, 422);
    assert.match(wrong.read('error-terms.0.evidence')!, /첨부할 수 없는 형식입니다\. jpg, png, pdf/);
    assert.match(wrong.html, /value="서비스 이용약관"/);
    const large = await owner.send(wrong, { do: 'save' }, { 'terms.0.evidence': { bytes: pngOf(LIMIT + 1) } });
    assert.match(large.read('error-terms.0.evidence')!, /최대 10MB/);
    const kept = await owner.send(large, { do: 'save' }, { 'terms.0.evidence': { bytes: pngOf(LIMIT) } });
    assert.match(kept.read('kept-terms.0.evidence')!, /첨부 완료 증빙\.png .*10MB/);
    const { evidence } = (await content()).terms[0]!;
    await owner.send(kept, { do: 'save' }, FILES_OF_TERM);
    assert.notEqual((await content()).terms[0]!.evidence, evidence);
    assert.equal(await world.house.documents.byId(evidence!), undefined, 'one for each term');
  });

  it('예시 화면 확인: 저장하고 지금 쓴 내용의 동의 화면을 엽니다', async () => {
    const page = await owner.send(await begin(), { do: 'preview', ...TERM });
    assert.equal(page.path, `/oauth/preview/${APPS.biz}`);
    assert.ok(page.has('consent-term-service_20190311'));
  });

  it('검수 완료 후 수정이 불가능합니다: 승인된 약관은 잠기고 그 Tag는 다시 쓸 수 없습니다', async () => {
    await owner.send(await begin(), { do: 'submit', ...TERM }, FILES_OF_TERM);
    for (const { id } of await world.house.reviews.pending()) await world.house.reviews.approve(id).catch(() => undefined);
    const page = await begin();
    assert.match(page.read('approved')!, /이미 승인된 약관 \(수정 불가\).*서비스 이용약관 \(필수, service_20190311\)/);
    assert.doesNotMatch(page.html, /value="service_20190311"/);
    const again = await owner.send(page, { do: 'submit', ...TERM }, FILES_OF_TERM);
    assert.match(again.read('error-terms.0.tag')!, /이미 사용/);
  });
});

const FILES_OF_TERM = { 'terms.0.evidence': FILES['terms.0.evidence']! };

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
