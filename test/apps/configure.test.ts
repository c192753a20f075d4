/** 디벨로퍼스 · names, switches, and what a configured 동의항목 must have. */
import assert from 'node:assert/strict';
import { withItem, withoutItem } from '../../src/apps/index.ts';
import { APPS } from '../helpers/house.ts';
import { COLLEAGUE, describeRooms, OWNER, refused } from '../helpers/rooms.ts';
import { NEW_APP } from '../helpers/rows.ts';

describeRooms('apps · settings', (rooms) => {
  it('are switched by an editor, and each alone', async () => {
    const app = await rooms.house.apps.setSwitches(COLLEAGUE, APPS.biz, { loginOn: true });
    assert.deepEqual([app.loginOn, app.openidConnectOn, app.autoLink], [true, false, true]);
    const after = await rooms.house.apps.setSwitches(COLLEAGUE, APPS.biz, { openidConnectOn: true, autoLink: false });
    assert.deepEqual([after.loginOn, after.openidConnectOn, after.autoLink], [true, true, false]);
  });

  it('are renamed by an editor, within the rules of a new app', async () => {
    const { name, company } = await rooms.house.apps.rename(COLLEAGUE, APPS.biz, { name: ' 새 이름 ' });
    assert.deepEqual([name, company], ['새 이름', '주식회사 카카오']);
    await refused('app_field_refused', rooms.house.apps.rename(COLLEAGUE, APPS.biz, { company: '' }), { field: 'company' });
  });

  it('are no member’s', async () => {
    await rooms.house.apps.setMember(OWNER, APPS.biz, COLLEAGUE, 'member');
    await refused('app_role_missing', rooms.house.apps.setSwitches(COLLEAGUE, APPS.biz, { loginOn: true }), { has: 'member' });
    await refused('app_role_missing', rooms.house.apps.rename(COLLEAGUE, APPS.biz, { name: 'x' }), { has: 'member' });
  });
});

describe('apps · a consent item', () => {
  const email = { id: 'account_email', state: 'required', purpose: ' 주문 안내 ' } as const;

  it('has a state and a purpose, and stands in console order', () => {
    const app = withItem(withItem(NEW_APP, email), { id: 'profile', state: 'optional', purpose: '표시' });
    assert.deepEqual(app.items, [
      { id: 'profile', state: 'optional', purpose: '표시' },
      { ...email, purpose: '주문 안내' },
    ]);
    assert.deepEqual(withItem(app, { ...email, state: 'in-use' }).items[1]?.state, 'in-use');
    assert.deepEqual(withoutItem(app, 'profile').items.length, 1);
  });

  it('is refused without a purpose', () => {
    assert.throws(() => withItem(NEW_APP, { ...email, purpose: ' ' }), { code: 'purpose_missing' });
  });

  it('is one that there is, in the era of the app', () => {
    const nickname = { ...email, id: 'profile_nickname' };
    assert.throws(() => withItem({ ...NEW_APP, era: '2019' }, nickname), { code: 'unknown_item' });
    assert.equal(withItem(NEW_APP, nickname).items.length, 1);
    assert.throws(() => withItem(NEW_APP, { ...email, id: 'shoe_size' }), { code: 'unknown_item' });
  });
});
