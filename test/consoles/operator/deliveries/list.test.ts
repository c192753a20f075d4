import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import supertest from 'supertest';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { answers, type Receiver } from '../../../helpers/receiver.ts';
import { CHANNEL, listenAs, openPhone } from '../../phone.ts';

describeHouse('/_sim/deliveries · what was sent', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
  });
  afterEach(() => receiver.close());

  const page = async (path = '/_sim/deliveries') => supertest(world.url).get(path);
  const rows = (html: string) => html.split('data-testid="delivery-row"').slice(1);
  const press = async (...moves: string[]) => {
    const phone = await openPhone(world, 'returning');
    for (const move of moves) await phone.press(move);
    await world.house.webhooks.settled();
  };

  it('is named on the desk', async () => {
    const { status, text } = await page('/_sim');
    assert.equal(status, 200);
    assert.match(text, /href="\/_sim\/deliveries"/);
  });

  it('says the next step while there is nothing', async () => {
    const { text } = await page();
    assert.match(text, /아직 보낸 콜백이 없습니다/);
    assert.match(text, /href="\/talk"/);
  });

  it('shows event, person, channel, app, address, state and verdict, newest first', async () => {
    await press('BLOCKED', 'ADDED');
    const [first = '', second = ''] = rows((await page()).text);
    assert.match(
      first,
      /channel\.added[\s\S]*전달됨[\s\S]*다시온 · 데모상점[\s\S]*데모상점[\s\S]*POST http:\/\/127\.0\.0\.1[\s\S]*200으로 응답했습니다/,
    );
    assert.match(second, /channel\.blocked/);
  });

  it('shows a delivery on its way as such', async () => {
    const gate = Promise.withResolvers<void>();
    receiver.answer(answers.once(gate.promise, answers.status(200)));
    await (await openPhone(world, 'returning')).press('BLOCKED');
    await receiver.arrived(1);
    assert.match((await page()).text, /대기[\s\S]*아직 응답을 기다리고 있습니다/);
    const [delivery] = await world.house.webhooks.recent({ limit: 1 });
    assert.match((await page(`/_sim/deliveries/${delivery?.id}`)).text, /data-testid="delivery-waiting"/);
    gate.resolve();
    await world.house.webhooks.settled();
  });

  it('is paged, newest first', async () => {
    await press(...Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? 'BLOCKED' : 'ADDED')));
    const { text } = await page();
    assert.equal(rows(text).length, 30);
    const older = /href="([^"]*)" data-testid="delivery-older"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const next = (await page(older)).text;
    assert.equal(rows(next).length, 2);
    assert.match(next, /data-testid="delivery-newest"/);
    assert.doesNotMatch(next, /data-testid="delivery-older"|data-live="/);
    assert.equal(rows((await page('/_sim/deliveries?before=0')).text).length, 0);
  });

  it('shows one app only, if asked', async () => {
    await press('BLOCKED');
    assert.equal(rows((await page(`/_sim/deliveries?app=${APPS.demo}`)).text).length, 1);
    const { text } = await page(`/_sim/deliveries?app=${APPS.current}`);
    assert.equal(rows(text).length, 0);
    assert.match(text, /조건에 맞는 콜백이 없습니다/);
    assert.equal(rows((await page('/_sim/deliveries?app=')).text).length, 1);
  });

  it('answers 404 for an unknown delivery and 400 for a broken query', async () => {
    assert.equal((await page('/_sim/deliveries/NOTHING')).status, 404);
    assert.equal((await page('/_sim/deliveries?app=1&app=2')).status, 400);
  });

  it('tells listeners that something changed, and forgets them when they go', async () => {
    const [events] = (await once(get(`${world.url}/_sim/deliveries/stream`), 'response')) as [IncomingMessage];
    assert.match(String(events.headers['content-type']), /^text\/event-stream/);
    events.setEncoding('utf8');
    const changed = new Promise<void>((resolve) => events.on('data', (text: string) => text.includes('event: changed') && resolve()));
    await (await openPhone(world, 'returning')).press('BLOCKED', CHANNEL);
    await changed;
    events.destroy();
    await world.house.webhooks.settled();
  });
});
