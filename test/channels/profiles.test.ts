/** 준비 1 · a profile, its search id and the people who run it. */
import assert from 'node:assert/strict';
import { pdf } from '../documents/files.ts';
import { COLLEAGUE, describeRooms, OWNER, PARTNER, refused, STRANGER, upload } from '../helpers/rooms.ts';

describeRooms('channels · a new profile', (rooms) => {
  const create = (searchId = '@새봄상점', name = '새봄상점') => rooms.house.channels.create(STRANGER, { name, searchId });

  it('belongs to whoever made it, and is not certified', async () => {
    const { id, profileNumber, ...rest } = await create(' @새봄상점 ');
    const managers = [{ accountId: STRANGER, role: 'master' }];
    assert.deepEqual(rest, { searchId: '@새봄상점', name: '새봄상점', image: null, imageDocument: null, businessNumber: null, managers });
    assert.match(id, /^_x[A-Za-z]{5}$/);
    assert.ok((await rooms.house.channels.all()).every((other) => other.id === id || other.profileNumber !== profileNumber));
    assert.equal(await rooms.house.channels.certification(id), 'none');
    assert.deepEqual(
      (await rooms.house.channels.managedBy(STRANGER)).map((channel) => channel.id),
      [id],
    );
  });

  it('has a picture that is its maker’s, and shows it to everybody', async () => {
    const picture = await upload(rooms, STRANGER);
    assert.equal(await rooms.house.channels.picture(picture), undefined);
    const { imageDocument } = await rooms.house.channels.create(STRANGER, { name: '새봄', searchId: '@새봄', picture });
    assert.equal(imageDocument, picture);
    assert.equal((await rooms.house.channels.picture(picture))?.type, 'image/png');
    const again = (searchId: string, by: string, id: string) => rooms.house.channels.create(by, { name: '또', searchId, picture: id });
    await refused('unknown_document', again('@또', OWNER, picture));
    await refused('document_wrong_kind', again('@또', OWNER, await upload(rooms, OWNER, pdf)));
    assert.deepEqual(await rooms.house.channels.managedBy(STRANGER).then((mine) => mine.map(({ name }) => name)), ['새봄']);
  });

  it('needs a name', async () => {
    await refused('channel_name_refused', create('@새봄', '  '));
    await refused('channel_name_refused', create('@새봄', '가'.repeat(21)));
    await create('@새봄', '🌸'.repeat(20));
  });

  for (const searchId of ['새봄상점', '@', '@새 봄', '@a-b', `@${'가'.repeat(16)}`, '@<script>', '']) {
    it(`needs another search id than ${JSON.stringify(searchId)}`, () => refused('search_id_refused', create(searchId)));
  }

  it('needs a search id that nobody has, however it is written', async () => {
    await refused('search_id_taken', create('@oidc테스트'));
    await refused('search_id_taken', create('@OIDC테스트'.normalize('NFD')));
    const both = await Promise.allSettled([create('@BOM'), create('@bom')]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
  });
});

describeRooms('channels · the people of a profile', (rooms) => {
  const CHANNEL = '_xaGdm'; // OWNER is its master, COLLEAGUE a member
  const { setManager, removeManager } = {
    setManager: (by: string, who: string, role: 'master' | 'manager' | 'member') => rooms.house.channels.setManager(by, CHANNEL, who, role),
    removeManager: (by: string, who: string) => rooms.house.channels.removeManager(by, CHANNEL, who),
  };
  const roles = async () => (await rooms.house.channels.byId(CHANNEL))?.managers.map(({ accountId, role }) => `${accountId} ${role}`);

  it('are invited, promoted and removed by a master', async () => {
    await setManager(OWNER, PARTNER, 'member');
    await setManager(OWNER, COLLEAGUE, 'manager');
    assert.deepEqual(await roles(), ['91-owner master', '92-member manager', '93-partner member']);
    await removeManager(OWNER, PARTNER);
    assert.deepEqual(await roles(), ['91-owner master', '92-member manager']);
  });

  it('are invited once', async () => {
    const invite = (who: string) => rooms.house.channels.inviteManager(OWNER, CHANNEL, who, 'member');
    await invite(PARTNER);
    await refused('already_manager', invite(PARTNER));
    await refused('unknown_manager', invite('nobody'));
    await refused('channel_role_missing', rooms.house.channels.inviteManager(COLLEAGUE, CHANNEL, STRANGER, 'member'));
    assert.deepEqual(await roles(), ['91-owner master', '92-member member', '93-partner member']);
  });

  it('are nobody else’s to change', async () => {
    const needs = { needed: 'master', has: 'member' };
    await refused('channel_role_missing', setManager(COLLEAGUE, COLLEAGUE, 'master'), needs);
    await refused('channel_role_missing', removeManager(COLLEAGUE, OWNER), needs);
    await refused('channel_role_missing', setManager(STRANGER, STRANGER, 'member'), { has: null });
    await refused('unknown_channel', rooms.house.channels.setManager(OWNER, '_none', STRANGER, 'member'));
  });

  it('may leave, but never the last master', async () => {
    await removeManager(COLLEAGUE, COLLEAGUE);
    await refused('last_master', removeManager(OWNER, OWNER));
    await refused('last_master', setManager(OWNER, OWNER, 'manager'));
    await setManager(OWNER, COLLEAGUE, 'master');
    await removeManager(OWNER, OWNER);
    assert.deepEqual(await roles(), ['92-member master']);
  });

  it('have an account, and are removed only where they are', async () => {
    await refused('unknown_manager', setManager(OWNER, 'nobody', 'member'));
    await refused('unknown_manager', removeManager(OWNER, PARTNER));
  });

  it('count from their role upwards', async () => {
    const { asManager } = rooms.house.channels;
    await asManager(CHANNEL, OWNER, 'manager');
    await asManager(CHANNEL, COLLEAGUE, 'member');
    await refused('channel_role_missing', asManager(CHANNEL, COLLEAGUE, 'manager'), { needed: 'manager', has: 'member' });
  });
});
