/** The database goes and comes back under three processes that work: nobody ends, nothing acknowledged is lost. Source: security 3.3, F20; 8, 12. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { ask, type OwnServer, startServer } from '../../helpers/postgres.ts';
import { openReceiver, type Receiver } from '../../helpers/receiver.ts';
import { callbacksArrive } from '../callbacks.ts';
import { PATIENCE, useRoom } from '../program.ts';
import { writeWorld } from '../sign-up.ts';
import { type Crowd, openCrowd } from './crowd.ts';
import { type Fleet, useFleets } from './fleet.ts';

const AT_ONCE = 8;
const RECOVERY_MS = 10_000;
const CUTS = 5;
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kakao-sync-simulator'`;
const WRITABLE = new URLSearchParams({ options: '-c default_transaction_read_only=off' });
const LOOK_MS = 50;

describe('the command · three instances, and a database that goes', () => {
  const room = useRoom();
  const open = useFleets(room);
  let server: OwnServer;
  let receiver: Receiver;
  let crowd: Crowd;
  let fleet: Fleet;
  let load: Promise<void>;

  beforeEach(async () => {
    [server, receiver] = await Promise.all([startServer(), openReceiver()]);
    crowd = openCrowd(2000);
    writeWorld(join(room.folder, 'world.json'), crowd.people, receiver.url);
    fleet = await open(['--store', server.url, '--seed', 'world.json']);
    load = crowd.signUp(fleet.facts, AT_ONCE);
    await crowd.steps(60);
  });
  afterEach(async () => {
    crowd.stop();
    await Promise.all([receiver.close(), server.stop()]);
  });

  const readiness = async (): Promise<number[]> =>
    Promise.all(fleet.urls().map(async (url) => (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(20_000) })).status));
  const until = async (expected: number): Promise<void> => {
    while ((await readiness()).some((status) => status !== expected)) await pause(LOOK_MS);
  };
  /** After it, every step is done at once, what was acknowledged is there, and the processes end as they are told to. */
  const isOver = async (): Promise<void> => {
    await crowd.steps(8 * AT_ONCE); // those who were on their way have heard
    const troubles = crowd.troubles().length;
    await crowd.steps(120);
    assert.deepEqual(crowd.troubles().slice(troubles), []);
    crowd.stop();
    await load;
    await callbacksArrive(receiver, [...(await crowd.findAll(fleet.facts)).values()]);
    for (const { code, signal } of await fleet.end()) assert.deepEqual([code, signal], [0, null]);
  };

  it(`12 · a restart of the database: every instance is ready again within ${RECOVERY_MS / 1000} s, and none has ended`, async () => {
    await server.halt();
    await until(503);
    await server.resume();
    const back = performance.now();
    await until(200);
    const took = performance.now() - back;
    assert.ok(took < RECOVERY_MS, `${took} ms`);
    assert.ok(crowd.troubles().length > 0);
    await isOver();
  }).timeout(6 * PATIENCE);

  it('F20 · all connections cut by the database, again and again', async () => {
    for (let cut = 0; cut < CUTS; cut += 1) {
      await ask(server.url, CUT);
      await crowd.steps(30);
    }
    await isOver();
  }).timeout(6 * PATIENCE);

  it('F20 · a database that takes no writes: refused, and done again as soon as it does', async () => {
    const readOnly = async (on: boolean) => {
      await ask(`${server.url}?${WRITABLE}`, `alter database postgres set default_transaction_read_only = ${on}`);
      await ask(server.url, CUT);
    };
    await readOnly(true);
    await crowd.troubled(20);
    await readOnly(false);
    await isOver();
  }).timeout(6 * PATIENCE);
});
