/** 연결 해제 웹훅 and `user-unlinked`: each way for a link to end, and what the service is told of it. Reference 3.4, 3.5. */
import assert from 'node:assert/strict';
import { unlinkReasons } from '../../src/consent/index.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';
import { eventOf, eventsTold, subscribe, told, unlinksTold, verified } from '../helpers/told.ts';

const REFERRERS = {
  UNLINK_FROM_SERVICE: null,
  UNLINK_FROM_APPS: 'UNLINK_FROM_APPS',
  UNLINK_FROM_ADMIN: 'UNLINK_FROM_ADMIN',
  ACCOUNT_DELETE: 'ACCOUNT_DELETE',
  FORCED_ACCOUNT_DELETE: 'FORCED_ACCOUNT_DELETE',
  INCOMPLETE_SIGN_UP: 'INCOMPLETE_SIGN_UP',
  REVOKE_ACCOUNT_SERVICE_TERMS: 'UNLINK_FROM_APPS',
} as const;

describeHouse('consent · an unlink is told', (world) => {
  for (const why of unlinkReasons) {
    it(`${why}: by the webhook ${REFERRERS[why] ? `as ${REFERRERS[why]}` : 'not at all'}, and by a token with the reason`, async () => {
      const number = await linked(world, 'big-number');
      if (why === 'INCOMPLETE_SIGN_UP') await world.change('links', '1000001:13-big-number', { state: 'preregistered', registerBy: 1 });
      const before = (await told(world, APPS.demo)).length;
      await unlinkBy(world, 'big-number', why);
      const expected = { app_id: APPS.demo, user_id: number, referrer_type: REFERRERS[why] };
      assert.deepEqual(await unlinksTold(world, APPS.demo), REFERRERS[why] ? [expected] : []);
      const after = (await told(world, APPS.demo)).slice(before);
      assert.deepEqual(after.map(({ event }) => event).slice(-2), ['account.tokens-revoked', 'account.user-unlinked']);
      const event = eventOf(await verified(world, APPS.demo, after.at(-1)!.body));
      assert.deepEqual([event.sub, event.data], [number, { reason: why }]);
      assert.match(number, /^4\d{18}$/, 'past the safe integers');
    });
  }

  it('once: of a link that has ended already nothing is told', async () => {
    await linked(world, 'han');
    const ended = await Promise.all([1, 2, 3].map(() => unlinkBy(world, 'han', 'UNLINK_FROM_APPS')));
    assert.equal(ended.filter(Boolean).length, 1);
    assert.equal((await unlinksTold(world, APPS.demo)).length, 1);
  });

  it('with the headers of Kakao, as a form, or as a query where the app chose GET', async () => {
    await linked(world, 'han');
    await unlinkBy(world, 'han', 'UNLINK_FROM_APPS');
    const post = (await told(world, APPS.demo)).find(({ event }) => event === 'unlink');
    const { adminKeys } = await world.app(APPS.demo);
    assert.deepEqual(post!.headers, {
      Authorization: `KakaoAK ${adminKeys[0]}`,
      'User-Agent': 'KakaoOpenAPI/1.0',
      'X-Kakao-Resource-ID': post!.id,
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    assert.deepEqual([post!.method, post!.accepts], ['POST', '200']);
    await world.change('endpoints', `${APPS.demo}:unlink`, { method: 'GET' });
    await linked(world, 'han');
    await unlinkBy(world, 'han', 'UNLINK_FROM_APPS');
    const get = (await told(world, APPS.demo)).findLast(({ event }) => event === 'unlink')!;
    assert.deepEqual([get.method, get.body, get.headers['Content-Type']], ['GET', post!.body, undefined]);
  });
});

describeHouse('consent · an item is withdrawn', (world) => {
  it('by the person: it is gone from user/me, and told with its name', async () => {
    const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'han' });
    await subscribe(world, APPS.demo);
    const [app, link] = [await world.app(APPS.demo), (await world.house.consent.link(APPS.demo, '01-han'))!];
    const after = await world.house.consent.withdrawItem(app, link, 'birthday');
    assert.ok(!after.items.some(({ id }) => id === 'birthday'));
    await world.house.consent.withdrawItem(app, link, 'birthday');
    const [only, ...more] = (await told(world, APPS.demo)).filter(({ event }) => event === 'account.user-scope-withdraw');
    assert.deepEqual(more, [], 'what was withdrawn already is not told again');
    const event = eventOf(await verified(world, APPS.demo, only!.body));
    assert.deepEqual([event.uri.split('/').at(-1), event.data], ['user-scope-withdraw', { scope: ['birthday'] }]);
    assert.equal((await api(world, '/v2/user/me', token).expect(200)).body.kakao_account.birthday, undefined);
  });

  it('but not one that the app requires', async () => {
    await linked(world, 'han');
    const [app, link] = [await world.app(APPS.demo), (await world.house.consent.link(APPS.demo, '01-han'))!];
    await assert.rejects(world.house.consent.withdrawItem(app, link, 'account_email'), { code: 'item_not_revocable' });
  });
});

describeHouse('consent · forget', (world) => {
  it('leaves nothing of a person, tells nobody, and the next login begins anew', async () => {
    await subscribe(world, APPS.demo);
    const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'han' });
    const number = (await world.house.consent.link(APPS.demo, '01-han'))!.number;
    const before = await world.house.store.find('deliveries', 'app', APPS.demo);
    assert.equal(await world.house.consent.forget(APPS.demo, '01-han'), true);
    assert.equal(await world.house.consent.forget(APPS.demo, '01-han'), false);
    assert.deepEqual(await world.house.store.find('deliveries', 'app', APPS.demo), before);
    assert.equal(await world.house.consent.link(APPS.demo, '01-han'), undefined);
    assert.deepEqual(await world.house.store.find('agreements', 'link', `${APPS.demo}:01-han`), []);
    assert.equal(await world.house.channels.relation('_xqDemo', '01-han'), undefined);
    await api(world, '/v2/user/me', token).expect(401);
    assert.notEqual(await linked(world, 'han'), number);
    assert.deepEqual((await eventsTold(world, APPS.demo)).slice(-3), ['user-linked', 'user-scope-consent', 'token-issued']);
  });
});

/** Signs up at the demo app, which is told of what follows; the user number. */
async function linked(world: World, as: string): Promise<string> {
  await subscribe(world, APPS.demo);
  await signUp(world, { app: APPS.demo, as });
  return (await linkOf(world, as)).number;
}

async function linkOf({ house }: World, as: string) {
  return (await house.consent.link(APPS.demo, (await house.accounts.persona(as))!.id))!;
}

async function unlinkBy(world: World, as: string, why: (typeof unlinkReasons)[number]): Promise<boolean> {
  return world.house.consent.unlinkBy(await world.app(APPS.demo), await linkOf(world, as), why);
}
