/** The Kakao account session: how long it lasts on the house clock, what it opens, and what it is protected by (security O25). */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { DAY, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import type { Visitor } from '../helpers/visitor.ts';
import { actionIn, authorizePath, begin, browserOf, follow, loggedIn, placeOf, post } from './helpers.ts';

describeHouse('oauth · the session', (world) => {
  it('kept for a month does not slide: used again and again, it ends after 30 days', async () => {
    const visitor = await signedIn(world, { saveSignedIn: 'on' });
    for (let i = 0; i < 5; i += 1) {
      world.clock.advance(5 * DAY);
      assert.equal(await nextPage(world, visitor), 'partner');
    }
    world.clock.advance(5 * DAY);
    assert.equal(await nextPage(world, visitor), 'login');
  });

  it('counts from the login, not from the consent screen that came after it', async () => {
    const visitor = world.visitor();
    const consent = await loggedIn(world, APPS.demo, 'declined-optional', { scope: 'birthday' }, visitor);
    world.clock.advance(50 * MINUTE);
    await visitor.submit(consent, { decision: 'agree' });
    world.clock.advance(DAY - 40 * MINUTE);
    assert.equal(await nextPage(world, visitor), 'login');
  });

  it('begins anew at a later login: now kept, or kept no longer', async () => {
    const visitor = await signedIn(world);
    await signedIn(world, { saveSignedIn: 'on' }, visitor);
    world.clock.advance(20 * DAY);
    assert.equal(await nextPage(world, visitor), 'partner');
    await signedIn(world, {}, visitor);
    world.clock.advance(DAY + MINUTE);
    assert.equal(await nextPage(world, visitor), 'login');
  });

  it('opens every app, and belongs to one browser', async () => {
    const visitor = await signedIn(world);
    assert.equal(placeOf(await begin(world, APPS.secretOff, {}, visitor)), 'consent');
    assert.equal(await nextPage(world, world.visitor()), 'login');
  });

  it('of an account that is gone opens nothing: somebody else may sign in', async () => {
    const visitor = await signedIn(world);
    await world.house.store.write(async (tx) => tx.remove('accounts', '03-returning'));
    assert.equal((await begin(world, APPS.demo, { prompt: 'none' }, visitor)).query.error, 'login_required');
    const page = await visitor.submit(await begin(world, APPS.demo, {}, visitor), { persona: 'declined-optional' });
    assert.equal(placeOf(page), 'partner');
  });

  it('is not said to be over when the store does not answer: the login goes on where it was', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, {}, visitor);
    const { get } = world.house.store;
    world.house.store.get = async () => Promise.reject(new Error('gone'));
    assert.equal((await visitor.submit(page, { persona: 'returning' })).status, 500);
    world.house.store.get = get;
    assert.ok(world.reported.splice(0).every((error) => (error as Error).message === 'gone'));
    assert.equal(placeOf(await visitor.submit(page, { persona: 'returning' })), 'partner');
  });

  it('outlives the tokens that are logged out by the app', async () => {
    const visitor = await signedIn(world);
    const { code } = (await begin(world, APPS.demo, {}, visitor)).query;
    const { key, secret } = await world.key(APPS.demo);
    const redeemed = await supertest(world.url)
      .post('/oauth/token')
      .type('form')
      .send({ grant_type: 'authorization_code', client_id: key, client_secret: secret.value, code });
    await supertest(world.url).post('/v1/user/logout').set('Authorization', `Bearer ${redeemed.body.access_token}`).expect(200);
    assert.equal(await nextPage(world, visitor), 'partner');
  });

  it('O25 · gets another id at each login, and the one before opens nothing', async () => {
    const browser = browserOf(world);
    const seen: string[] = [];
    for (const persona of ['returning', 'returning', 'declined-optional']) {
      const login = await follow(world, browser, await authorizePath(world, APPS.demo, { prompt: 'login' }));
      seen.push(cookie(await post(world, browser, actionIn(login), { persona }), 'kakao_sync_session'));
    }
    assert.equal(new Set(seen).size, 3);
    for (const old of seen.slice(0, 2)) {
      const answer = await supertest(world.url)
        .get(await authorizePath(world, APPS.demo, { prompt: 'none' }))
        .set('Cookie', old);
      assert.match(answer.headers['location']!, /error=login_required/);
    }
  });

  it('O25 · is not opened by a cookie that was made up', async () => {
    const made = 'kakao_sync_session=a-session-that-is-none-0123456789abcdef; kakao_sync_session.sig=Lh71sefOWR1qMkDdPhNaUh_c4So';
    const answer = await supertest(world.url)
      .get(await authorizePath(world, APPS.demo, { prompt: 'none' }))
      .set('Cookie', made);
    assert.match(answer.headers['location']!, /error=login_required/);
  });

  it('keeps its cookies from scripts and from other sites', async () => {
    const browser = browserOf(world);
    const login = await follow(world, browser, await authorizePath(world, APPS.demo));
    const signedInAs = await post(world, browser, actionIn(login), { persona: 'returning', saveSignedIn: 'on' });
    const set = [login, signedInAs].flatMap(({ headers }) => (headers['set-cookie'] as unknown as string[] | undefined) ?? []);
    assert.ok(set.length > 3);
    for (const each of set) assert.match(each, /^kakao_sync_(?:interaction|session|saved)(?:\.sig)?=.*; samesite=lax; httponly/, each);
  });
});

/** A browser in which `returning`, who is linked already, has just signed in. */
async function signedIn(world: World, fields: Record<string, string> = {}, visitor = world.visitor()): Promise<Visitor> {
  await visitor.submit(await begin(world, APPS.demo, { prompt: 'login' }, visitor), { persona: 'returning', ...fields });
  return visitor;
}

async function nextPage(world: World, visitor: Visitor): Promise<string> {
  return placeOf(await begin(world, APPS.demo, {}, visitor));
}

/** A cookie that an answer sets, with its signature, as it is sent back. */
function cookie({ headers }: supertest.Response, name: string): string {
  const set = headers['set-cookie'] as unknown as string[];
  return set
    .filter((each) => each.startsWith(name))
    .map((each) => each.split(';')[0])
    .join('; ');
}
