/** 신청 1단계 · connect a biz app to its certified profiles. */
import assert from 'node:assert/strict';
import { APPS } from '../helpers/house.ts';
import { describeRooms, refused, STRANGER } from '../helpers/rooms.ts';
import { APP, COLLEAGUE, OWNER, PROFILES } from './street.ts';

const [FIRST, SECOND, THIRD] = PROFILES;

describeRooms('1단계 · connect a biz app to its profiles', (rooms) => {
  const connect = (channelIds: readonly string[], by = OWNER, appId: string = APP) => rooms.house.sync.connect(by, appId, channelIds);
  const connected = async (appId: string = APP) => (await rooms.house.sync.connections(appId)).map(({ channelId }) => channelId);
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

  it('connects all that were chosen', async () => {
    await connect(PROFILES);
    assert.deepEqual(await connected(), [...PROFILES]);
    assert.deepEqual(names(await rooms.house.sync.connectedChannels(APP)), ['프로필1', '프로필2', '플러스친구2']);
  });

  it('connects all or none', async () => {
    await refused('not_certified', connect([FIRST, '_xtDly']), { channelId: '_xtDly' });
    assert.deepEqual(await connected(), []);
  });

  it('needs an editor of the app', async () => {
    await connect([SECOND], COLLEAGUE);
    await rooms.house.apps.setMember(OWNER, APP, COLLEAGUE, 'member');
    await refused('app_role_missing', connect([SECOND], COLLEAGUE), { needed: 'editor', has: 'member' });
    await refused('app_role_missing', connect([FIRST], STRANGER), { has: null });
  });

  it('needs a manager of each profile', async () => {
    await connect([SECOND]); // its manager, not its master
    await refused('channel_role_missing', connect([FIRST], COLLEAGUE), { needed: 'manager', has: 'member' });
    await refused('channel_role_missing', connect([THIRD], COLLEAGUE), { has: null });
    await refused('unknown_channel', connect(['_none']));
  });

  it('needs a biz app, and a profile', async () => {
    await refused('not_biz', connect([FIRST], OWNER, APPS.plain));
    await refused('no_profile_chosen', connect([]));
    await refused('unknown_app', connect([FIRST], OWNER, '1'));
  });

  it('needs certified profiles: not one under review, not one turned down', async () => {
    for (const id of ['_xuJon', '_xvBuk', '_xtDly']) {
      await rooms.change('channels', id, { businessNumber: '120-81-47521' });
      await refused('not_certified', connect([id]), { channelId: id });
    }
  });

  it('needs profiles of the same business', async () => {
    await rooms.change('channels', '_xqDemo', { managers: [{ accountId: OWNER, role: 'master' }] });
    await refused('other_business', connect(['_xqDemo']), { channelId: '_xqDemo' });
  });

  it('connects no profile twice, not even when it is chosen twice', async () => {
    await refused('already_connected', connect([FIRST, FIRST]));
    await connect([FIRST]);
    await refused('already_connected', connect([FIRST]), { channelId: FIRST });
    const both = await Promise.allSettled([connect([SECOND]), connect([SECOND])]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
  });

  it('ten channels can be linked to an app, and no eleventh', async () => {
    assert.equal((await connected(APPS.linked)).length, 9);
    await refused('too_many_profiles', connect([FIRST, SECOND], OWNER, APPS.linked), { most: 10, connected: 9 });
    await connect([FIRST], OWNER, APPS.linked);
    await refused('too_many_profiles', connect([SECOND], OWNER, APPS.linked), { most: 10, connected: 10 });
  });

  it('lists the biz apps of an editor', async () => {
    assert.deepEqual(names(await rooms.house.sync.connectableApps(COLLEAGUE)), ['온담상점', '테스트비즈앱1', '카카오 모빌리티']);
    assert.ok(!names(await rooms.house.sync.connectableApps(OWNER)).includes('J ONE'));
    assert.deepEqual(await rooms.house.sync.connectableApps(STRANGER), []);
  });

  it('lists the certified profiles of a manager; those of another business and those that are connected cannot be chosen', async () => {
    const app = (await rooms.house.apps.byId(APP))!;
    const list = async (by: string) =>
      Object.fromEntries((await rooms.house.sync.channelChoices(by, app)).map(({ channel, refusal }) => [channel.id, refusal]));
    await rooms.change('channels', '_xvBuk', { businessNumber: app.businessNumber }); // turned down, of the same business
    assert.deepEqual(await list(COLLEAGUE), { [SECOND]: null }); // only member of the first
    await connect([SECOND]);
    const mine = await list(OWNER);
    assert.deepEqual([mine[FIRST], mine[SECOND], mine[THIRD]], [null, 'already_connected', null]);
    assert.equal(mine['_xoEtb'], 'other_business');
    assert.ok(!('_xvBuk' in mine) && !('_xtDly' in mine) && !('_xuJon' in mine), 'not certified');
  });
});
