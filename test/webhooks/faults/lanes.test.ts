/** The fault list, F1, F22 to F24, F26, F27: what lanes do while receivers go, come, move and fail. Source: security 3.3. */
import assert from 'node:assert/strict';
import { answers, openReceiver } from '../../helpers/receiver.ts';
import { type Behaviour, ok, openRecorder } from '../../helpers/recorder.ts';
import { openWebhooks } from '../../../src/webhooks/index.ts';
import { openPost } from '../post.ts';
import { type Bench, cameAtLeastOnce, openBench, wasTriedOnce } from './bench.ts';

const failing: Behaviour = { takes: false, answer: answers.status(500) };

describe('webhooks · faults · lanes', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it('F1 · a receiver that is down, then up', async () => {
    const down = await openRecorder();
    await down.close();
    await bench.events(12, { to: down.url, endpoint: { policy: 'retry' } });
    await bench.webhooks.settled();
    const up = await openRecorder(Number(new URL(down.url).port));
    await bench.finish();
    cameAtLeastOnce(up.receipts, bench.committed);
    await up.close();
  });

  it('F1 · under kakao: what came while it was down is parked, and in order when it is sent anew', async () => {
    const down = await openRecorder();
    await down.close();
    await bench.events(12, { to: down.url });
    await bench.finish();
    await wasTriedOnce(bench);
    const up = await openRecorder(Number(new URL(down.url).port));
    assert.equal(await bench.webhooks.replayParked(), 12);
    await bench.finish();
    cameAtLeastOnce(up.receipts, bench.committed);
    await up.close();
  });

  it('F22 · 200 toggles of one lane, written from 8 sides, arrive as they happened', async () => {
    await Promise.all(Array.from({ length: 8 }, () => bench.events(25, { lanes: 1 })));
    await bench.finish();
    assert.equal(bench.committed.length, 200);
    cameAtLeastOnce(bench.recorder.receipts, bench.committed);
    await wasTriedOnce(bench);
  });

  it('F23 · an address that moves while events wait: they go to the new one, never to both', async () => {
    const next = await openRecorder();
    await bench.events(9, { endpoint: { state: 'paused' } });
    await bench.store.write((tx) => bench.webhooks.register(tx, '1', 'channel', next.url));
    await bench.store.write((tx) => bench.webhooks.configure(tx, '1:channel', { state: 'on' }));
    await bench.finish();
    cameAtLeastOnce(next.receipts, bench.committed);
    assert.equal(bench.recorder.requests(), 0);
    await next.close();
  });

  it('F24 · an address that goes while events wait: they are cancelled, visibly', async () => {
    bench.recorder.behave(() => failing);
    await bench.events(9, { endpoint: { policy: 'retry' } });
    await bench.webhooks.settled();
    const before = bench.recorder.requests();
    await bench.store.write((tx) => bench.webhooks.register(tx, '1', 'channel', ''));
    await bench.finish();
    assert.deepEqual(
      new Set((await bench.deliveries()).map(({ state, reason }) => `${state} ${reason}`)),
      new Set(['cancelled endpoint_removed']),
    );
    assert.equal(bench.recorder.requests(), before);
  });

  it('F26 · a poison event: parked after its last attempt, its lane goes on, the others never wait', async () => {
    bench.recorder.behave(({ id }) => (id === bench.committed[0] ? failing : ok));
    await bench.events(8, { lanes: 2, endpoint: { policy: 'retry' } });
    await bench.webhooks.settled();
    assert.deepEqual(
      bench.recorder.receipts.map(({ lane }) => lane),
      Array.from({ length: 4 }, () => '1:1'),
    );
    await bench.finish();
    const [poison = '', ...others] = bench.committed;
    cameAtLeastOnce(bench.recorder.receipts, others);
    const { delivery, attempts } = await bench.outcome(poison);
    assert.deepEqual([delivery.state, attempts.length], ['parked', 8]);
  });

  it('F27 · 50,000 that wait at the start: it begins in the time of a few looks, and within memory', async () => {
    await bench.webhooks.stop();
    await fill(bench, 50_000);
    const began = performance.now();
    await bench.store.find('deliveries', 'pending', '*');
    const look = performance.now() - began;
    const before = process.memoryUsage().heapUsed;
    const worker = openWebhooks({ store: bench.store, clock: bench.clock });
    const started = performance.now();
    worker.start();
    await bench.recorder.arrived(1);
    const first = performance.now() - started;
    await bench.recorder.arrived(500);
    await worker.stop();
    assert.ok(first < 1000 + 20 * look, `${first} ms to the first one, ${look} ms a look`);
    const grown = process.memoryUsage().heapUsed - before;
    assert.ok(grown < 100 * 1024 * 1024, `${grown} bytes`);
    cameAtLeastOnce(
      bench.recorder.receipts,
      bench.recorder.receipts.map(({ id }) => id),
    );
  }).timeout(180_000);
});

/** In 500 lanes, without the cost of a unit of work each. */
async function fill(bench: Bench, count: number): Promise<void> {
  await bench.events(1);
  const endpoint = (await bench.webhooks.endpoint('1', 'channel'))!;
  for (let from = 0; from < count; from += 1000) {
    await bench.store.write(async (tx) => {
      for (let at = from; at < from + 1000; at += 1) {
        const id = bench.webhooks.newId();
        const [lane, seq] = [`1:f${at % 500}`, Math.floor(at / 500) + 1];
        const headers = { 'X-Kakao-Resource-ID': id };
        bench.webhooks.enqueue(tx, { id, endpoint, event: 'channel.added', lane, headers, body: JSON.stringify({ lane, seq }) });
      }
    });
  }
}

describe('webhooks · faults · a hanging receiver', () => {
  it('F2 · does not slow a healthy one: its p99 stays below twice what it is without', async () => {
    const post = await openPost({ deadlineMs: 120_000 });
    const hanging = await openReceiver();
    /** Milliseconds from the unit of work to the receiver, one after the other. */
    const timed = async (count: number): Promise<number[]> => {
      const times: number[] = [];
      for (let i = 0; i < count; i += 1) {
        const [began, before] = [performance.now(), post.receiver.received.length];
        await post.drop({ appId: '2', lane: `2:${i % 7}` });
        await post.receiver.arrived(before + 1);
        times.push(performance.now() - began);
      }
      return times;
    };
    /** Both in turn, so that whatever else this machine does is in both. */
    const ratio = async (): Promise<number> => {
      const [without, beside]: [number[], number[]] = [[], []];
      for (let block = 0; block < 10; block += 1) {
        without.push(...(await timed(30)));
        const gate = Promise.withResolvers<void>();
        hanging.answer(answers.once(gate.promise, answers.status(200)));
        const before = hanging.received.length;
        for (let i = 0; i < 40; i += 1) await post.drop({ to: hanging.url, lane: `1:${i}` });
        await hanging.arrived(before + 32);
        beside.push(...(await timed(30)));
        gate.resolve();
        await post.webhooks.settled();
      }
      return p99(beside) / p99(without);
    };
    const ratios: number[] = [];
    while (ratios.length < 4 && !ratios.some((each) => each < 2)) ratios.push(await ratio());
    assert.ok(ratios.at(-1)! < 2, `p99 beside a hanging receiver is ${ratios.join(', ')} times that without`);
    await post.close();
    await hanging.close();
  }).timeout(180_000);
});

function p99(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}
