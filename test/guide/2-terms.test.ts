/** 신청 2단계 · (1) 카카오 간편가입 시 약관 검수, in the guide's own order and words. */
import assert from 'node:assert/strict';
import { LIMIT, png, pngOf } from '../documents/files.ts';
import type { Clerk } from '../helpers/clerk.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { OWNER } from '../helpers/rooms.ts';
import { applicant, APPLICATION, beginDetails, DETAILS, FILES, TERM, termAt } from './applicant.ts';

const FILES_OF_TERM = { 'terms.0.evidence': FILES['terms.0.evidence']! };

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
