/** The list of logins with 20,000 recorded ones, against 200: both worlds stand side by side and are asked in turns. */
import { createApp } from '../../src/app.ts';
import { createClock } from '../../src/clock.ts';
import { openHouse } from '../../src/house.ts';
import type { Exchange } from '../../src/journeys/index.ts';
import { listen } from '../../src/serve.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { plantOnce } from '../../src/store/seed/once.ts';
import type { Bench, Figure } from './figure.ts';
import { compare, inTurns, type Measured } from './measure.ts';

const FEW = 200;
const SEED = new URL('../../data/seed/world.json', import.meta.url).pathname;
const APP = '1000001';
const PEOPLE = ['01-han', '03-returning'];

/** Lists that people open: the first page of each has thirty rows in both worlds. */
const LISTS = ['', `?app=${APP}`, `?person=${PEOPLE[0]}`, '?state=returned', '?error=access_denied', `?app=${APP}&state=cancelled`];

export const journeys: Figure = {
  says: 'pages of the list of logins among 20,000 ÷ among 200',
  async measure(bench) {
    const [many, rounds] = bench.isQuick ? [500, 4] : [20_000, 100];
    bench.progress(`${many} logins are recorded`);
    const worlds = { many: await worldOf(many, bench), few: await worldOf(FEW, bench) };
    const measured: Measured[] = [];
    for (const list of LISTS) {
      const ask =
        ({ url }: { url: string }) =>
        () =>
          timeOf(`${url}/_sim/journeys${list}`);
      const times = await inTurns(rounds, { many: ask(worlds.many), few: ask(worlds.few) }, bench.progress);
      measured.push(
        compare({
          says: `/_sim/journeys${list} with ${many} logins ÷ with ${FEW}`,
          unit: 'ms',
          ours: times.many,
          other: times.few,
          limit: { of: 'ratio', atMost: 1.5 },
        }),
      );
    }
    return measured;
  },
};

async function worldOf(count: number, { closing }: Bench) {
  const clock = createClock();
  const store = await openMemory({ now: clock.now });
  await plantOnce(store, SEED, clock.now());
  const { url, answer, stop } = await listen(0, '127.0.0.1');
  const house = await openHouse({ store, clock, url, documentsFolder: null, journeysKept: count * 2, report: console.error });
  answer(createApp(house, { report: console.error, partnerUrl: null }).callback());
  const key = (await house.apps.byId(APP))!.keys[0]!.key;
  for (let at = 0; at < count; at += 1) {
    for (const exchange of login(url, key, at)) house.journeys.record(exchange);
    if (at % 500 === 499) await house.journeys.settled();
  }
  await house.journeys.settled();
  const end = async () => {
    await stop();
    await house.close();
    await store.close();
  };
  return closing({ url, end });
}

/** A login of three requests, every other one cancelled. */
function login(own: string, key: string, at: number): Exchange[] {
  const uid = `uid-${at}-${'x'.repeat(32)}`;
  const back = `http://localhost:3000/oauth?${at % 2 ? 'error=access_denied' : `code=code-${at}`}`;
  const accountId = PEOPLE[at % 4 < 2 ? 0 : 1]!;
  const step = (method: string, url: string, status: number, location: string | null, told: Exchange['told'] = {}): Exchange => ({
    method,
    url,
    requestHeaders: { host: new URL(own).host, 'user-agent': 'Mozilla/5.0 (X11; Linux x64) bench' },
    requestBody: '',
    status,
    responseHeaders: location ? { location } : { 'content-type': 'text/html; charset=utf-8' },
    responseBody: '',
    durationMs: 4,
    told,
  });
  return [
    step('GET', `/oauth/authorize?client_id=${key}&response_type=code&state=${at}`, 303, `/oauth/login/${uid}`),
    step('GET', `/oauth/login/${uid}`, 200, null, { screen: 'oauth/login' }),
    step('POST', `/oauth/login/${uid}`, 302, back, { accountId }),
  ];
}

async function timeOf(url: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(url);
  const html = await response.text();
  const took = performance.now() - began;
  const rows = html.split('data-testid="journey-row"').length - 1;
  if (response.status !== 200 || rows !== 30) throw new Error(`${url}: ${response.status}, ${rows} rows`);
  return took;
}
