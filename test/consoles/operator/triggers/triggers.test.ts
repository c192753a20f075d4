import assert from 'node:assert/strict';
import supertest from 'supertest';
import { press, shown } from '../../../helpers/forms.ts';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { answers, type Receiver } from '../../../helpers/receiver.ts';
import { listenAs } from '../../phone.ts';
import { FORM_COOKIE, withToken } from '../../../helpers/form-token.ts';

describeHouse('/_sim/triggers · any event by hand', (world) => {
  const receivers: Receiver[] = [];
  afterEach(async () => {
    for (const receiver of receivers.splice(0)) await receiver.close();
  });

  const listen = async (kind: 'channel' | 'sync' | 'unlink' | 'account') => {
    const receiver = await listenAs(world, { kind });
    receiver.answer(answers.status(kind === 'account' ? 202 : 200));
    receivers.push(receiver);
    return receiver;
  };
  const at = async (query: Record<string, string> = {}) => {
    const visitor = world.visitor();
    return { visitor, page: await visitor.open(`/_sim/triggers?${new URLSearchParams({ app: APPS.demo, ...query })}`) };
  };

  it('shows what will be sent, sends it, and leads to the delivery', async () => {
    const receiver = await listen('channel');
    const { visitor, page } = await at({ event: 'channel.blocked' });
    assert.match(shown(page, 'trigger-request'), /^POST \/hooks HTTP\/1\.1 .* Authorization: KakaoAK \w{4}•+ .*"event":"blocked"/);
    const delivery = await press(visitor, page, 'trigger-send');
    assert.match(delivery.url.pathname, /^\/_sim\/deliveries\/\w+$/);
    assert.match(shown(delivery, 'done'), /이벤트를 보냈습니다/);
    await world.house.webhooks.settled();
    assert.equal((JSON.parse(receiver.received[0]!.body) as { event: string }).event, 'blocked');
  });

  it('changes nothing by it', async () => {
    await listen('channel');
    const before = await world.house.store.find('friendships', 'account', '03-returning');
    const { visitor, page } = await at({ event: 'channel.blocked', user: '03-returning' });
    await press(visitor, page, 'trigger-send');
    assert.deepEqual(await world.house.store.find('friendships', 'account', '03-returning'), before);
  });

  it('leads back without what no choice could be, however long', async () => {
    const answer = await supertest(world.url)
      .post(withToken(world, '/_sim/triggers'))
      .set({ Origin: world.url, Cookie: FORM_COOKIE })
      .type('form')
      .send(new URLSearchParams({ event: 'x'.repeat(40_000), app: APPS.demo, user: '' }).toString());
    assert.deepEqual([answer.status, answer.headers.location], [303, `/_sim/triggers?app=${APPS.demo}&user=`]);
  });

  it('offers what there is: linked users with their numbers, channels, reasons, agreed items', async () => {
    await listen('channel');
    await listen('unlink');
    await listen('account');
    const channel = (await at({ event: 'channel.added' })).page.html;
    assert.match(channel, /<option value="03-returning">다시온 \(39\d+\)<|<option value="03-returning" selected>다시온 \(39\d+\)</);
    assert.match(channel, /<option value="01-han">\S+ \(연결되지 않음\)</);
    assert.match(channel, /<option value="_xqDemo" selected>/);
    const unlink = (await at({ event: 'unlink' })).page.html;
    assert.doesNotMatch(unlink, /value="01-han"/);
    assert.match(unlink, /value="UNLINK_FROM_SERVICE" disabled/);
    assert.match(
      (await at({ event: 'account.user-scope-withdraw', user: '03-returning' })).page.html,
      /type="checkbox" name="scopes" value="\w+"/,
    );
  });

  it('sends the chosen reason to the unlink webhook, and the chosen items in a signed token', async () => {
    const unlink = await listen('unlink');
    const account = await listen('account');
    const first = await at({ event: 'unlink', user: '03-returning', reason: 'ACCOUNT_DELETE' });
    await press(first.visitor, first.page, 'trigger-send');
    const { html } = first.page;
    assert.match(html, /referrer_type=ACCOUNT_DELETE/);
    const second = await at({ event: 'account.user-scope-consent', user: '03-returning', scopes: 'profile_nickname' });
    assert.match(shown(second.page, 'trigger-claims'), /user-scope-consent/);
    const delivery = await press(second.visitor, second.page, 'trigger-send');
    await world.house.webhooks.settled();
    assert.match(unlink.received[0]?.body ?? '', /referrer_type=ACCOUNT_DELETE/);
    assert.equal(account.received.length, 1);
    const page = await second.visitor.open(delivery.url.pathname);
    assert.match(shown(page, 'set-signature'), /서명 유효/);
    assert.match(shown(page, 'set-header'), /"typ": "secevent\+jwt"/);
    assert.match(shown(page, 'set-claims'), /"scope": \[ "profile_nickname" \]/);
  });

  it('says where to register an address when there is none', async () => {
    const { page } = await at({ app: APPS.plain, event: 'unlink' });
    assert.match(shown(page, 'trigger-refusal'), /연결 해제 웹훅 주소가 없어/);
    assert.ok(page.html.includes(`href="/_sim/endpoints/${APPS.plain}%3Aunlink"`));
  });

  it('sends nothing when things have changed since it was shown', async () => {
    await listen('unlink');
    const { visitor, page } = await at({ event: 'unlink', user: '03-returning' });
    await world.house.store.write((tx) => world.house.webhooks.register(tx, APPS.demo, 'unlink', ''));
    const back = await press(visitor, page, 'trigger-send');
    assert.equal(back.url.pathname, '/_sim/triggers');
    assert.match(shown(back, 'trigger-refusal'), /주소가 없어/);
    assert.deepEqual(await world.house.webhooks.recent({ limit: 1 }), []);
  });

  it('takes what it does not know for nothing', async () => {
    assert.equal((await at({ app: 'nobody', event: 'nothing', user: 'nobody', channel: 'none', reason: 'BECAUSE' })).page.status, 200);
  });

  it('says of every event what causes it at Kakao', async () => {
    for (const { name } of world.house.consent.triggers) {
      const { page } = await at({ event: name });
      assert.match(shown(page, 'trigger-cause'), /^카카오가 보내는 때: \S+/, name);
    }
  });
});
