/** Who added or blocked a profile. */
import assert from 'node:assert/strict';
import { describeRooms, OWNER, refused, STRANGER } from '../helpers/rooms.ts';

const CHANNEL = '_xtDly'; // nobody's friend yet

describeRooms('channels · friends', (rooms) => {
  const relate = async (accountId: string, relation: 'ADDED' | 'BLOCKED') => {
    const account = (await rooms.house.accounts.byId(accountId))!;
    await rooms.house.store.write((tx) => rooms.house.channels.relate(tx, CHANNEL, account, relation));
  };
  const page = async (relation?: 'ADDED' | 'BLOCKED', before?: string) =>
    (await rooms.house.channels.friends(OWNER, CHANNEL, { relation, limit: 2, before })).map(({ accountId }) => accountId);

  it('are listed a page at a time, all or by relation, and counted', async () => {
    for (const id of ['01-han', '02-new', '03-returning']) await relate(id, 'ADDED');
    await relate('02-new', 'BLOCKED');
    assert.deepEqual(await page(), ['03-returning', '02-new']);
    assert.deepEqual(await page(undefined, `${CHANNEL}:02-new`), ['01-han']);
    assert.deepEqual(await page('ADDED'), ['03-returning', '01-han']);
    assert.deepEqual(await page('BLOCKED'), ['02-new']);
    assert.deepEqual(await rooms.house.channels.friendCounts(OWNER, CHANNEL), { added: 2, blocked: 1 });
  });

  it('are its managers’ to see', async () => {
    await refused('channel_role_missing', rooms.house.channels.friends(STRANGER, CHANNEL, { limit: 2 }), { has: null });
    await refused('channel_role_missing', rooms.house.channels.friendCounts(STRANGER, CHANNEL));
    await refused('unknown_channel', rooms.house.channels.friends(OWNER, '_none', { limit: 2 }));
  });
});
