/** 신청 2단계 · 카카오싱크 신청: which reviews, and who may apply, in the guide's own order and words. */
import assert from 'node:assert/strict';
import { type Clerk, clerk } from '../helpers/clerk.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../helpers/rooms.ts';
import { applicant, APPLICATION, DETAILS } from './applicant.ts';

describeHouse('신청 2단계 · 권한 선택하기', (world) => {
  let owner: Clerk;
  beforeEach(async () => (owner = await applicant(world)));
  const kinds = async () => (await world.house.sync.draft(OWNER, APPS.biz)).content.kinds;

  it('연결 상태 확인 후 우측 카카오싱크 신청 버튼을 클릭', async () => {
    const page = await owner.open('/business/sync');
    assert.match(page.html, new RegExp(`<a class="button primary" href="${APPLICATION}" data-testid="apply-${APPS.biz}">카카오싱크 신청`));
  });

  it('연결 상태 추가는 더 연결할 수 있는 것이 있을 때만 안내합니다', async () => {
    const colleague = await clerk(world, COLLEAGUE);
    const more = await colleague.open('/business/sync');
    assert.match(more.read('stage-1')!, /연결 상태 추가 버튼을 눌러/);
    assert.equal(more.read('connect'), '+ 연결 상태 추가');
    for (const { id, members } of await world.house.apps.ofMember(COLLEAGUE))
      await world.change('apps', id, {
        members: members.map((each) => ({ ...each, role: each.accountId === COLLEAGUE ? 'member' : 'owner' })),
      });
    const none = await colleague.open('/business/sync');
    assert.match(none.read('stage-1')!, /더 연결할 수 있는 비즈 앱과 인증 프로필은 지금 없습니다/);
    assert.ok(!none.has('connect'));
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
