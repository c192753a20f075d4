/** 카카오 for 비즈니스 · 대시보드 and 사업자 정보 over HTTP. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { type Clerk, clerk } from '../../helpers/clerk.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../../helpers/rooms.ts';

const NEW = '/business/businesses/new';
/** Stored nowhere, and checks. */
const FREE = { 'number.0': '999', 'number.1': '81', 'number.2': '05058' };
const ENTRY = `${NEW}/999-81-05058`;
const FACTS = { companyName: '주식회사 새봄', representative: '새봄', type: '소매업', item: '문구', address: '시뮬레이션시 가상구 1' };

describeHouse('카카오 for 비즈니스 · 대시보드', (world) => {
  it('has what the person has, each as it stands', async () => {
    const page = await (await clerk(world, OWNER)).open('/business');
    assert.match(page.read(`app-${APPS.plain}`)!, /J ONE 앱 ID 205699 내 권한: 오너 일반 앱 연결 전$/);
    assert.match(page.read(`app-${APPS.biz}`)!, /비즈 앱 연결 전 연결하기/);
    assert.match(page.read(`app-${APPS.underReview}`)!, /비즈 앱 연결됨 검수 진행 중/);
    assert.match(page.read(`app-${APPS.rejected}`)!, /반려 전화번호 수집에 대한 권한 요청은 반려 되었습니다/);
    assert.match(page.read('profile-_xbTkW')!, /프로필2 프로필 번호 12346 내 권한: 매니저 인증 완료/);
    assert.match(page.read('profile-_xtDly')!, /미인증/);
    assert.match(page.read('profile-_xuJon')!, /심사 중/);
    assert.match(page.read('business-120-81-47521')!, /주식회사 카카오 120-81-47521/);
    assert.ok(page.has('road'));
  });

  it('has only what is theirs, with their own role', async () => {
    const page = await (await clerk(world, COLLEAGUE)).open('/business');
    assert.match(page.read(`app-${APPS.linked}`)!, /내 권한: 멤버/);
    assert.ok(!page.has(`app-${APPS.rejected}`) && !page.has('profile-_xcNqs'));
  });

  it('says the next step to whoever has nothing yet, in both languages', async () => {
    const stranger = await clerk(world, STRANGER);
    const page = await stranger.open('/business');
    for (const [group, says] of [
      ['apps', /아직 앱이 없습니다.*앱 만들기/],
      ['profiles', /아직 프로필이 없습니다.*프로필 만들기/],
      ['businesses', /아직 사업자 정보가 없습니다.*사업자 정보 등록/],
    ] as const)
      assert.match(page.read(`group-${group}`)!, says);
    assert.match((await stranger.open('/business?lang=en')).read('group-apps')!, /There is no app yet\./);
  });

  it('is for people who are signed in, who come back to where they were going', async () => {
    for (const path of ['/business', '/business/businesses', '/business/sync', NEW, '/business/connections/new']) {
      const answer = await supertest(world.url).get(path).expect(303);
      assert.equal(answer.headers.location, `/account/login?${new URLSearchParams({ continue: path })}`);
    }
  });
});

describeHouse('카카오 for 비즈니스 · 사업자 정보', (world) => {
  let who: Clerk;
  beforeEach(async () => (who = await clerk(world, STRANGER)));
  const businesses = async () => (await world.house.businesses.all()).length;

  it('lists the businesses of apps and profiles, and what belongs to each', async () => {
    const page = await (await clerk(world, OWNER)).open('/business/businesses');
    assert.match(
      page.read('business-120-81-47521')!,
      /대표자명 여민수, 조수용.*비즈 앱 .*테스트비즈앱1 \(205700\).*프로필 프로필1 \(12345\)/,
    );
    assert.match((await who.open('/business/businesses')).read('empty')!, /사업자 정보 등록/);
  });

  it('is looked up by its number: what is stored is shown, and not entered again', async () => {
    const found = await who.send(await who.open(NEW), { 'number.0': '120', 'number.1': '81', 'number.2': '47521' });
    assert.equal(found.path, `${NEW}/120-81-47521`);
    assert.match(found.read('stored')!, /사업자등록번호가 확인되었습니다.*주식회사 카카오.*제주도 제주시 첨단로 242/);
    assert.ok(!found.has('submit'));
  });

  for (const [says, boxes, mend] of [
    ['a box that is not full', { ...FREE, 'number.1': '8' }, /숫자 2자리/],
    ['letters', { ...FREE, 'number.0': 'abc' }, /숫자 3자리/],
    ['a last digit that does not check', { ...FREE, 'number.2': '05056' }, /사업자등록번호가 아닙니다/],
    ['nothing', {}, /숫자 3자리/],
  ] as const) {
    it(`refuses ${says} beside the boxes, and keeps what was typed`, async () => {
      const page = await who.send(await who.open(NEW), boxes);
      assert.equal(page.status, 422);
      assert.match(page.read('error-number')!, mend);
      for (const [name, value] of Object.entries(boxes)) assert.match(page.html, new RegExp(`name="${name}"[^>]*value="${value}"`));
    });
  }

  it('is entered by hand where nothing is stored, and is theirs from then on', async () => {
    const page = await who.send(await who.open(NEW), FREE);
    assert.equal(page.path, ENTRY);
    assert.match(page.read('not-stored')!, /저장된 정보가 없습니다/);
    const done = await who.send(page, FACTS);
    assert.match(done.read('done')!, /등록했습니다/);
    assert.match(done.read('business-999-81-05058')!, /주식회사 새봄.*새봄.*소매업.*문구/);
  });

  it('needs every field: all that are missing are named at once', async () => {
    const page = await who.send(await who.open(ENTRY), { companyName: '새봄', address: '  ' });
    assert.equal(page.status, 422);
    for (const field of ['representative', 'type', 'item', 'address']) assert.ok(page.has(`error-${field}`), field);
    assert.ok(!page.has('error-companyName'));
    assert.match(page.html, /value="새봄"/);
  });

  it('is registered once, however often the form is sent', async () => {
    const before = await businesses();
    const page = await who.open(ENTRY);
    const answers = await Promise.all([who.post(page, FACTS), who.post(page, FACTS)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    );
    assert.equal(await businesses(), before + 1);
  });

  it('is registered by the first of two people, and shown to the second', async () => {
    const other = await clerk(world, OWNER);
    const [mine, theirs] = [await who.open(ENTRY), await other.open(ENTRY)];
    await who.send(mine, FACTS);
    const late = await other.send(theirs, { ...FACTS, companyName: '다른 회사' });
    assert.equal(late.status, 422);
    assert.match(late.read('stored')!, /주식회사 새봄/);
  });

  it('has no page for what is no number', async () => {
    for (const number of ['999-81-05056', '9998105058', 'x']) assert.equal((await who.open(`${NEW}/${number}`)).status, 404);
  });
});
