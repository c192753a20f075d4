/** 신청 1단계 · 플러스친구 인증 프로필과 비즈 앱을 연결하기 @카카오 for 비즈니스, in the guide's own order and words. */
import assert from 'node:assert/strict';
import { type Clerk, clerk } from '../helpers/clerk.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../helpers/rooms.ts';

const [FIRST, SECOND] = ['_xaGdm', '_xbTkW'] as const;
const PROFILES = `/business/connections/new/${APPS.biz}`;

describeHouse('신청 1단계 · 비즈 앱 - 인증 프로필 연결', (world) => {
  let owner: Clerk;
  beforeEach(async () => (owner = await clerk(world, OWNER)));
  const connected = async (appId: string = APPS.biz) => (await world.house.sync.connections(appId)).map(({ channelId }) => channelId);

  it('카카오 for 비즈니스 > 카카오싱크 신청: 연결 상태의 앱이 없으면 연결하기를 클릭', async () => {
    for (const { id } of await world.house.apps.ofMember(COLLEAGUE)) await unconnect(id);
    const page = await (await clerk(world, COLLEAGUE)).open('/business/sync');
    assert.match(
      page.read('stage-1')!,
      /연결 가능한 비즈 앱과 인증 프로필이 있습니다\. 카카오싱크 신청을 위해 비즈 앱과 인증 프로필을 연결하세요\./,
    );
    assert.equal(page.read('connect'), '+ 연결하기');
    assert.match(page.html, /연결한 비즈 앱이 아직 없습니다/);
  });

  it('Tip. 연결 가능한 비즈 앱과 인증 프로필이 없는 경우, 비즈 앱 등록과 비즈니스 인증을 받은 후 재시도', async () => {
    const stranger = await clerk(world, STRANGER);
    const page = await stranger.open('/business/sync');
    assert.match(
      page.read('stage-1')!,
      /연결 가능한 비즈 앱과 인증 프로필이 없습니다\. 비즈 앱 등록과 플러스친구 비즈니스 인증을 받은 뒤 다시 시도해 주세요/,
    );
    assert.ok(!page.has('connect'));
    assert.match((await stranger.open('/business/connections/new')).read('empty')!, /없습니다/);
  });

  it('비즈 앱 선택 → 인증 프로필 선택 → 연결 완료', async () => {
    const apps = await owner.open('/business/connections/new');
    assert.match(apps.read('stepper')!, /비즈 앱 선택 \(현재 단계\).*인증 프로필 선택.*연결 완료/);
    assert.match(apps.read(`app-${APPS.biz}`)!, /^테 테스트비즈앱1 \(205700\)|^테스트비즈앱1 \(205700\)/);
    const profiles = await owner.open(PROFILES);
    assert.match(profiles.read('stepper')!, /인증 프로필 선택 \(현재 단계\)/);
    assert.match(profiles.html, /동일한 사업자 정보가 입력된 비즈 앱과 인증 프로필만 연결 가능합니다/);
    const done = await owner.send(profiles, { profiles: [FIRST, SECOND] });
    assert.equal(done.path, `${PROFILES}/done`);
    assert.match(done.read('step-done')!, /비즈니스 서비스 연결이 완료되었습니다.*프로필1 \(12345\).*프로필2 \(12346\)/);
    assert.deepEqual(await connected(), [FIRST, SECOND]);
  });

  it('에디터 이상의 권한을 갖고 있는 비즈 앱만 리스트에 표시됩니다', async () => {
    const page = await (await clerk(world, COLLEAGUE)).open('/business/connections/new');
    assert.ok(page.has(`app-${APPS.biz}`) && page.has(`app-${APPS.current}`), 'editor');
    assert.ok(!page.has(`app-${APPS.linked}`) && !page.has(`app-${APPS.ellaBongBong}`), 'member');
    assert.ok(!(await owner.open('/business/connections/new')).has(`app-${APPS.plain}`), 'no biz app');
  });

  it('권한이 에디터 미만이면 화면도 연결도 거절됩니다', async () => {
    const member = await clerk(world, COLLEAGUE);
    const stranger = await clerk(world, STRANGER);
    const form = await owner.open(`/business/connections/new/${APPS.linked}`);
    for (const [who, status] of [
      [member, 403],
      [stranger, 404],
    ] as const) {
      assert.equal((await who.open(`/business/connections/new/${APPS.linked}`)).status, status);
      assert.equal((await who.post(form, { as: null, profiles: FIRST })).status, status);
    }
    assert.ok(!(await connected(APPS.linked)).includes(FIRST));
  });

  it('매니저 이상의 권한을 갖고 있는 인증 프로필만 리스트에 표시됩니다', async () => {
    const colleague = await clerk(world, COLLEAGUE);
    const page = await colleague.open(PROFILES);
    assert.match(page.html, new RegExp(`value="${SECOND}"`));
    assert.doesNotMatch(page.html, new RegExp(`value="${FIRST}"`), 'member only');
    assert.doesNotMatch((await owner.open(PROFILES)).html, /value="_x(?:tDly|uJon|vBuk)"/, 'not certified');
    const refused = await colleague.send(page, { profiles: FIRST });
    assert.equal(refused.status, 422);
    assert.match(refused.read('error-profiles')!, /매니저 이상의 권한이 없는 프로필/);
    assert.deepEqual(await connected(), []);
  });

  it('사업자 정보가 다른 비즈 앱과 인증 프로필은 연결되지 않습니다: 이유와 함께 선택할 수 없게 표시됩니다', async () => {
    const page = await owner.open(PROFILES);
    assert.match(page.html, /value="_xoEtb" disabled[\s\S]*?사업자 정보가 비즈 앱과 달라 연결할 수 없습니다/);
    const refused = await owner.send(page, { profiles: [FIRST, '_xoEtb'] });
    assert.equal(refused.status, 422);
    assert.match(refused.read('error-profiles')!, /사업자 정보가 비즈 앱과 다른 프로필/);
    assert.match(refused.html, new RegExp(`value="${FIRST}" checked`), 'what was chosen stays chosen');
    assert.deepEqual(await connected(), [], 'all or none');
  });

  it('인증을 받지 않은 프로필은 연결되지 않습니다', async () => {
    const refused = await owner.send(await owner.open(PROFILES), { profiles: '_xtDly' });
    assert.match(refused.read('error-profiles')!, /비즈니스 인증을 받지 않은 프로필/);
    assert.deepEqual(await connected(), []);
  });

  it('1개의 비즈 앱에는 10개의 인증 프로필을 연결할 수 있습니다', async () => {
    const path = `/business/connections/new/${APPS.linked}`;
    const page = await owner.open(path);
    assert.match(page.html, /더 연결할 수 있는 프로필: 1개/);
    const refused = await owner.send(page, { profiles: [FIRST, SECOND] });
    assert.match(refused.read('error-profiles')!, /10개까지 연결할 수 있습니다\. 이미 9개/);
    assert.equal((await owner.send(refused, { profiles: FIRST })).path, `${path}/done`);
    assert.match((await owner.send(await owner.open(path), { profiles: SECOND })).read('error-profiles')!, /이미 10개/);
  });

  it('프로필을 선택하지 않으면 연결되지 않습니다', async () => {
    const refused = await owner.send(await owner.open(PROFILES));
    assert.equal(refused.status, 422);
    assert.match(refused.read('error-profiles')!, /하나 이상 선택/);
  });

  it('연결하기를 두 번 눌러도 한 번 연결됩니다; 이미 연결된 프로필은 다시 선택할 수 없습니다', async () => {
    const page = await owner.open(PROFILES);
    const answers = await Promise.all([owner.post(page, { profiles: FIRST }), owner.post(page, { profiles: FIRST })]);
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.location]),
      [
        [303, `${PROFILES}/done`],
        [303, `${PROFILES}/done`],
      ],
    );
    assert.deepEqual(await connected(), [FIRST]);
    const again = await owner.open(PROFILES);
    assert.match(again.html, new RegExp(`value="${FIRST}" disabled[\\s\\S]*?이미 이 앱에 연결된 프로필`));
    assert.match((await owner.send(again, { profiles: FIRST })).read('error-profiles')!, /이미 연결된 프로필/);
  });

  it('두 사람이 동시에 연결해도 프로필 하나는 한 번 연결됩니다', async () => {
    const colleague = await clerk(world, COLLEAGUE);
    const [mine, theirs] = [await owner.open(PROFILES), await colleague.open(PROFILES)];
    const answers = await Promise.all([owner.post(mine, { profiles: SECOND }), colleague.post(theirs, { profiles: SECOND })]);
    assert.equal(answers.filter(({ status }) => status === 303).length, 1);
    assert.equal(answers.filter(({ status }) => status === 422).length, 1);
    assert.deepEqual(await connected(), [SECOND]);
  });

  it('비즈 앱과 인증 프로필 연결 해제는 고객센터로 문의: 콘솔에서는 해제할 수 없습니다', async () => {
    const page = await owner.open('/business/sync');
    assert.match(page.html, /인증 프로필의 연결 해제는 고객센터로 별도 문의해 주세요\. <a href="\/_sim\/desk"/);
    assert.match(page.read('stage-1')!, /\+ 연결 상태 추가/);
  });

  async function unconnect(appId: string): Promise<void> {
    const { store } = world.house;
    for (const { id } of await world.house.sync.connections(appId)) await store.write(async (tx) => tx.remove('connections', id));
  }
});
