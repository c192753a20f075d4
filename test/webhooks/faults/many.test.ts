/** The fault list, F27: a great many that wait when the worker starts. Source: security 3.3. */
import assert from 'node:assert/strict';
import { timeId } from '../../../src/store/index.ts';
import { openWebhooks } from '../../../src/webhooks/index.ts';
import { type Bench, cameAtLeastOnce, openBench } from './bench.ts';

describe('webhooks · faults · many at once', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

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
        const id = timeId(bench.clock.now());
        const [lane, seq] = [`1:f${at % 500}`, Math.floor(at / 500) + 1];
        const headers = { 'X-Kakao-Resource-ID': id };
        bench.webhooks.enqueue(tx, { id, endpoint, event: 'channel.added', lane, headers, body: JSON.stringify({ lane, seq }) });
      }
    });
  }
}
