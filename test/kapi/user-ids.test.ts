import assert from 'node:assert/strict';
import { MINUTE, SECOND } from '../../src/clock.ts';
import { NUMBERS, openCrowd } from './crowd.ts';
import { admin, bearer, openKapi, target } from './helpers.ts';

const PATH = '/v1/user/ids';
const [a, b, c, d, e] = NUMBERS as [string, string, string, string, string];
const url = (query: string) => `http://localhost:5252${PATH}?${query}`;

const pages = [
  { query: '', elements: [a, b, c, d, e], before: null, after: null },
  { query: 'order=asc', elements: [a, b, c, d, e], before: null, after: null },
  { query: 'order=desc', elements: [e, d, c, b, a], before: null, after: null },
  { query: 'limit=5', elements: [a, b, c, d, e], before: null, after: null },
  { query: 'limit=2', elements: [a, b], before: null, after: url(`limit=2&order=asc&from_id=${b}`) },
  { query: 'limit=2&order=desc', elements: [e, d], before: null, after: url(`limit=2&order=desc&from_id=${d}`) },
  {
    query: `limit=2&from_id=${b}`,
    elements: [b, c],
    before: url(`limit=2&order=desc&from_id=${b}`),
    after: url(`limit=2&order=asc&from_id=${c}`),
  },
  {
    query: `limit=2&from_id=${d}&order=desc`,
    elements: [d, c],
    before: url(`limit=2&order=asc&from_id=${d}`),
    after: url(`limit=2&order=desc&from_id=${c}`),
  },
  { query: `from_id=${e}`, elements: [e], before: url(`limit=100&order=desc&from_id=${e}`), after: null },
  {
    query: `limit=1&from_id=${d}`,
    elements: [d],
    before: url(`limit=1&order=desc&from_id=${d}`),
    after: url(`limit=1&order=asc&from_id=${d}`),
  },
  { query: 'from_id=8', elements: [b, c, d, e], before: url(`limit=100&order=desc&from_id=${b}`), after: null },
  { query: 'from_id=0', elements: [a, b, c, d, e], before: null, after: null },
  {
    query: 'from_id=9999999999999999999',
    elements: [],
    before: url('limit=100&order=desc&from_id=9999999999999999999'),
    after: null,
  },
  { query: 'from_id=1&order=desc', elements: [], before: url('limit=100&order=asc&from_id=1'), after: null },
  { query: 'limit=2.0', elements: [a, b], before: null, after: url(`limit=2&order=asc&from_id=${b}`) },
];

const refused = [
  { query: 'limit=0', msg: 'limit: expected 1 to 100' },
  { query: 'limit=101', msg: 'limit: expected 1 to 100' },
  { query: 'limit=-1', msg: 'limit: expected a whole number' },
  { query: 'limit=ten', msg: 'limit: expected a whole number' },
  { query: 'from_id=12a', msg: 'from_id: expected a user number' },
  { query: `from_id=${'1'.repeat(20)}`, msg: 'from_id: expected a user number' },
  { query: 'from_id=1&from_id=2', msg: 'from_id: expected a user number' },
  { query: 'order=ASC', msg: 'order: expected asc or desc' },
];

const told = (elements: readonly string[], before: string | null, after: string | null, count = '') =>
  `{"elements":[${elements.join(',')}],${count}"before_url":${JSON.stringify(before)},"after_url":${JSON.stringify(after)}}`;

describe('kapi · GET /v1/user/ids', () => {
  for (const { query, elements, before, after } of pages) {
    it(`tells ${elements.length} users for ?${query}, digit for digit, and where the others are`, async () => {
      const { http } = await openCrowd();
      const { text } = await http.get(`${PATH}?${query}`).set(admin).expect(200);
      assert.equal(text, told(elements, before, after));
    });
  }

  it('counts all users in the era of 2019', async () => {
    const { http } = await openCrowd({ app: { era: '2019' } });
    const { text } = await http.get(PATH).query({ limit: 1 }).set(admin).expect(200);
    assert.equal(text, told([a], null, url(`limit=1&order=asc&from_id=${a}`), '"total_count":5,'));
  });

  it('tells nobody of an app without users', async () => {
    const { http } = await openKapi({ link: { state: 'unlinked' } });
    const { text } = await http.get(PATH).set(admin).expect(200);
    assert.equal(text, told([], null, null));
  });

  for (const { query, msg } of refused) {
    it(`answers -2 to ?${query}`, async () => {
      const { http } = await openCrowd();
      await http.get(`${PATH}?${query}`).set(admin).expect(400, { msg, code: -2 });
    });
  }

  for (const [who, header, msg] of [
    ['a token', bearer, 'no authentication key!'],
    ['an unknown admin key', { authorization: 'KakaoAK 00' }, 'invalid app key.'],
    ['no key', {}, 'no authentication key!'],
  ] as const) {
    for (const path of [PATH, '/v2/app/users']) {
      it(`answers -401 to ${who} on ${path}`, async () => {
        const { http } = await openCrowd();
        await http.get(path).query(target).set(header).expect(401, { msg, code: -401 });
      });
    }
  }
});

describe('kapi · the quota of /v1/user/ids', () => {
  it('is 100 calls a minute of the house clock, and survives in the store', async () => {
    const { http, clock, store } = await openCrowd();
    const call = () => http.get(PATH).query({ limit: 1 }).set(admin);
    for (let made = 0; made < 100; made += 1) await call().expect(200);
    for (let more = 0; more < 2; more += 1) await call().expect(429, { msg: 'API limit has been exceeded.', code: -10 });
    await http.get('/v2/user/me').query(target).set(admin).expect(200);
    assert.equal((await store.get('quotas', `123456:${PATH}`))?.calls, 100);
    clock.advance(MINUTE - 10 * SECOND);
    await call().expect(429);
    clock.advance(10 * SECOND);
    await call().expect(200);
  });

  it('is said with 400 where the app has it so, as the general table does', async () => {
    const { http, house } = await openCrowd({ switches: { quotaStatus: 400 } });
    const app = (await house.apps.byId('123456'))!;
    for (let made = 0; made < 100; made += 1) await house.apps.spend(app, PATH, 100);
    await http.get(PATH).set(admin).expect(400, { msg: 'API limit has been exceeded.', code: -10 });
  });

  it('is used up by malformed calls too, and by those of this app only', async () => {
    const { http, house, store } = await openCrowd();
    await http.get(PATH).query({ limit: 0 }).set(admin).expect(400);
    const app = (await house.apps.byId('123456'))!;
    await house.apps.spend({ ...app, id: '654321' }, PATH, 100);
    assert.equal((await store.get('quotas', `123456:${PATH}`))?.calls, 1);
    assert.equal((await store.get('quotas', `654321:${PATH}`))?.calls, 1);
  });
});
