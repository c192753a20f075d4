/** 카카오 디벨로퍼스 · members by hand: invited, promoted, removed, and what is refused beside its field. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER, type Worker, workingAs } from './working.ts';

const APP = APPS.biz;

describeHouse('카카오 디벨로퍼스 · members', (world) => {
  let owner: Worker;
  beforeEach(async () => void (owner = await workingAs(world, OWNER)));
  const members = async () => (await world.app(APP)).members.map(({ accountId, role }) => `${accountId} ${role}`);

  it('are invited by their login, and have their role at once', async () => {
    assert.equal((await owner.change(APP, 'members', { memberLogin: ' HAN@example.com ', memberRole: 'editor' })).status, 303);
    assert.deepEqual(await members(), ['91-owner owner', '92-member editor', '01-han editor']);
    assert.equal((await (await workingAs(world, STRANGER)).change(APP, 'login')).status, 303);
  });

  it('are refused beside the field: nobody, and who is one already', async () => {
    const nobody = await owner.change(APP, 'members', { memberLogin: 'nobody@example.com' });
    assert.match(nobody.text, /data-testid="error-memberLogin">이 아이디의 카카오계정이 없습니다/);
    assert.match(nobody.text, /value="nobody@example\.com"/);
    const again = await owner.change(APP, 'members', { memberLogin: 'pbqa-bp002@pbtest.example.com' });
    assert.match(again.text, /data-testid="error-memberLogin">이미 이 앱에 역할이 있는 사람입니다/);
  });

  it('are given another role, and one owner stays', async () => {
    await owner.change(APP, `members/${COLLEAGUE}`, { [`role-${COLLEAGUE}`]: 'member' });
    assert.deepEqual(await members(), ['91-owner owner', '92-member member']);
    const last = await owner.change(APP, `members/${OWNER}`, { [`role-${OWNER}`]: 'editor' });
    assert.equal(last.status, 422);
    assert.match(last.text, /오너가 한 사람은 있어야 합니다/);
  });

  it('are removed after a question, and may leave by themselves', async () => {
    const asked = await owner.open(`/developers/apps/${APP}/members/${COLLEAGUE}/removal`);
    assert.match(asked.text, /이 사람을 앱에서 뺄까요.*권한 없는 동료/s);
    await (await workingAs(world, COLLEAGUE)).confirm(APP, `members/${COLLEAGUE}/removal`);
    assert.deepEqual(await members(), ['91-owner owner']);
    const last = await owner.confirm(APP, `members/${OWNER}/removal`);
    assert.equal(last.status, 422);
    assert.match(last.text, /data-testid="confirm".*오너가 한 사람은 있어야/s);
  });
});
