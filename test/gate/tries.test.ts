/** Guessing does not pay where others reach the simulator, and what is right is never slowed down. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { openTries, TooManyTries, type Tries } from '../../src/tries/index.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { signUp, token } from '../helpers/login.ts';
import type { Page } from '../helpers/visitor.ts';
import { describeShared } from './shared.ts';

describeShared('tries · of a shared simulator', (world) => {
  it('ten wrong passwords for a login id are enough, and the page says so; personas and other people go on', async () => {
    const [visitor, page] = await loginPage(world);
    const wrong = (loginId: string): Promise<Page> => visitor.submit(page, { loginId, password: 'no' });
    for (let tries = 0; tries < 10; tries += 1) assert.equal((await wrong('han@example.com')).status, 401);
    const refused = await visitor.submit(page, { loginId: ' HAN@example.com', password: 'demo1234' });
    assert.equal(refused.status, 429);
    assert.match(refused.html, /로그인에 여러 번 실패했습니다/);
    assert.ok(Number(refused.headers['retry-after']) > 800);
    assert.equal((await wrong('new@example.com')).status, 401);
    assert.match((await visitor.submit(page, { persona: 'new' })).url.pathname, /^\/oauth\/consent\//);
  });

  it('a hundred of one address are, whomever they name; nobody else is meant, and the time of the machine ends it', async () => {
    const [visitor, page] = await loginPage(world);
    await visitor.submit(page, { loginId: 'nobody', password: 'no' });
    const rows = await world.house.store.find('failedTries', 'all', '*');
    const address = rows.find(({ id }) => id.startsWith('address:'))!;
    await world.change('failedTries', address.id, { count: 100 });
    assert.equal((await visitor.submit(page, { loginId: 'han@example.com', password: 'demo1234' })).status, 429);
    world.clock.advance(3_600_000);
    const [later, late] = await loginPage(world);
    assert.equal((await later.submit(late, { persona: 'han' })).status, 429, 'house time ends nothing');
    await world.change('failedTries', address.id, { until: 0 });
    const [again, anew] = await loginPage(world);
    assert.match((await again.submit(anew, { loginId: 'han@example.com', password: 'demo1234' })).url.pathname, /^\/oauth\/consent\//);
  });

  it('wrong secrets, codes and tokens are counted by client and address, and answered in Kakao’s words', async () => {
    const { key: clientId } = await world.key(APPS.demo);
    const guess = (client_secret: string) =>
      token(world, { grant_type: 'authorization_code', client_id: clientId, client_secret, redirect_uri: CALLBACK, code: 'x' });
    assert.equal((await guess('wrong')).status, 401);
    const [row] = await world.house.store.find('failedTries', 'all', '*');
    await world.change('failedTries', row!.id, { count: 99 });
    assert.equal((await guess('wrong')).status, 401);
    const answer = await guess('wrong');
    assert.deepEqual(
      [answer.status, answer.body],
      [429, { error: 'invalid_request', error_description: 'token request rate limit exceeded', error_code: 'KOE237' }],
    );
    assert.match(answer.headers['retry-after']!, /^\d+$/);
    assert.equal(
      (await supertest(world.url).post('/oauth/token').set('X-Forwarded-For', '198.51.100.9').type('form').send({ client_id: clientId }))
        .status,
      401,
    );
  });

  it('sign-ups that are right are not counted, however many', async () => {
    for (let round = 0; round < 12; round += 1) await signUp(world, { app: APPS.demo, as: 'han' });
    assert.deepEqual(await world.house.store.find('failedTries', 'all', '*'), []);
  });
});

describeHouse('tries · many at once', (world) => {
  const keys = [
    ['login', 'han@example.com'],
    ['address', '198.51.100.9'],
  ] as const;
  const wrong = new Error('wrong');
  const isWrong = (error: unknown): boolean => error === wrong;
  /** Takes its time, as a store elsewhere does. */
  const guess = (tries: Tries, looked: { at: number }, isRight = false) =>
    tries.of(
      keys,
      async () => {
        looked.at += 1;
        await new Promise(setImmediate);
        if (!isRight) throw wrong;
      },
      isWrong,
    );

  it('fifty guesses at once are ten guesses: what is under way may fail, too', async () => {
    const { store, clock } = world.house;
    const tries = openTries({ store, clock, isCounting: true });
    const looked = { at: 0 };
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => guess(tries, looked)));
    assert.equal(looked.at, 10);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason instanceof TooManyTries);
    assert.equal(refused.length, 40);
  });

  it('thirty who are right at once all come in, though ten of them at most may be wrong', async () => {
    const { store, clock } = world.house;
    const tries = openTries({ store, clock, isCounting: true });
    const looked = { at: 0 };
    await Promise.all(Array.from({ length: 30 }, () => guess(tries, looked, true)));
    assert.equal(looked.at, 30);
    assert.deepEqual(await store.find('failedTries', 'all', '*'), []);
  });
});

describeHouse('tries · in local mode', (world) => {
  it('nobody counts', async () => {
    const [visitor, page] = await loginPage(world);
    for (let tries = 0; tries < 12; tries += 1) await visitor.submit(page, { loginId: 'han@example.com', password: 'no' });
    assert.match((await visitor.submit(page, { loginId: 'han@example.com', password: 'demo1234' })).url.pathname, /^\/oauth\/consent\//);
  });
});

async function loginPage(world: World) {
  const visitor = world.visitor();
  return [visitor, await visitor.authorize({ client_id: (await world.key(APPS.demo)).key, redirect_uri: CALLBACK })] as const;
}
