/** SIGTERM under load, with either engine: it ends as it should, nothing is lost. Source: security 3.3, F17. */
import { join } from 'node:path';
import { useDatabase } from '../../helpers/postgres.ts';
import { openReceiver, type Receiver } from '../../helpers/receiver.ts';
import { callbacksArrive } from '../callbacks.ts';
import { PATIENCE, useRoom } from '../program.ts';
import { writeWorld } from '../sign-up.ts';
import { type Crowd, openCrowd } from './crowd.ts';
import { endedWell, useFleets } from './fleet.ts';

const ENGINES = ['a folder', 'a database'] as const;

describe('the command · SIGTERM under load', () => {
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

  for (const engine of ENGINES) {
    it(`F17 · with ${engine}: exit code 0, what was acknowledged is there after a start, and its callbacks are sent, once each`, async () => {
      crowd = openCrowd(200);
      writeWorld(join(room.folder, 'world.json'), crowd.people, receiver.url);
      const where = engine === 'a folder' ? ['--data', 'data'] : ['--store', database()];
      const fleet = await open(['--seed', 'world.json', '--drain', '1', ...where], [{}]);
      const load = crowd.signUp(fleet.facts, 8);
      await crowd.steps(40);
      endedWell([await fleet.replace(0, 'SIGTERM')]);
      await crowd.steps(40);
      crowd.stop();
      await load;
      await callbacksArrive(receiver, [...(await crowd.findAll(fleet.facts)).values()]);
      endedWell(await fleet.end());
    }).timeout(4 * PATIENCE);
  }
});
