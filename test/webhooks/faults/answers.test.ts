/** The fault list, F2 to F13: a receiver, or the way to it, that does not answer as it should. Source: security 3.3. */
import assert from 'node:assert/strict';
import { answers } from '../../helpers/receiver.ts';
import { type FaultProxy, openFaultProxy, type Fault, through } from '../../helpers/fault-proxy.ts';
import { type Behaviour, ok } from '../../helpers/recorder.ts';
import { type Bench, cameAtLeastOnce, openBench, wasTriedOnce } from './bench.ts';

const rejects = (answer: Behaviour['answer']): Behaviour => ({ takes: false, answer });
const takes = (answer: Behaviour['answer']): Behaviour => ({ takes: true, answer });
const status = (code: number, headers = {}) => answers.status(code, headers);

/** What the receiver does the first time it sees an event, and the verdict of that. */
const FIRST: readonly [name: string, behaviour: Behaviour, verdict: string][] = [
  ['F2 · accepts and never answers', rejects(answers.hang()), 'timeout'],
  ['F3 · drips its headers', rejects(answers.drip()), 'timeout'],
  ['F4 · 500', rejects(status(500)), 'status_500'],
  ['F4 · 502', rejects(status(502)), 'status_502'],
  ['F4 · 503 with Retry-After', rejects(status(503, { 'retry-after': '2' })), 'status_503'],
  ['F4 · 429', rejects(status(429)), 'status_429'],
  ['F6 · 400', rejects(status(400)), 'status_400'],
  ['F6 · 401', rejects(status(401)), 'status_401'],
  ['F6 · 404', rejects(status(404)), 'status_404'],
  ['F7 · 204', takes(status(204)), 'delivered'],
  ['F7 · 299', takes(status(299)), 'delivered'],
  ['F8 · hints, then silence', rejects(answers.earlyHintsOnly()), 'timeout'],
  ['F9 · a body without end', takes(answers.endlessBody()), 'delivered'],
  ['F10 · 64 KB of headers', rejects(answers.hugeHeaders()), 'bad_response'],
  ['F10 · 5,000 headers', rejects(answers.garbage(`HTTP/1.1 200 OK\r\n${'X-Many: a\r\n'.repeat(5000)}\r\n`)), 'bad_response'],
  ['F11 · a reset before the status', rejects(answers.resetBeforeStatus()), 'connection_reset'],
  ['F11 · a reset in the middle of the body', takes(answers.resetAfterStatus()), 'delivered'],
  ['F12 · takes it, then cuts: the answer is lost', takes(answers.resetBeforeStatus()), 'connection_reset'],
];

/** Short where it is to pass. */
const deadlineFor = (verdict: string) => (verdict === 'timeout' ? { deadlineMs: 400 } : {});

describe('webhooks · faults · a receiver that', () => {
  let bench: Bench;
  afterEach(() => bench.close());

  for (const [name, behaviour, verdict] of FIRST) {
    it(name, async () => {
      bench = await openBench(deadlineFor(verdict));
      bench.recorder.behave((_, nth) => (nth === 1 ? behaviour : ok));
      await bench.events(6, { endpoint: { policy: 'retry' } });
      await bench.finish();
      cameAtLeastOnce(bench.recorder.receipts, bench.committed, name.startsWith('F12'));
      const [first] = await bench.webhooks.attempts(bench.committed[0]!);
      assert.equal(first?.verdict, verdict);
    });

    it(`${name}: under kakao once, and parked unless it is delivered`, async () => {
      bench = await openBench(deadlineFor(verdict));
      bench.recorder.behave(() => behaviour);
      await bench.events(6);
      await bench.finish();
      assert.equal(bench.recorder.requests(), 6);
      await wasTriedOnce(bench);
      assert.deepEqual(
        new Set((await bench.deliveries()).map(({ state }) => state)),
        new Set([verdict === 'delivered' ? verdict : 'parked']),
      );
    });
  }

  for (const code of [301, 302, 307, 308]) {
    it(`9 · F5 · ${code} to somebody else: a failure; the other one never hears of it`, async () => {
      bench = await openBench();
      const other = await openBench();
      bench.recorder.behave((_, nth) => (nth === 1 ? rejects(answers.redirect(other.recorder.url, code)) : ok));
      await bench.events(3, { endpoint: { policy: 'retry' } });
      await bench.finish();
      cameAtLeastOnce(bench.recorder.receipts, bench.committed);
      assert.equal(other.recorder.requests(), 0);
      await other.close();
    });
  }

  it('F6 · 410: stops, and what waits goes out once somebody has it go on', async () => {
    bench = await openBench();
    bench.recorder.behave((_, nth) => (nth === 1 ? rejects(status(410)) : ok));
    await bench.events(2, { lanes: 1, endpoint: { policy: 'retry' } });
    await bench.webhooks.settled();
    assert.equal(bench.recorder.requests(), 1);
    await bench.webhooks.replayParked();
    await bench.store.write((tx) => bench.webhooks.configure(tx, '1:channel', { state: 'on', policy: 'kakao' }));
    bench.recorder.behave(() => ok);
    await bench.finish();
    cameAtLeastOnce(bench.recorder.receipts, bench.committed);
  });
});

/** What the way does to the first connection of each event, and whether the receiver may get it twice. */
const WAYS: readonly [name: string, fault: Fault, verdict: string, mayRepeat: boolean][] = [
  ['F2 · swallows everything', through.blackHole(), 'timeout', false],
  ['F3 · lets the answer through byte by byte', through.drip(50), 'timeout', true],
  ['F11 · resets', through.reset(), 'connection_reset', false],
  ['F12 · loses the answer', through.cutAfter(0), 'connection_reset', true],
  ['F12 · cuts in the middle of the status line', through.cutAfter(9), 'connection_reset', true],
  ['F13 · closes a connection just as it is used', through.halfOpen(), 'connection_reset', false],
  ['lets the answer through late', through.delay(20), 'delivered', false],
];

describe('webhooks · faults · a way that', () => {
  let bench: Bench;
  let proxy: FaultProxy;
  afterEach(() => Promise.all([bench.close(), proxy.close()]));

  for (const [name, fault, verdict, mayRepeat] of WAYS) {
    it(name, async () => {
      bench = await openBench(deadlineFor(verdict));
      proxy = await openFaultProxy(bench.recorder.url);
      proxy.script(fault, fault, through.pass());
      await bench.events(6, { to: proxy.url, lanes: 2, endpoint: { policy: 'retry' } });
      await bench.finish();
      cameAtLeastOnce(bench.recorder.receipts, bench.committed, mayRepeat);
      const verdicts = await Promise.all(bench.committed.map(async (id) => (await bench.webhooks.attempts(id))[0]?.verdict));
      assert.ok(verdicts.includes(verdict), String(verdicts));
    });
  }
});
