import assert from 'node:assert/strict';
import { admin, AT_TEXT, bearer, type Differences, NUMBER, openKapi, target } from './helpers.ts';
import { channelRows } from './linked-channels.ts';

const V2 = '/v2/api/talk/channels';
const V1 = '/v1/api/talk/channels';
const OLD = '/v1/api/talk/plusfriends';

const linked: Differences = { items: ['plusfriends', 'name'], agreed: ['plusfriends'], rows: channelRows };

const all = [
  { channel_uuid: '@심플상점', channel_public_id: '_added', relation: 'ADDED', updated_at: AT_TEXT },
  { channel_uuid: '@심플지점', channel_public_id: '_blocked', relation: 'BLOCKED', updated_at: AT_TEXT },
  { channel_uuid: '@심플분점', channel_public_id: '_none', relation: 'NONE' },
];

const filters = [
  { query: {}, ids: ['_added', '_blocked', '_none'] },
  { query: { channel_ids: '_none' }, ids: ['_none'] },
  { query: { channel_ids: '_none,_added', channel_id_type: 'channel_public_id' }, ids: ['_added', '_none'] },
  { query: { channel_ids: '_foreign' }, ids: [] },
  { query: { channel_public_ids: '["_blocked","_unknown"]' }, ids: ['_blocked'] },
  { query: { channel_public_ids: 'null' }, ids: ['_added', '_blocked', '_none'] },
];

describe('kapi · GET /v2/api/talk/channels and /v1/api/talk/channels', () => {
  for (const path of [V2, V1]) {
    it(`tell the relation to the linked channels only, on ${path}`, async () => {
      const { http } = await openKapi(linked);
      const { body, text } = await http.get(path).set(bearer).expect(200);
      assert.deepEqual(body.channels, all);
      assert.ok(text.startsWith(`{"user_id":${NUMBER},`));
    });

    for (const { query, ids } of filters) {
      it(`bring ${ids.join(', ') || 'none'} for ${JSON.stringify(query)}, on ${path}`, async () => {
        const { http } = await openKapi(linked);
        const { body } = await http
          .get(path)
          .query({ ...query, ...target })
          .set(admin)
          .expect(200);
        assert.deepEqual(
          body.channels,
          all.filter(({ channel_public_id }) => ids.includes(channel_public_id)),
        );
      });
    }
  }

  for (const query of [{ channel_id_type: 'channel_uuid' }, { channel_public_ids: '_added' }, { channel_public_ids: '[1]' }]) {
    it(`answer -2 to ${JSON.stringify(query)}`, async () => {
      const { http } = await openKapi(linked);
      assert.equal((await http.get(V2).query(query).set(bearer).expect(400)).body.code, -2);
    });
  }
});

describe('kapi · GET /v1/api/talk/plusfriends, the API of 2019', () => {
  it('tells the same in the words of 2019', async () => {
    const { http } = await openKapi({ ...linked, app: { era: '2019' } });
    const { body, text } = await http.get(OLD).set(bearer).expect(200);
    assert.deepEqual(body.plus_friends, [
      { plus_friend_public_id: '_added', plus_friend_uuid: '@심플상점', relation: 'ADDED', updated_at: AT_TEXT },
      { plus_friend_public_id: '_blocked', plus_friend_uuid: '@심플지점', relation: 'BLOCKED', updated_at: AT_TEXT },
      { plus_friend_public_id: '_none', plus_friend_uuid: '@심플분점', relation: 'NONE' },
    ]);
    assert.ok(text.startsWith(`{"user_id":${NUMBER},`));
  });

  it('brings those in plus_friend_public_ids, and answers -2 to what is no list', async () => {
    const { http } = await openKapi(linked);
    const { body } = await http.get(OLD).query({ plus_friend_public_ids: '["_none"]' }).set(bearer).expect(200);
    assert.deepEqual(body.plus_friends, [{ plus_friend_public_id: '_none', plus_friend_uuid: '@심플분점', relation: 'NONE' }]);
    assert.equal((await http.get(OLD).query({ plus_friend_public_ids: '_none' }).set(bearer).expect(400)).body.code, -2);
  });
});

describe('kapi · channels that may not be told', () => {
  for (const path of [V2, V1, OLD]) {
    it(`answer -3 to an app that has not configured the item, on ${path}`, async () => {
      const { http } = await openKapi({ ...linked, items: ['name'] });
      assert.equal((await http.get(path).set(bearer).expect(403)).body.code, -3);
    });
  }
});
