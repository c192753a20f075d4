/** 4단계 · 플러스친구 추가/차단 콜백 URL: sent for a test, without anything having happened. */
import assert from 'node:assert/strict';
import { APPS } from '../helpers/house.ts';
import { COLLEAGUE, describeRooms, PARTNER, refused, STRANGER } from '../helpers/rooms.ts';

describeRooms('4단계 · a test of the channel callback', (rooms) => {
  const sent = async () => (await rooms.house.webhooks.recent({ limit: 5 })).map(({ body, url }) => ({ ...JSON.parse(body), url }));

  it('says what adding or blocking would say, and changes nothing', async () => {
    await rooms.house.consent.testCallback(COLLEAGUE, APPS.current, { name: 'channel.blocked' });
    const [{ event, id_type, channel_public_id, url }] = await sent();
    assert.deepEqual([event, id_type, channel_public_id], ['blocked', 'open_id', '_xpDnk']);
    assert.equal(url, 'http://localhost:3000/callbacks/channel');
    assert.equal(await rooms.house.channels.relation('_xpDnk', COLLEAGUE), undefined);
  });

  it('is about the first connected profile where none is on the screen', async () => {
    await rooms.house.sync.chooseChannel(PARTNER, APPS.current, null);
    await rooms.house.consent.testCallback(PARTNER, APPS.current, { name: 'channel.added' });
    assert.equal((await sent())[0].channel_public_id, '_xpDnk');
  });

  it('needs an address, a profile and an editor', async () => {
    const { apps, consent } = rooms.house;
    await refused('app_role_missing', consent.testCallback(STRANGER, APPS.current, { name: 'channel.added' }), { needed: 'editor' });
    await refused('no_callback_address', consent.testCallback(PARTNER, APPS.openidConnect, { name: 'channel.added' }));
    await apps.setCallback(COLLEAGUE, APPS.biz, 'channel', 'https://shop.example/hook');
    await refused('no_channel_to_tell', consent.testCallback(COLLEAGUE, APPS.biz, { name: 'channel.added' }));
    assert.deepEqual(await sent(), []);
  });
});
