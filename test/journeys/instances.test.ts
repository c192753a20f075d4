/** Several instances write down one login, each what it has answered, and none waits for the others. */
import assert from 'node:assert/strict';
import { createClock } from '../../src/clock.ts';
import { type Journeys, openJourneys } from '../../src/journeys/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { exchange } from '../helpers/exchange.ts';

const AUTHORIZE = { url: '/oauth/authorize?client_id=x', status: 303, responseHeaders: { location: '/oauth/login/abc' } };
const PAGE = { url: '/oauth/login/abc' };

describe('journeys · of several instances', () => {
  let store: Store;
  let [one, other]: Journeys[] = [];

  beforeEach(async () => {
    store = { ...(await openMemory()), leases: { claim: async () => undefined } };
    [one, other] = [openJourneys(options()), openJourneys(options())];
  });

  it('a step is kept that is written before the beginning, which another instance has answered', async () => {
    one!.record(exchange(AUTHORIZE));
    other!.record(exchange(PAGE));
    await other!.settled();
    await one!.settled();
    await other!.settled();
    assert.deepEqual(await urls(), [AUTHORIZE.url, PAGE.url]);
  });

  it('a token request is of the login that another instance has led back, and begins none of its own', async () => {
    one!.record(exchange(AUTHORIZE));
    one!.record(exchange({ ...PAGE, responseHeaders: { location: 'http://localhost:3000/oauth?code=c' } }));
    other!.record(exchange({ url: '/oauth/token?code=c', method: 'POST' }));
    await other!.settled();
    await one!.settled();
    await other!.settled();
    assert.deepEqual(await urls(), [AUTHORIZE.url, PAGE.url, '/oauth/token?code=c']);
  });

  it('at the end nothing is waited for, and a token request is a login of its own', async () => {
    other!.record(exchange(PAGE));
    other!.record(exchange({ url: '/oauth/token?code=c', method: 'POST' }));
    await other!.ended();
    store.write = () => Promise.reject(new Error('nothing more is written'));
    await other!.settled();
    assert.deepEqual(await urls(), ['/oauth/token?code=c']);
  });

  it('a step that belongs to no login is asked after for a while, and let go', async () => {
    let asked = 0;
    store.write = (work) => work({ findAny: async () => ((asked += 1), []) } as never);
    const patient = openJourneys({ ...options(), patienceMs: 0 });
    for (let times = 0; times < 3; times += 1) patient.record(exchange(PAGE));
    await patient.settled();
    await patient.settled();
    assert.equal(asked, 1);
  });

  const options = () => ({ store, clock: createClock(), url: 'http://localhost:5252' });

  async function urls(): Promise<string[]> {
    const [journey] = await one!.recent({ limit: 1 });
    return journey ? (await one!.steps(journey.id)).map(({ url }) => url) : [];
  }
});
