/** The people of a profile: invited, changed, removed. */
import assert from 'node:assert/strict';
import { describeHouse } from '../../helpers/house.ts';
import { COLLEAGUE, OWNER, PARTNER, STRANGER } from '../../helpers/rooms.ts';
import { errorOf, formOf, partOf, signedIn } from './browser.ts';

const PROFILE = '/center/profiles/_xaGdm'; // OWNER is its master, COLLEAGUE a member
const MANAGERS = `${PROFILE}/managers`;

describeHouse('관리자센터 · managers', (world) => {
  const roles = async () =>
    (await world.house.channels.byId('_xaGdm'))!.managers.map(({ accountId, role }) => `${accountId} ${role}`).join(', ');
  const setRole = (accountId: string, role: 'master' | 'manager' | 'member') =>
    world.house.channels.setManager(OWNER, '_xaGdm', accountId, role);

  it('are listed with their logins and roles', async () => {
    const page = await (await signedIn(world, OWNER)).open(MANAGERS);
    assert.match(partOf(page, 'manager-91-owner'), /비즈니스 담당자 \(나\) pbqa-bp001@pbtest\.example\.com 마스터 권한 변경 .*나가기/);
    assert.match(partOf(page, 'manager-92-member'), /권한 없는 동료 pbqa-bp002@pbtest\.example\.com 멤버 권한 변경 .*삭제/);
  });

  it('are invited by their login, however it is capitalised', async () => {
    const browser = await signedIn(world, OWNER);
    const page = await browser.send(await browser.open(MANAGERS), { typed: { login: ' Partner@Example.com ', role: 'manager' } });
    assert.match(partOf(page, 'done'), /초대했습니다/);
    assert.equal(await roles(), '91-owner master, 92-member member, 93-partner manager');
  });

  for (const [login, says] of [
    ['nobody@example.com', /찾을 수 없습니다/],
    ['pbqa-bp002@pbtest.example.com', /이미 이 프로필의 관리자/],
    ['', /입력해 주세요/],
  ] as const) {
    it(`are not invited as ${JSON.stringify(login)}`, async () => {
      const browser = await signedIn(world, OWNER);
      const page = await browser.send(await browser.open(MANAGERS), { typed: { login, role: 'master' } });
      assert.equal(page.status, 422);
      assert.match(errorOf(page, 'login'), says);
      assert.equal(formOf(page).fields['login'], login);
      assert.equal(formOf(page).fields['role'], 'master');
      assert.equal(await roles(), '91-owner master, 92-member member');
    });
  }

  it('are invited once by a form that is sent twice', async () => {
    const browser = await signedIn(world, OWNER);
    const form = await browser.open(MANAGERS);
    const invite = () => browser.post(form, { typed: { login: 'partner@example.com', role: 'member' } });
    assert.deepEqual([(await invite()).status, (await invite()).status], [303, 303]);
  });

  it('are a master’s to change: others see why they cannot, and are refused', async () => {
    const master = await signedIn(world, OWNER);
    const browser = await signedIn(world, COLLEAGUE);
    const page = await browser.open(MANAGERS);
    assert.match(partOf(page, 'manager-91-owner'), /삭제 비즈니스 담당자 마스터만 할 수 있습니다/);
    assert.match(partOf(page, 'cannot-invite'), /마스터 권한이 필요합니다/);
    assert.doesNotMatch(page.html, /data-testid="form"/);
    for (const path of [MANAGERS, `${MANAGERS}/91-owner`, `${MANAGERS}/91-owner/removal`]) {
      const { status, html } = await browser.post(
        { ...(await master.open(path)), path: MANAGERS },
        { typed: { as: COLLEAGUE, login: 'x', role: 'member' } },
      );
      assert.equal(status, 403, path);
      assert.match(html, /필요한 권한: 마스터/);
    }
    for (const path of [`${MANAGERS}/91-owner`, `${MANAGERS}/91-owner/removal`]) assert.equal((await browser.open(path)).status, 403, path);
    assert.equal(await roles(), '91-owner master, 92-member member');
  });

  it('change their roles', async () => {
    const browser = await signedIn(world, OWNER);
    const form = await browser.open(`${MANAGERS}/92-member`);
    assert.equal(formOf(form).fields['role'], 'member');
    const page = await browser.send(form, { typed: { role: 'manager' } });
    assert.match(partOf(page, 'done'), /권한을 바꿨습니다/);
    assert.equal(await roles(), '91-owner master, 92-member manager');
    assert.equal((await browser.open(`${MANAGERS}/93-partner`)).status, 404);
  });

  it('are never without a master', async () => {
    const browser = await signedIn(world, OWNER);
    const change = await browser.send(await browser.open(`${MANAGERS}/91-owner`), { typed: { role: 'manager' } });
    assert.match(errorOf(change, 'role'), /마스터는 한 명 이상/);
    const leave = await browser.send(await browser.open(`${MANAGERS}/91-owner/removal`));
    assert.equal(leave.status, 422);
    assert.match(partOf(leave, 'form-problems'), /마스터는 한 명 이상/);
    assert.equal(await roles(), '91-owner master, 92-member member');
  });

  it('are not changed by a form that was drawn before somebody else changed them, until it is sent again', async () => {
    await setRole(PARTNER, 'master');
    const [mine, theirs] = [await signedIn(world, OWNER), await signedIn(world, PARTNER)];
    const [first, second] = [await mine.open(`${MANAGERS}/92-member`), await theirs.open(`${MANAGERS}/92-member`)];
    await mine.send(first, { typed: { role: 'master' } });
    const stale = await theirs.send(second, { typed: { role: 'manager' } });
    assert.equal(stale.status, 409);
    assert.match(partOf(stale, 'stored-role'), /지금 저장된 값: 마스터/);
    assert.equal(await roles(), '91-owner master, 92-member master, 93-partner master');
    await theirs.send(stale);
    assert.equal(await roles(), '91-owner master, 92-member manager, 93-partner master');
  });

  it('are not brought back by a form for somebody who was removed meanwhile', async () => {
    const browser = await signedIn(world, OWNER);
    const form = await browser.open(`${MANAGERS}/92-member`);
    await world.house.channels.removeManager(OWNER, '_xaGdm', COLLEAGUE);
    assert.equal((await browser.send(form, { typed: { role: 'manager' } })).status, 409);
    assert.equal(await roles(), '91-owner master');
  });

  it('are removed after a question, once', async () => {
    const browser = await signedIn(world, OWNER);
    const question = await browser.open(`${MANAGERS}/92-member/removal`);
    assert.match(partOf(question, 'confirm'), /권한 없는 동료 님을 이 프로필의 관리자에서 삭제할까요\?/);
    const other = await browser.open(`${MANAGERS}/92-member/removal`);
    for (const page of [await browser.send(question), await browser.send(question)]) assert.match(partOf(page, 'done'), /삭제했습니다/);
    const late = await browser.send(other);
    assert.equal(late.status, 422);
    assert.match(partOf(late, 'form-problems'), /이미 삭제된 관리자/);
    assert.equal(await roles(), '91-owner master');
  });

  it('may leave, and then see the profile no more', async () => {
    const browser = await signedIn(world, COLLEAGUE);
    const page = await browser.send(await browser.open(`${MANAGERS}/92-member/removal`));
    assert.equal(page.path, '/center?done=left');
    assert.match(partOf(page, 'done'), /프로필에서 나왔습니다/);
    assert.equal((await browser.open(PROFILE)).status, 404);
  });

  it('are hidden from everybody else, like all of the profile', async () => {
    const browser = await signedIn(world, STRANGER);
    const master = await signedIn(world, OWNER);
    for (const below of [
      '',
      '/friends',
      '/callbacks',
      '/managers',
      '/managers/91-owner',
      '/certification',
      '/certification/history',
      '/certification/new',
    ])
      assert.equal((await browser.open(PROFILE + below)).status, 404, below);
    assert.equal((await browser.post(await master.open(MANAGERS), { typed: { as: STRANGER, login: 'han@example.com' } })).status, 404);
    assert.equal((await browser.open('/center/profiles/_none')).status, 404);
  });
});
