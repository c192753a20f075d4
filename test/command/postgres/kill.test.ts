/**
 * kill -9 of one of three processes on one database, again and again while people sign up: what was acknowledged is there afterwards,
 * wholly, and its callbacks are sent. KAKAO_SYNC_TEST_KILLS says how often.
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { useDatabase } from '../../helpers/postgres.ts';
import { openReceiver, type Receiver } from '../../helpers/receiver.ts';
import { callbacksArrive } from '../callbacks.ts';
import { PATIENCE, useRoom } from '../program.ts';
import { writeWorld } from '../sign-up.ts';
import { endedWell, useFleets } from './fleet.ts';
import { type Crowd, openCrowd } from './crowd.ts';

const KILLS = Number(process.env.KAKAO_SYNC_TEST_KILLS ?? 30);
const AT_ONCE = 8;

describe('the command · three instances, kill -9', () => {
  const database = useDatabase();
  const room = useRoom();
  const open = useFleets(room);
  let receiver: Receiver;
  let crowd: Crowd;
  beforeEach(async () => void (receiver = await openReceiver()));
  afterEach(() => {
    crowd.stop();
    return receiver.close();
  });

  it(`loses nothing that was acknowledged, ${KILLS} times kill -9 of one of three under load`, async () => {
    crowd = openCrowd(KILLS * 100);
    writeWorld(join(room.folder, 'world.json'), crowd.people, receiver.url);
    const fleet = await open(['--store', database(), '--seed', 'world.json']);

    const load = crowd.signUp(fleet.facts, AT_ONCE);
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Not before some work is done, so that every kill hits one that works; then at any moment.
      await crowd.steps(randomInt(1, 60));
      await pause(randomInt(50));
      const { signal, stderr } = await fleet.replace(randomInt(3), 'SIGKILL');
      assert.deepEqual([signal, stderr], ['SIGKILL', '']);
    }
    crowd.stop();
    await load;

    // Those that were under way at the one that was killed, and no others.
    assert.ok(crowd.troubles().length <= KILLS * AT_ONCE, crowd.troubles().join('\n'));
    await callbacksArrive(receiver, [...(await crowd.findAll(fleet.facts)).values()]);
    endedWell(await fleet.end());
  }).timeout(PATIENCE + KILLS * 60_000);
});
