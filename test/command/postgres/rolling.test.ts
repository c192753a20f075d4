/**
 * Requirement 12: three processes on one database, and nobody notices that one after the other is replaced.
 * KAKAO_SYNC_TEST_LOGINS says how many log in meanwhile.
 */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { useDatabase } from '../../helpers/postgres.ts';
import { openReceiver, type Receiver } from '../../helpers/receiver.ts';
import { PATIENCE, useRoom } from '../program.ts';
import { findWhole, type Person, signUp, writeWorld } from '../sign-up.ts';
import { endedWell, useFleets } from './fleet.ts';

const LOGINS = Number(process.env.KAKAO_SYNC_TEST_LOGINS ?? 500);
const AT_ONCE = 8;
const EVERY_MS = 5000;
/** Every instance is replaced once, however fast the logins are. */
const LEAST_RESTARTS = 3;

describe('the command · three instances, one restarted after the other', () => {
  const database = useDatabase();
  const room = useRoom();
  const open = useFleets(room);
  let receiver: Receiver;
  beforeEach(async () => void (receiver = await openReceiver()));
  afterEach(() => receiver.close());

  it(`12 · any instance serves any step: one restarted every ${EVERY_MS / 1000} s, ${LOGINS} logins, 0 failures`, async () => {
    const people = Array.from({ length: LOGINS }, (_, i): Person => ({ email: `person-${i}@example.com` }));
    writeWorld(join(room.folder, 'world.json'), people, receiver.url);
    const fleet = await open(['--store', database(), '--seed', 'world.json', '--drain', '1']);

    let logins = 0;
    let isOver = false;
    const waiting = [...people];
    const done: Person[] = [];
    const logIn = async (): Promise<void> => {
      while (!isOver || waiting.length > 0) {
        const person = waiting.shift();
        // Whoever has signed up logs in again until all restarts are done.
        const { seen } = await signUp(fleet.facts, person ?? done[logins % done.length]!);
        assert.deepEqual(seen, person ? ['login', 'consent'] : ['login']);
        if (person) done.push(person);
        logins += 1;
      }
    };
    const restart = async (): Promise<void> => {
      for (let restarts = 0; restarts < LEAST_RESTARTS || waiting.length > 0; restarts += 1) {
        await pause(EVERY_MS);
        endedWell([await fleet.replace(restarts % 3, 'SIGTERM')]);
      }
      isOver = true;
    };
    await Promise.all([restart(), ...Array.from({ length: AT_ONCE }, logIn)]);

    assert.ok(logins >= LOGINS);
    assert.deepEqual(fleet.balancer.failures(), []);
    const numbers = await Promise.all(people.slice(0, 20).map((person) => findWhole(fleet.facts, person)));
    assert.deepEqual(
      numbers,
      people.slice(0, 20).map(({ number }) => number),
    );
    endedWell(await fleet.end());
  }).timeout(PATIENCE + LOGINS * 2000);
});
