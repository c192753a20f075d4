/**
 * The fault list, F16, F18, F19, F21, F22, where three processes send what is in one database. Source: security 3.3.
 * KAKAO_SYNC_TEST_EVENTS, _LANES and _KILLS say how much (`npm run test:faults` is the long one).
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createClock, HOUR } from '../../../../src/clock.ts';
import { ALL, timeId } from '../../../../src/store/index.ts';
import { openPostgres } from '../../../../src/store/postgres/index.ts';
import { useDatabase } from '../../../helpers/postgres.ts';
import { answers } from '../../../helpers/receiver.ts';
import { ok, openRecorder, type Recorder } from '../../../helpers/recorder.ts';
import { killAll } from '../../../helpers/store-process.ts';
import { openPost, PATIENT } from '../../post.ts';
import { cameAtLeastOnce } from '../bench.ts';
import { type Child, type ChildOptions, startChild } from '../process.ts';
import { spoilTenth } from '../spoiled.ts';

const EVENTS = Number(process.env.KAKAO_SYNC_TEST_EVENTS ?? 300);
const LANES = Number(process.env.KAKAO_SYNC_TEST_LANES ?? 30);
const KILLS = Number(process.env.KAKAO_SYNC_TEST_KILLS ?? 3);
const BETWEEN_KILLS_MS = 700;
/** How many are under way at most when a process is killed. */
const UNDER_WAY = 32;
const INSTANCES = 3;

describe('webhooks · faults · three processes on one database', () => {
  const database = useDatabase();
  let recorder: Recorder;
  beforeEach(async () => {
    recorder = await openRecorder();
  });
  afterEach(() => {
    killAll();
    return recorder.close();
  });

  const start = (options: Partial<ChildOptions> = {}): Child =>
    startChild({ place: database(), url: recorder.url, policy: 'kakao', lanes: 6, each: 20, sends: true, deadlineMs: 60_000, ...options });
  /** Resolves once nothing is left to send; all of them say so. */
  const done = async (children: readonly Child[]): Promise<void> => {
    await Promise.all(children.map((child) => child.until('done')));
    for (const child of children) assert.equal(await child.end('SIGTERM'), 0);
  };
  const stored = async (): Promise<string[]> => {
    const store = await openPostgres({ url: database(), now: Date.now });
    const deliveries = await store.find('deliveries', 'all', ALL);
    await store.close();
    assert.deepEqual(new Set(deliveries.map(({ state }) => state)), new Set(['delivered']));
    return deliveries.map(({ id }) => id);
  };

  it('F19 · started together, each lane has one sender: nothing comes twice, and each lane in its order', async () => {
    const writer = start({ sends: false });
    const committed = await writer.until('written');
    await writer.kill();
    await done(Array.from({ length: INSTANCES }, () => start()));
    cameAtLeastOnce(recorder.receipts, committed);
  });

  it('7 · F22 · 200 toggles of one lane, written by all at once, arrive as they happened', async () => {
    await done(Array.from({ length: INSTANCES }, () => start({ lanes: 1, each: 200 })));
    cameAtLeastOnce(recorder.receipts, await stored());
    assert.equal(recorder.receipts.length, 200);
  });

  it('F18 · an hour ahead, an hour behind, and right: no lane waits for a clock, and each arrives as it happened', async () => {
    recorder.behave((_receipt, nth) => (nth === 1 ? { takes: false, answer: answers.status(500) } : ok));
    const [ahead, ...others] = [HOUR, 0, -HOUR].map((aheadMs) => start({ aheadMs, policy: 'retry' }));
    // What it has begun, the others end.
    await recorder.arrived(40);
    await ahead!.kill();
    await done(others);
    const ids = await stored();
    // What had arrived and was not written down yet comes again.
    cameAtLeastOnce(recorder.receipts, ids, true);
    assert.ok(recorder.receipts.length - ids.length <= UNDER_WAY);
  });

  it('F21 · what is written slowly and lands late is sent, too', async () => {
    const clock = createClock();
    const post = await openPost({ store: await openPostgres({ url: database(), now: clock.now }), clock, deadlineMs: PATIENT });
    await post.outcome(await post.drop());
    const endpoint = (await post.webhooks.endpoint('1', 'channel'))!;
    // What it reads would have it run again, with a new id.
    const write = async (lane: string, until?: Promise<void>, begun?: () => void): Promise<string> => {
      const id = timeId(clock.now());
      await post.store.write(async (tx) => {
        post.webhooks.enqueue(tx, { id, endpoint, event: 'channel.added', lane, headers: {}, body: '{}' });
        begun?.();
        await until;
      });
      return id;
    };
    const [begun, sent] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = write('slow', sent.promise, begun.resolve);
    await begun.promise;
    const fast = await write('fast');
    assert.equal((await post.outcome(fast)).verdict, 'delivered');
    sent.resolve();
    const late = await slow;
    assert.ok(late < fast);
    assert.equal((await post.outcome(late)).verdict, 'delivered');
    await post.close();
  });

  it(`7 · F16 · ${EVENTS} events over ${LANES} lanes, a tenth spoiled, one of three killed ${KILLS} times: all delivered, in order`, async () => {
    const lost = spoilTenth(recorder);
    const options: Partial<ChildOptions> = { policy: 'retry', lanes: LANES, each: EVENTS / LANES, deadlineMs: 400 };
    const children = Array.from({ length: INSTANCES }, () => start(options));
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await recorder.arrived(Math.floor((EVENTS * kill) / (KILLS + 1)));
      await pause(randomInt(BETWEEN_KILLS_MS));
      const at = randomInt(INSTANCES);
      await children[at]!.kill();
      children[at] = start(options);
    }
    await done(children);
    const ids = await stored();
    assert.equal(ids.length, EVENTS);
    cameAtLeastOnce(recorder.receipts, ids, true);
    const twice = recorder.receipts.length - EVENTS;
    assert.ok(twice <= lost() + KILLS * UNDER_WAY, `${twice} came twice, ${lost()} answers were lost`);
  }).timeout(120_000 + EVENTS * 50 + KILLS * 20_000);
});
