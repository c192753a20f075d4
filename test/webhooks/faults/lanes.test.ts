/** The fault list, F1, F22 to F24, F26: what lanes do while receivers go, come, move and fail. Source: security 3.3. */
import assert from 'node:assert/strict';
import { answers } from '../../helpers/receiver.ts';
import { type Behaviour, ok, openRecorder } from '../../helpers/recorder.ts';
import { type Bench, cameAtLeastOnce, openBench, wasTriedOnce } from './bench.ts';

const failing: Behaviour = { takes: false, answer: answers.status(500) };

describe('webhooks · faults · lanes', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it('7 · F1 · a receiver that is down, then up', async () => {
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

  it('7 · F22 · 200 toggles of one lane, written from 8 sides, arrive as they happened', async () => {
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
});
