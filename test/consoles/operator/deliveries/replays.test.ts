import assert from 'node:assert/strict';
import { press, shown } from '../../../helpers/forms.ts';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { answers, type Receiver } from '../../../helpers/receiver.ts';
import { listenAs, openPhone } from '../../phone.ts';

const ID = 'x-kakao-resource-id';

describeHouse('/_sim/deliveries · sending again', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
    receiver.answer(answers.status(500));
  });
  afterEach(() => receiver.close());

  /** Blocks and adds, so often. */
  const fail = async (times: number) => {
    const phone = await openPhone(world, 'returning');
    for (let at = 0; at < times; at++) await phone.press(at % 2 === 0 ? 'BLOCKED' : 'ADDED');
    await world.house.webhooks.settled();
    receiver.answer(answers.status(200));
  };
  const states = async () => (await world.house.webhooks.recent({ limit: 50 })).map(({ state }) => state).reverse();
  const ids = async () => (await world.house.webhooks.recent({ limit: 50 })).map(({ id }) => id).reverse();
  const sent = () => receiver.received.map(({ headers }) => String(headers[ID]));

  it('sends one again from its page, under the same id, and says where to', async () => {
    await fail(1);
    const visitor = world.visitor();
    const [id = ''] = await ids();
    const page = await visitor.open(`/_sim/deliveries/${id}`);
    assert.ok(page.html.includes(`${receiver.url} 주소로 다시 보냅니다`));
    const done = await press(visitor, page, 'replay');
    assert.equal(done.url.pathname, `/_sim/deliveries/${id}`);
    assert.match(shown(done, 'done'), /다시 보내기 시작했습니다/);
    await world.house.webhooks.settled();
    assert.deepEqual(sent(), [id, id]);
    const { html } = await visitor.open(`/_sim/deliveries/${id}`);
    assert.match(html, /2번째 시도[\s\S]*다시 보냄[\s\S]*1번째 시도/);
    assert.match(html, /1번 다시 보냈습니다/);
  });

  it('sends once what was pressed twice', async () => {
    await fail(1);
    const visitor = world.visitor();
    const page = await visitor.open(`/_sim/deliveries/${(await ids())[0]}`);
    await press(visitor, page, 'replay');
    await world.house.webhooks.settled();
    await press(visitor, page, 'replay');
    await world.house.webhooks.settled();
    assert.equal(receiver.received.length, 2);
  });

  it('asks before it sends the chosen ones, and sends those alone', async () => {
    await fail(3);
    const visitor = world.visitor();
    const [first = '', , third = ''] = await ids();
    const list = await visitor.open('/_sim/deliveries');
    const asked = await press(visitor, list, 'replay-chosen', { [`ids.${first}`]: 'yes', [`ids.${third}`]: 'yes' });
    assert.match(shown(asked, 'confirm'), /선택한 콜백을 다시 보낼까요\? .*리소스 ID와 본문은 처음 그대로.*실패 2건/);
    assert.equal(receiver.received.length, 3, 'not before it was confirmed');
    const done = await press(visitor, asked, 'confirm-do');
    assert.equal(done.url.pathname, '/_sim/deliveries');
    await world.house.webhooks.settled();
    assert.deepEqual(await states(), ['delivered', 'parked', 'delivered']);
    assert.deepEqual(sent().slice(3), [first, third], 'in the order in which they happened');
  });

  it('says that one which was delivered will arrive twice', async () => {
    receiver.answer(answers.status(200));
    await fail(1);
    const visitor = world.visitor();
    const asked = await press(visitor, await visitor.open('/_sim/deliveries'), 'replay-chosen', { [`ids.${(await ids())[0]}`]: 'yes' });
    assert.match(asked.html, /이미 전달된 1건은 받는 쪽에 중복으로 도착합니다/);
  });

  it('says so when none was chosen, keeps the filters, and sends nothing', async () => {
    await fail(1);
    const visitor = world.visitor();
    const page = await press(visitor, await visitor.open(`/_sim/deliveries?app=${APPS.demo}&state=parked`), 'replay-chosen');
    assert.equal(page.status, 422);
    assert.match(shown(page, 'replay-problem'), /선택한 콜백이 없습니다/);
    assert.match(page.html, new RegExp(`value="${APPS.demo}" selected`));
    assert.equal(receiver.received.length, 1);
  });

  it('sends all that failed and fit the filters', async () => {
    await fail(2);
    const visitor = world.visitor();
    const asked = await press(visitor, await visitor.open(`/_sim/deliveries?event=channel.added`), 'replay-failed');
    assert.match(shown(asked, 'confirm'), /실패한 콜백을 모두 다시 보낼까요\? .*실패 1건.*channel\.added/);
    const done = await press(visitor, asked, 'confirm-do');
    assert.equal(done.url.search, '?event=channel.added&done=replayed');
    await world.house.webhooks.settled();
    assert.deepEqual(await states(), ['parked', 'delivered']);
  });

  it('goes back to the list from an address that only takes forms', async () => {
    assert.equal((await world.visitor().open('/_sim/deliveries/replays')).url.pathname, '/_sim/deliveries');
    const { status } = await world
      .visitor()
      .submit({ ...(await world.visitor().open('/_sim/deliveries')), html: '<form action="/_sim/deliveries/nothing/replays">' }, {});
    assert.equal(status, 404);
  });
});
