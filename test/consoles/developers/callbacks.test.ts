/** 4단계 · the profile of the screens and the callback URL by hand, with a test of the callback. */
import assert from 'node:assert/strict';
import { accountEvents } from '../../../src/apps/index.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { openReceiver } from '../../helpers/receiver.ts';
import { NEW_LINK } from '../../helpers/rows.ts';
import { pageOf } from './reading.ts';
import { OWNER, PARTNER, workingAs } from './working.ts';

const APP = APPS.biz;
const NONE = { 'events.OAUTH': '', 'events.KAKAO': '', 'events.RISC': '', 'events.CAEP': '' };

describeHouse('4단계 · 플러스친구 추가/차단 콜백 URL', (world) => {
  it('is set, tested, and shown in the log', async () => {
    const receiver = await openReceiver();
    try {
      const partner = await workingAs(world, PARTNER);
      await partner.change(APPS.demo, 'callbacks/channel', { 'callback-channel': receiver.url });
      const answer = await partner.change(APPS.demo, 'callbacks/test', { event: 'channel.blocked' });
      assert.match((await partner.open(answer.headers['location']!)).text, /콜백을 보냈습니다/);
      world.house.webhooks.start();
      await receiver.arrived(1);
      await world.house.webhooks.settled();
      const { event, channel_public_id } = JSON.parse(receiver.received[0]!.body);
      assert.deepEqual([event, channel_public_id], ['blocked', '_xqDemo']);
      const log = await partner.open(`/_sim/deliveries?app=${APPS.demo}`);
      assert.match(log.text, /data-testid="delivery-row"[\s\S]*channel\.blocked/);
    } finally {
      await receiver.close();
    }
  });

  it('says what is missing: an address, then a profile', async () => {
    const owner = await workingAs(world, OWNER);
    const test = () => owner.change(APP, 'callbacks/test', { event: 'channel.added' });
    assert.match((await test()).text, /먼저 이 콜백의 URL을 설정해 주세요/);
    const wrong = await owner.change(APP, 'callbacks/channel', { 'callback-channel': 'shop.example/hook' });
    assert.match(wrong.text, /data-testid="error-callback-channel">http:\/\/ 또는 https:\/\//);
    const metadata = await owner.change(APP, 'callbacks/channel', { 'callback-channel': 'http://[fd00:ec2::254]/' });
    assert.match(metadata.text, /data-testid="error-callback-channel">fd00:ec2::254: .*로 아무것도 보내지 않습니다/);
    await owner.change(APP, 'callbacks/channel', { 'callback-channel': 'https://shop.example/hook' });
    assert.match((await test()).text, /콜백에 담을 프로필이 없습니다/);
    assert.deepEqual(await world.house.webhooks.recent({ limit: 1 }), []);
    await owner.change(APP, 'callbacks/channel', { 'callback-channel': '' });
    assert.match(pageOf(await owner.page(APP)).section('callbacks'), /채널 콜백 등록하지 않음/);
  });

  it('offers the connected profiles alone, and leads to the connection where there is none', async () => {
    const owner = await workingAs(world, OWNER);
    assert.match(pageOf(await owner.page(APP)).section('channel'), /연결된 프로필이 없습니다\. .*카카오 for 비즈니스로 가기/);
    const forged = await owner.change(APPS.linked, 'channel', { channel: '_xqDemo' });
    assert.equal(forged.status, 422);
    assert.match(forged.text, /이 앱에 연결된 프로필이 아닙니다/);
  });

  it('the console has a webhook test: of any kind about whoever asks, sent or shown', async () => {
    const partner = await workingAs(world, PARTNER);
    await partner.change(APPS.demo, 'callbacks/unlink', { 'callback-unlink': 'https://shop.example/unlink', method: 'GET' });
    const refusal = await partner.change(APPS.demo, 'callbacks/test', { event: 'unlink' });
    assert.match(refusal.text, /이 앱에 연결된 적이 없는 계정입니다/);
    const link = { id: `${APPS.demo}:${PARTNER}`, appId: APPS.demo, accountId: PARTNER, number: '3900000093' };
    await world.house.store.write(async (tx) => tx.put('links', { ...NEW_LINK, ...link }));
    const before = await world.house.webhooks.recent({ limit: 50 });
    const shown = await partner.change(APPS.demo, 'callbacks/test', { event: 'unlink', reason: 'ACCOUNT_DELETE', decision: 'preview' });
    const { text } = await partner.open(shown.headers['location']!);
    assert.match(text, /GET https:\/\/shop\.example\/unlink/);
    assert.match(text, /Authorization: KakaoAK ••••/);
    assert.match(text, /app_id=1000001&amp;user_id=\d+&amp;referrer_type=ACCOUNT_DELETE/);
    assert.deepEqual(await world.house.webhooks.recent({ limit: 50 }), before);
    await partner.change(APPS.demo, 'callbacks/test', { event: 'unlink', reason: 'ACCOUNT_DELETE' });
    assert.equal((await world.house.webhooks.recent({ limit: 1 }))[0]?.event, 'unlink');
  });

  it('takes the events of the account webhook, box by box; all of them are no choice', async () => {
    const partner = await workingAs(world, PARTNER);
    const choose = (events: Record<string, string>) =>
      partner.change(APPS.demo, 'callbacks/account', { 'callback-account': 'https://shop.example/account', ...NONE, ...events });
    const chosen = async () => (await world.house.webhooks.endpoint(APPS.demo, 'account'))!.events;
    await choose({ 'events.OAUTH': 'user-linked', 'events.CAEP': 'credential-change' });
    assert.deepEqual(await chosen(), ['user-linked', 'credential-change']);
    await choose({});
    assert.deepEqual(await chosen(), []);
    const forged = await choose({ 'events.OAUTH': 'user-linke' });
    assert.match(forged.text, /없는 이벤트입니다/);
    await world.house.apps.setCallback(PARTNER, APPS.demo, 'account', 'https://shop.example/account', {
      events: accountEvents.map(({ name }) => name),
    });
    assert.equal(await chosen(), null);
  });
});
