/** 준비 2 · 앱 만들기, its members and 비즈 앱 전환. */
import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import type { NewApp } from '../../src/apps/index.ts';
import { pdf, png } from '../documents/files.ts';
import { APPS } from '../helpers/house.ts';
import { COLLEAGUE, describeRooms, OWNER, PARTNER, refused, STRANGER, upload } from '../helpers/rooms.ts';

const given: NewApp = { name: ' 새봄 ', company: '주식회사 새봄', icon: null };

describeRooms('apps · 앱 만들기', (rooms) => {
  const create = (over: Partial<NewApp> = {}) => rooms.house.apps.create(STRANGER, { ...given, ...over });

  it('gives an app with its keys to whoever makes it, and everything OFF', async () => {
    const app = await create();
    assert.deepEqual([app.name, app.company, app.businessNumber], ['새봄', '주식회사 새봄', null]);
    assert.deepEqual(app.members, [{ accountId: STRANGER, role: 'owner' }]);
    assert.deepEqual(
      app.keys.map(({ type, secret }) => [type, secret.on]),
      [
        ['rest', true],
        ['javascript', false],
        ['native', false],
      ],
    );
    assert.deepEqual([app.loginOn, app.simpleSignupOn, app.openidConnectOn, app.items], [false, false, false, []]);
    for (const { key } of app.keys) assert.equal((await rooms.house.apps.byKey(key))?.app.id, app.id);
    assert.equal((await rooms.house.apps.byAdminKey(app.adminKeys[0]!))?.id, app.id);
    assert.deepEqual(
      (await rooms.house.apps.ofMember(STRANGER)).map(({ id }) => id),
      [app.id],
    );
  });

  it('makes a row that the schema takes, with an id and keys of its own', async () => {
    const { shapes } = await import('../../src/store/schema.ts');
    const [one, other] = [await create(), await create()];
    assert.deepEqual(shapes.apps.parse(one), one);
    assert.notEqual(one.id, other.id);
    assert.equal(new Set([one, other].flatMap(({ keys, adminKeys }) => [...keys.map(({ key }) => key), ...adminKeys])).size, 8);
  });

  for (const field of ['name', 'company'] as const) {
    it(`needs a ${field}`, async () => {
      await refused('app_field_refused', create({ [field]: ' ' }), { field });
      await refused('app_field_refused', create({ [field]: '가'.repeat(51) }), { field });
    });
  }

  it('takes an uploaded picture as its icon, and replaces it with the old file gone', async () => {
    const first = await upload(rooms, STRANGER);
    const { id, iconDocument } = await create({ icon: first });
    assert.equal(iconDocument, first);
    const second = await upload(rooms, STRANGER);
    await rooms.house.apps.setIcon(STRANGER, id, second);
    assert.equal((await rooms.house.apps.byId(id))?.iconDocument, second);
    assert.equal(await rooms.house.documents.read(first), undefined);
    assert.deepEqual(await buffer((await rooms.house.documents.read(second))!), png);
  });

  it('takes no other kind of file, and nobody else’s', async () => {
    await refused('document_wrong_kind', create({ icon: await upload(rooms, STRANGER, pdf) }));
    await refused('unknown_document', create({ icon: await upload(rooms, PARTNER) }));
    assert.deepEqual(await rooms.house.apps.ofMember(STRANGER), []);
  });
});

describeRooms('apps · members', (rooms) => {
  const roles = async () => (await rooms.house.apps.byId(APPS.biz))?.members.map(({ accountId, role }) => `${accountId} ${role}`);
  const set = (by: string, who: string, role: 'owner' | 'editor' | 'member') => rooms.house.apps.setMember(by, APPS.biz, who, role);
  const remove = (by: string, who: string) => rooms.house.apps.removeMember(by, APPS.biz, who);

  it('are invited, promoted and removed by the owner', async () => {
    await set(OWNER, PARTNER, 'member');
    await set(OWNER, COLLEAGUE, 'owner');
    await remove(COLLEAGUE, PARTNER);
    assert.deepEqual(await roles(), ['91-owner owner', '92-member owner']);
  });

  it('are nobody else’s to change', async () => {
    await refused('app_role_missing', set(COLLEAGUE, COLLEAGUE, 'owner'), { needed: 'owner', has: 'editor' });
    await refused('app_role_missing', remove(COLLEAGUE, OWNER), { needed: 'owner', has: 'editor' });
    await refused('app_role_missing', set(STRANGER, STRANGER, 'member'), { has: null });
    await refused('unknown_app', rooms.house.apps.setMember(OWNER, '1', OWNER, 'member'));
  });

  it('may leave, but never the last owner', async () => {
    await remove(COLLEAGUE, COLLEAGUE);
    await refused('last_owner', remove(OWNER, OWNER));
    await refused('last_owner', set(OWNER, OWNER, 'editor'));
  });

  it('have an account, and are removed only where they are', async () => {
    await refused('unknown_member', set(OWNER, 'nobody', 'member'));
    await refused('unknown_member', remove(OWNER, PARTNER));
  });
});

describeRooms('apps · 비즈 앱 전환', (rooms) => {
  const KAKAO = '120-81-47521';
  const become = (by: string, number = KAKAO, appId: string = APPS.plain) => rooms.house.apps.becomeBiz(by, appId, number);

  it('is the owner’s: the app has its business from then on', async () => {
    assert.equal((await become(OWNER)).businessNumber, KAKAO);
    await refused('already_biz', become(OWNER));
  });

  it('is no editor’s', async () => {
    await rooms.house.apps.setMember(OWNER, APPS.plain, COLLEAGUE, 'editor');
    await refused('app_role_missing', become(COLLEAGUE), { needed: 'owner', has: 'editor' });
  });

  it('needs a business that is stored', async () => {
    await refused('unknown_business', become(OWNER, '999-81-05058'));
    assert.equal((await rooms.house.apps.byId(APPS.plain))?.businessNumber, null);
  });
});
