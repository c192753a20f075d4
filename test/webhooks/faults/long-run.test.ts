/**
 * The long run: many lanes, a tenth of the answers spoiled, and kill -9 again and again at random moments. Source: security 3.3, F16.
 * KAKAO_SYNC_TEST_EVENTS, _LANES and _KILLS say how much (`npm run test:faults` is the long one, and tells how far it is).
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ALL } from '../../../src/store/index.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { openRecorder, type Recorder } from '../../helpers/recorder.ts';
import { useFolder } from '../../helpers/store.ts';
import { killAll } from '../../helpers/store-process.ts';
import { cameAtLeastOnce } from './bench.ts';
import { type ChildOptions, startChild } from './process.ts';
import { spoilTenth } from './spoiled.ts';

const EVENTS = Number(process.env.KAKAO_SYNC_TEST_EVENTS ?? 300);
const LANES = Number(process.env.KAKAO_SYNC_TEST_LANES ?? 30);
const KILLS = Number(process.env.KAKAO_SYNC_TEST_KILLS ?? 3);
const TELLS = process.env.KAKAO_SYNC_TEST_EVENTS !== undefined;

/** How many are under way at most when a process is killed: as many as there are lanes at once. */
const UNDER_WAY = 32;
describe('webhooks · faults · the long run', () => {
  const folder = useFolder();
  let recorder: Recorder;
  beforeEach(async () => {
    recorder = await openRecorder();
  });
  afterEach(() => {
    killAll();
    return recorder.close();
  });

  it(`7 · F16 · ${EVENTS} events over ${LANES} lanes, a tenth spoiled, ${KILLS} times kill -9: all delivered, in order`, async () => {
    const lost = spoilTenth(recorder);
    const options: ChildOptions = {
      place: folder(),
      url: recorder.url,
      policy: 'retry',
      lanes: LANES,
      each: EVENTS / LANES,
      sends: true,
      deadlineMs: 400,
    };
    const acknowledged: string[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const child = startChild(options);
      await child.until('open');
      const read = child.until(null);
      const until = Math.floor((EVENTS * kill) / (KILLS + 1));
      // Not before its share has come, so that every kill hits one that works; then at any moment.
      await recorder.arrived(until);
      await pause(randomInt(50));
      await child.kill();
      acknowledged.push(...(await read));
      tell(`kill ${kill} of ${KILLS}: ${acknowledged.length} committed, ${recorder.receipts.length} received`);
    }
    const last = startChild(options);
    acknowledged.push(...(await last.until('done')));
    assert.equal(await last.end('SIGTERM'), 0);

    const store = await openLowdb({ folder: folder(), now: () => 0 });
    const stored = await store.find('deliveries', 'all', ALL);
    await store.close();
    assert.equal(stored.length, EVENTS);
    assert.deepEqual(
      stored.filter(({ state }) => state !== 'delivered'),
      [],
    );
    const ids = stored.map(({ id }) => id);
    assert.deepEqual(
      acknowledged.filter((id) => !ids.includes(id)),
      [],
      'what was acknowledged is there',
    );
    cameAtLeastOnce(recorder.receipts, ids, true);
    const twice = recorder.receipts.length - EVENTS;
    assert.ok(twice <= lost() + KILLS * UNDER_WAY, `${twice} came twice, ${lost()} answers were lost`);
    tell(`${new Set(ids).size} of ${EVENTS} delivered, ${twice} duplicates, 0 out of order`);
  }).timeout(120_000 + EVENTS * 50 + KILLS * 10_000);
});

function tell(text: string): void {
  if (TELLS) process.stdout.write(`      ${text}\n`);
}
