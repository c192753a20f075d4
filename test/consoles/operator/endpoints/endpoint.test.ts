import assert from 'node:assert/strict';
import { press, shown, textOf } from '../../../helpers/forms.ts';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { answers, type Receiver } from '../../../helpers/receiver.ts';
import { listenAs, openPhone } from '../../phone.ts';

const PATH = `/_sim/endpoints/${APPS.demo}:channel`;

describeHouse('/_sim/endpoints · where callbacks go, and how', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
  });
  afterEach(() => receiver.close());

  const endpoint = () => world.house.webhooks.endpoint(APPS.demo, 'channel');
  const block = async () => {
    await (await openPhone(world, 'returning')).press('BLOCKED');
    await world.house.webhooks.settled();
  };
  const at = async (path = PATH) => {
    const visitor = world.visitor();
    return { visitor, page: await visitor.open(path) };
  };

  it('shows each with address, policy, state, last success and what waits', async () => {
    await block();
    const { page } = await at('/_sim/endpoints');
    const row = page.html.split('data-testid="endpoint-row"').find((each) => each.includes(receiver.url)) ?? '';
    assert.match(textOf(row), /카카오톡 채널 웹훅 사용 중 POST http:\S+ 카카오 \(한 번만\) \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 0 0/);
  });

  it('leads to where one is registered for an app that has none', async () => {
    const { visitor, page } = await at('/_sim/endpoints');
    const path = `/_sim/endpoints/${APPS.plain}%3Aunlink`;
    assert.ok(page.html.includes(`href="${path}"`));
    const done = await press(visitor, await visitor.open(path), 'address-save', { url: receiver.url });
    assert.match(shown(done, 'done'), /저장했습니다/);
    assert.equal((await world.house.webhooks.endpoint(APPS.plain, 'unlink'))?.url, receiver.url);
  });

  it('pauses, says what waits, and sends it in order when resumed', async () => {
    const { visitor, page } = await at();
    assert.match(shown(page, 'endpoint-state-says'), /사라지지 않고, 다시 시작할 때까지 기다립니다/);
    await press(visitor, page, 'endpoint-state');
    const phone = await openPhone(world, 'returning');
    await phone.press('BLOCKED');
    await phone.press('ADDED');
    await world.house.webhooks.settled();
    assert.equal(receiver.received.length, 0);
    const paused = await visitor.open(PATH);
    assert.match(shown(paused, 'endpoint-state-says'), /일어난 순서대로 바로 보냅니다. 지금 대기 2건/);
    const [waiting] = await world.house.webhooks.recent({ limit: 1 });
    assert.match((await visitor.open(`/_sim/deliveries/${waiting?.id}`)).html, /일시 중지되어 있어 기다립니다/);
    await press(visitor, paused, 'endpoint-state');
    await world.house.webhooks.settled();
    assert.deepEqual(
      receiver.received.map(({ body }) => (JSON.parse(body) as { event: string }).event),
      ['blocked', 'added'],
    );
  });

  it('says since when a disabled one failed, and enables it again', async () => {
    await world.change('endpoints', `${APPS.demo}:channel`, {
      state: 'disabled',
      failingSince: Date.parse('2026-01-01T00:00:00Z'),
      failures: 9,
    });
    const { visitor, page } = await at();
    assert.match(shown(page, 'endpoint-note'), /2026-01-01 09:00:00부터 한 달 넘게 정상 응답이 없어/);
    await block();
    const [unsent] = await world.house.webhooks.recent({ limit: 1 });
    assert.match((await visitor.open(`/_sim/deliveries/${unsent?.id}`)).html, /엔드포인트가 비활성화되어 있어 보내지 않았습니다/);
    await press(visitor, page, 'endpoint-state');
    assert.equal((await endpoint())?.state, 'on');
  });

  it('changes policy and TLS, and is not changed under somebody else', async () => {
    const { visitor, page } = await at();
    await press(visitor, page, 'endpoint-save', { policy: 'retry', tls: undefined });
    assert.deepEqual([(await endpoint())?.policy, (await endpoint())?.verifyTls], ['retry', false]);
    const stale = await press(world.visitor(), page, 'endpoint-save', { policy: 'kakao', tls: 'verify' });
    assert.equal(stale.status, 409);
    assert.equal((await endpoint())?.policy, 'retry');
  });

  it('offers GET for the unlink webhook, events for the account status webhook, and neither elsewhere', async () => {
    for (const kind of ['unlink', 'account'] as const) await listenAs(world, { kind }).then((each) => each.close());
    const [unlink, account, channel] = await Promise.all(['unlink', 'account', 'channel'].map((kind) => at(PATH.replace('channel', kind))));
    await press(unlink!.visitor, unlink!.page, 'endpoint-save', { method: 'GET', policy: 'kakao' });
    assert.equal((await world.house.webhooks.endpoint(APPS.demo, 'unlink'))?.method, 'GET');
    await press(account!.visitor, account!.page, 'endpoint-save', { which: 'some', events: 'tokens-revoked', policy: 'kakao' });
    assert.deepEqual((await world.house.webhooks.endpoint(APPS.demo, 'account'))?.events, ['tokens-revoked']);
    assert.doesNotMatch(channel!.page.html, /name="(method|events|which)"/);
  });

  it('moves what waits to another address, refuses what is none, and cancels it where it is taken away', async () => {
    const { visitor, page } = await at();
    const wrong = await press(visitor, page, 'address-save', { url: 'ftp://example.com' });
    assert.equal(wrong.status, 422);
    assert.match(shown(wrong, 'form-problems'), /http:\/\/ 또는 https:\/\//);
    await press(visitor, await visitor.open(PATH), 'endpoint-state');
    await block();
    await press(visitor, await visitor.open(PATH), 'address-save', { url: `${receiver.url}/moved` });
    const [moved] = await world.house.webhooks.recent({ limit: 1 });
    assert.equal(moved?.url, `${receiver.url}/moved`);
    await press(visitor, await visitor.open(PATH), 'address-save', { url: '' });
    assert.equal(await endpoint(), undefined);
    assert.match((await visitor.open(`/_sim/deliveries/${moved?.id}`)).html, /콜백 주소가 삭제되어 취소되었습니다/);
  });

  it('arms a trouble, tells of it, and takes it away', async () => {
    receiver.answer(answers.status(200));
    const { visitor, page } = await at();
    const armed = await press(visitor, page, 'trouble-arm', { kind: 'duplicate', event: 'channel.blocked', times: '2' });
    assert.match(shown(armed, 'armed'), /중복 channel\.blocked · 2건 남음/);
    assert.match((await visitor.open('/_sim/endpoints')).html, /예약된 문제 1건/);
    await block();
    assert.equal(receiver.received.length, 2);
    const [doubled] = await world.house.webhooks.recent({ limit: 1 });
    assert.match(shown(await visitor.open(`/_sim/deliveries/${doubled?.id}`), 'attempt-trouble'), /일부러 문제를 일으킨 시도입니다: 중복/);
    const gone = await press(visitor, await visitor.open(PATH), 'trouble-remove');
    assert.match(shown(gone, 'armed'), /예약된 문제가 없습니다/);
  });

  const refused = [
    [{ times: '0' }, /1 이상의 정수/],
    [{ times: '1001' }, /1부터 1,000까지/],
    [{ kind: 'delay', ms: 'soon' }, /1 이상의 정수/],
    [{ kind: 'drop', ms: '5' }, /이 문제에는 시간을 쓸 수 없거나/],
  ] as const;
  for (const [filled, says] of refused) {
    it(`refuses ${JSON.stringify(filled)}, and keeps what was typed`, async () => {
      const { visitor, page } = await at();
      const answer = await press(visitor, page, 'trouble-arm', filled);
      assert.equal(answer.status, 422);
      assert.match(shown(answer, 'form-problems'), says);
      assert.ok(Object.values(filled).every((value) => answer.html.includes(`value="${value}"`)));
      assert.deepEqual(await world.house.webhooks.troubles(), []);
    });
  }

  it('answers 404 for what is no endpoint, and shows the page for an address that only takes forms', async () => {
    for (const id of ['nothing', `${APPS.demo}:nothing`, 'nobody:channel'])
      assert.equal((await at(`/_sim/endpoints/${id}`)).page.status, 404);
    assert.equal((await at(`${PATH}/settings`)).page.url.pathname, PATH.replace(':', '%3A'));
  });
});
