/** `listen`: callbacks are followed and forwarded as they are; nothing that a receiver or the simulator does ends it, Ctrl+C does. */
import assert from 'node:assert/strict';
import { Webhook } from 'standardwebhooks';
import { forwarder } from '../../src/command/forward.ts';
import type { Delivery } from '../../src/command/deliveries.ts';
import { answers, openReceiver, type Receiver } from '../helpers/receiver.ts';
import { PATIENCE } from './program.ts';
import { useConversation } from './speaks.ts';

describe('the command · listen', () => {
  const talk = useConversation();
  let mine: Receiver;
  beforeEach(async () => void (mine = await openReceiver()));
  afterEach(() => mine.close());

  it('forwards each callback with its headers and body, prints both lines, and ends at Ctrl+C with 0', async () => {
    const listen = talk.begin('listen', '--app', '데모상점', '--forward-to', mine.url);
    await listen.said(/^listening at /);
    await talk.signUp();
    await Promise.all([mine.arrived(2), talk.registered.arrived(2)]);
    for (const { body, headers } of mine.received) {
      const original = talk.registered.received.find((each) => each.body === body)!;
      const id = headers['x-kakao-resource-id'] ?? headers['webhook-id'];
      assert.equal(id, original.headers['x-kakao-resource-id'] ?? original.headers['webhook-id']);
      for (const name of ['authorization', 'content-type', 'user-agent']) assert.equal(headers[name], original.headers[name], name);
      const extra = Object.keys(headers).filter((name) => !(name in original.headers));
      assert.deepEqual(extra, []);
    }
    const sync = mine.received.find(({ headers }) => headers['webhook-id'])!;
    const [{ secret }] = (await (
      await fetch(`${talk.facts.url}/_sim/api/endpoints?app=1000001`)
    )
      .json()
      .then((answer) => (answer as { endpoints: { kind: string; secret: string }[] }).endpoints.filter(({ kind }) => kind === 'sync'))) as [
      { secret: string },
    ];
    new Webhook(secret).verify(sync.body, sync.headers as Record<string, string>, { jsonParse: false });

    await listen.said(/<-- \[200\]/);
    const { code, stdout, stderr } = await listen.end('SIGINT');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^\d\d:\d\d:\d\d {2}--> channel\.added person-0@example\.com \[\w{24}\]$/m);
    assert.match(stdout, new RegExp(`^\\d\\d:\\d\\d:\\d\\d {2}<-- \\[200\\] POST ${mine.url} \\d+ ms$`, 'm'));
    assert.ok(!stdout.includes('\u001B'));
  }).timeout(PATIENCE);

  it('goes on when the simulator is restarted, and misses nothing', async () => {
    const listen = talk.begin('listen', '--forward-to', mine.url);
    await listen.said(/^listening at /);
    await talk.signUp();
    await mine.arrived(2);
    await talk.restart();
    await talk.signUp();
    await mine.arrived(4);
    const { code, stderr, stdout } = await listen.end('SIGTERM');
    assert.equal(code, 0);
    assert.match(stderr, /^kakao-sync-simulator: the simulator at \S+ went away; waiting for it\n$/);
    assert.match(stdout, /^connected again$/m);
    assert.equal(mine.received.length, 4);
  }).timeout(PATIENCE);

  it('says that an app without an address is sent nothing, and gives it the inbox when asked to', async () => {
    const silent = talk.begin('listen', '--app', '1000002', '--forward-to', mine.url);
    await silent.said(/^listening at /);
    assert.match((await silent.end('SIGINT')).stderr, /1000002 has no callback address, so nothing will be sent; .*--inbox/);
    const listen = talk.begin('listen', '--app', '1000002', '--forward-to', mine.url, '--inbox');
    const said = await listen.said(/^listening at /);
    assert.match(said, new RegExp(`^channel callbacks of 1000002 go to ${talk.facts.url}/_sim/inbox/1000002/channel$`, 'm'));
    assert.deepEqual(await listen.end('SIGINT').then(({ code, stderr }) => [code, stderr]), [0, '']);
  }).timeout(PATIENCE);
});

describe('forwarding', () => {
  const lines: string[] = [];
  const over = new AbortController();
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
    lines.length = 0;
  });
  afterEach(() => receiver.close());

  const forward = (to = receiver.url) => forwarder({ to, over: over.signal, paint: (_, text) => text, say: (line) => lines.push(line) });
  const delivery = (id: string, lane: string, more: Partial<Delivery> = {}) =>
    ({ id, lane, event: 'channel.added', nickname: 'n', account: 'a', method: 'POST', headers: {}, body: id, ...more }) as Delivery;

  it('keeps the order inside of a lane, and lets lanes pass one another', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    receiver.answer(answers.once(promise, answers.status(200)), answers.status(200));
    const send = forward();
    send(delivery('a1', 'a'));
    await receiver.arrived(1);
    send(delivery('a2', 'a'));
    send(delivery('b1', 'b'));
    await receiver.arrived(2);
    resolve();
    await receiver.arrived(3);
    assert.deepEqual(
      receiver.received.map(({ body }) => body),
      ['a1', 'b1', 'a2'],
    );
  });

  it('sends a GET with its body as the query', async () => {
    forward(`${receiver.url}?own=1`)(delivery('app_id=1&user_id=2', 'a', { method: 'GET' }));
    await receiver.arrived(1);
    assert.deepEqual([receiver.received[0]?.method, receiver.received[0]?.path], ['GET', '/hooks?own=1&app_id=1&user_id=2']);
  });

  it('prints what goes wrong, and goes on', async () => {
    receiver.answer(answers.status(500), answers.redirect('/elsewhere'), answers.resetBeforeStatus(), answers.status(204));
    const send = forward();
    for (const id of ['1', '2', '3', '4']) send(delivery(id, 'a'));
    await receiver.arrived(4);
    while (lines.length < 8) await new Promise((resolve) => setImmediate(resolve));
    const answered = lines.flatMap((line) => /<-- \[(.+?)\]/.exec(line)?.[1] ?? []);
    assert.deepEqual([answered[0], answered[1], answered[3]], ['500', '302', '204']);
    assert.match(answered[2]!, /^connection (closed|reset)$/);
  });

  it('prints no control character of a name', async () => {
    forward()(delivery('1', 'a', { nickname: 'x\u001B[2J\u202Ey' }));
    await receiver.arrived(1);
    assert.match(lines[0]!, /--> channel\.added x \[2J y \[1\]$/);
  });
});
