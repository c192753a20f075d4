/** 디벨로퍼스 · names, switches, and what a configured 동의항목 must have. */
import assert from 'node:assert/strict';
import { apisOf, itemIds, simulatorSwitches, withItem, withoutItem } from '../../src/apps/index.ts';
import { served } from '../../src/kapi/routes.ts';
import { shapes } from '../../src/store/schema.ts';
import { USUAL_SWITCHES } from '../../src/store/tables.ts';
import { APPS } from '../helpers/house.ts';
import { COLLEAGUE, describeRooms, OWNER, refused, STRANGER } from '../helpers/rooms.ts';
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

describeRooms('apps · simulator switches', (rooms) => {
  const set = (switches: object, by = COLLEAGUE) => rooms.house.apps.setSimulation(by, APPS.biz, switches);

  it('are set by an editor, each alone', async () => {
    const { switches } = await set({ consentLayout: 'newer' });
    const after = (await set({ tokenRequestsPerMinute: 5, legacyProperties: true })).switches;
    assert.deepEqual(after, { ...switches, consentLayout: 'newer', tokenRequestsPerMinute: 5, legacyProperties: true });
    await refused('app_role_missing', set({ quotaStatus: 400 }, STRANGER), { needed: 'editor' });
  });

  for (const wrong of [
    { consentLayout: 'newest' },
    { legacyProperties: 'true' },
    { quotaStatus: 500 },
    { tokenRequestsPerMinute: 0 },
    { tokenRequestsPerMinute: 1.5 },
    { another: true },
    { constructor: true },
  ])
    it(`are not ${JSON.stringify(wrong)}`, () => refused('switch_refused', set(wrong), { switch: Object.keys(wrong)[0] }));

  it('can each be what the schema takes', () => {
    assert.deepEqual(Object.keys(simulatorSwitches), Object.keys(USUAL_SWITCHES));
    for (const [name, choices] of Object.entries(simulatorSwitches))
      for (const value of choices) shapes.apps.shape.switches.parse({ [name]: value });
  });
});

describeRooms('apps · callback URLs', (rooms) => {
  const set = (url: string, kind: 'channel' | 'sync' = 'channel', by = COLLEAGUE) => rooms.house.apps.setCallback(by, APPS.biz, kind, url);

  it('are set, changed and taken away by an editor', async () => {
    await set(' https://shop.example/hook ');
    assert.equal((await rooms.house.webhooks.endpoint(APPS.biz, 'channel'))?.url, 'https://shop.example/hook');
    await set('');
    assert.equal(await rooms.house.webhooks.endpoint(APPS.biz, 'channel'), undefined);
    await refused('app_role_missing', set('https://shop.example/hook', 'channel', STRANGER), { needed: 'editor' });
  });

  it('of what is signed have a secret, which stays', async () => {
    const first = await set('https://shop.example/a', 'sync');
    assert.match(first?.secret ?? '', /^whsec_[A-Za-z0-9+/]{43}=$/);
    assert.equal((await set('https://shop.example/b', 'sync'))?.secret, first?.secret);
    assert.equal((await set('https://shop.example/a'))?.secret, null);
  });

  for (const url of ['shop.example/hook', 'ftp://shop.example', 'https://a b.example', 'https://', 'https://me:pw@shop.example', 'x'])
    it(`are not ${url}`, () => refused('callback_url_refused', set(url), { url }));
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

  it('names the APIs that carry it, which are there', () => {
    const paths = served.map(({ path }) => path);
    for (const id of itemIds) for (const api of apisOf(id)) assert.ok(paths.includes(api), `${id}: ${api}`);
    assert.deepEqual(
      itemIds.filter((id) => apisOf(id).length === 0),
      ['friends', 'talk_message'],
    );
  });
});
