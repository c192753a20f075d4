import assert from 'node:assert/strict';
import { readList } from '../../src/messages/index.ts';
import { APPS } from '../helpers/house.ts';
import { describeRooms, PARTNER, refused } from '../helpers/rooms.ts';

const CHANNEL = '_xqDemo';
const RETURNING = '03-returning';
const listOf = (...numbers: string[]) => readList(Buffer.from(numbers.join('\n')));

describeRooms('메시지 · friend groups', (rooms) => {
  const add = (...numbers: string[]) =>
    rooms.house.messages.addGroup(PARTNER, CHANNEL, { appId: APPS.demo, name: '그룹', list: listOf(...numbers) });

  it('take numbers of 19 digits exactly: a neighbour is somebody else', async () => {
    const big = '4012345678901234567';
    await rooms.change('links', `${APPS.demo}:${RETURNING}`, { number: big });
    const { id } = await add(big, '4012345678901234568');
    const { members } = await rooms.house.messages.group(PARTNER, CHANNEL, id);
    assert.deepEqual(
      members.map(({ number, standing }) => [number, standing]),
      [
        [big, 'friend'],
        ['4012345678901234568', 'no_user'],
      ],
    );
  });

  it('do not know who has left the app, nor users of another app', async () => {
    const link = (await rooms.house.consent.link(APPS.demo, RETURNING))!;
    await rooms.house.consent.unlink((await rooms.house.apps.byId(APPS.demo))!, link);
    const { id } = await add(link.number, '4012345678901234567');
    const { recipients, skipped } = await rooms.house.messages.outlook(PARTNER, CHANNEL, id);
    assert.deepEqual([recipients, skipped.map(({ why }) => why)], [[], ['no_user', 'no_user']]);
  });

  it('are of a connected app, and have a number in them', async () => {
    const { messages } = rooms.house;
    const list = listOf('3900000001');
    await refused('app_not_connected', messages.addGroup(PARTNER, CHANNEL, { appId: APPS.openidConnect, name: 'x', list }));
    await refused('group_empty', add('홍길동'));
    assert.deepEqual(await messages.groups(PARTNER, CHANNEL), []);
  });

  it('that are removed leave what was sent to them', async () => {
    const { messages } = rooms.house;
    const { id } = await add('3900000001', '3900000018');
    const sent = await messages.send(PARTNER, CHANNEL, { text: '안녕하세요', button: null, groupId: id });
    await messages.removeGroup(PARTNER, CHANNEL, id);
    await refused('unknown_group', messages.send(PARTNER, CHANNEL, { text: '안녕하세요', button: null, groupId: id }));
    const kept = (await messages.sentOne(PARTNER, CHANNEL, sent.id)).message;
    assert.deepEqual([kept.group?.name, kept.skipped], ['그룹', [{ number: '3900000018', why: 'no_friend' }]]);
  });
});
