/**
 * `npm run bench:journeys`: what the list of logins costs with 20,000 recorded ones, against 200. Both worlds stand side by side and
 * are asked in turns, so that the ratio does not depend on how busy the machine is. Exit code 1 above MOST.
 */
import { createApp } from '../../src/app.ts';
import { createClock } from '../../src/clock.ts';
import { openHouse } from '../../src/house.ts';
import type { Exchange } from '../../src/journeys/index.ts';
import { listen } from '../../src/serve.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { plantOnce } from '../../src/store/seed/once.ts';

const FEW = 200;
const MANY = 20_000;
const ROUNDS = 100;
const MOST = 1.5;
const SEED = new URL('../../data/seed/world.json', import.meta.url).pathname;
const APP = '1000001';
const PEOPLE = ['01-han', '03-returning'];

/** Lists that people open: the first page of each has thirty rows in both worlds. */
const LISTS = ['', `?app=${APP}`, `?person=${PEOPLE[0]}`, '?state=returned', '?error=access_denied', `?app=${APP}&state=cancelled`];

async function worldOf(count: number) {
  const clock = createClock();
  const store = await openMemory({ now: clock.now });
  await plantOnce(store, SEED, clock.now());
  const { url, answer, stop } = await listen(0, '127.0.0.1');
  const house = await openHouse({ store, clock, url, documentsFolder: null, journeysKept: MANY * 2, report: console.error });
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
  return { url, count: (await house.journeys.all()).length, end };
}

/** A login of four requests, every other one cancelled. */
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
    step('POST', `/oauth/login/${uid}`, 303, `/oauth/authorize/${uid}`, { accountId }),
    step('GET', `/oauth/authorize/${uid}`, 303, back),
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

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

const few = await worldOf(FEW);
const many = await worldOf(MANY);
say(`logins recorded: ${few.count} and ${many.count}; median of ${ROUNDS} answers each, in turns`);
let worst = 0;
for (const list of LISTS) {
  const times: [number[], number[]] = [[], []];
  for (let round = -10; round < ROUNDS; round += 1) {
    const pair = [await timeOf(`${few.url}/_sim/journeys${list}`), await timeOf(`${many.url}/_sim/journeys${list}`)] as const;
    if (round >= 0) pair.forEach((took, at) => times[at]!.push(took));
  }
  const [a, b] = times.map(median) as [number, number];
  worst = Math.max(worst, b / a);
  say(`/_sim/journeys${list}: ${a.toFixed(2)} ms and ${b.toFixed(2)} ms, ratio ${(b / a).toFixed(2)}`);
}
say(`${worst <= MOST ? 'ok' : 'too slow'}: ${worst.toFixed(2)} times at most, ${MOST} allowed`);
await few.end();
await many.end();
process.exitCode = worst <= MOST ? 0 : 1;
