/** Machines whose clocks disagree: whoever logs in over all of them notices nothing. Source: security 3.3, F18. */
import { join } from 'node:path';
import { HOUR } from '../../../src/clock.ts';
import { useDatabase } from '../../helpers/postgres.ts';
import { openReceiver, type Receiver } from '../../helpers/receiver.ts';
import { callbacksArrive } from '../callbacks.ts';
import { PATIENCE, useRoom } from '../program.ts';
import { writeWorld } from '../sign-up.ts';
import { openCrowd } from './crowd.ts';
import { endedWell, useFleets } from './fleet.ts';

const LOGINS = 12;
const AT_ONCE = 4;

/** A process that sees this time. */
const ahead = (ms: number): Record<string, string> => {
  const script = `const now = Date.now; Date.now = () => now() + ${ms}; globalThis.Date = class extends Date { constructor(...given) { super(...(given.length ? given : [Date.now()])); } };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
};

describe('the command · three instances, and clocks that disagree', () => {
  const database = useDatabase();
  const room = useRoom();
  const open = useFleets(room);
  let receiver: Receiver;
  beforeEach(async () => void (receiver = await openReceiver()));
  afterEach(() => receiver.close());

  it('F18 · one is an hour ahead, one an hour behind: every login goes through, and its callbacks come', async () => {
    const crowd = openCrowd(LOGINS);
    writeWorld(join(room.folder, 'world.json'), crowd.people, receiver.url);
    const fleet = await open(['--store', database(), '--seed', 'world.json'], [ahead(HOUR), {}, ahead(-HOUR)]);
    await crowd.signUp(fleet.facts, AT_ONCE);
    await callbacksArrive(receiver, [...(await crowd.findAll(fleet.facts)).values()]);
    endedWell(await fleet.end());
  }).timeout(PATIENCE + LOGINS * 5000);
});
