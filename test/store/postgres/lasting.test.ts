/** What lasts longer than a request: it sees what the other instance does meanwhile. */
import assert from 'node:assert/strict';
import { createSimulator, type AppFacts, type Simulator } from '../../../src/index.ts';
import { followed } from '../../control/followed.ts';
import { useDatabase } from '../../helpers/postgres.ts';
import { openReceiver, type Receiver } from '../../helpers/receiver.ts';

describe('two instances · what waits and what follows', () => {
  const url = useDatabase();
  let receiver: Receiver;
  let here: Simulator;
  let there: Simulator;
  let app: AppFacts;
  const reported: unknown[] = [];

  beforeEach(async () => {
    receiver = await openReceiver();
    const open = () => createSimulator({ store: url(), report: (error) => reported.push(error) });
    [here, there] = await Promise.all([open(), open()]);
    app = await there.apps.create({ callbacks: { sync: receiver.url } });
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close(), receiver.close()]);
    assert.deepEqual(reported.splice(0), []);
  });

  const signUpThere = async () => (await there.signUp({ app, account: await there.accounts.create() })).user;
  const asked = async <T>(path: string): Promise<T> => (await fetch(`${here.url}/_sim/api${path}`)).json() as Promise<T>;

  it('wait for a callback and a login of the other one', async () => {
    const query = `?app=${app.id}&wait=60s`;
    const waiting = [asked<{ deliveries: unknown[] }>(`/deliveries${query}`), asked<{ journeys: unknown[] }>(`/journeys${query}`)] as const;
    await signUpThere();
    const [{ deliveries }, { journeys }] = await Promise.all(waiting);
    assert.deepEqual([deliveries.length, journeys.length], [1, 1]);
  });

  it('follow the callbacks of the other one, one after the other', async () => {
    const stream = await followed(here, `?app=${app.id}`);
    for (let turn = 0; turn < 2; turn += 1) {
      const user = await signUpThere();
      assert.match(JSON.stringify(await stream.next()), new RegExp(user));
    }
    stream.end();
  });

  it('show on a page what the other one has just written', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await signUpThere();
      const [newest] = await there.deliveries.list({ app });
      assert.ok((await (await fetch(`${here.url}/_sim/deliveries`)).text()).includes(newest!.id));
    }
  });
});
