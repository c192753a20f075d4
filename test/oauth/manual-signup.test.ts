/** Logins to an app that links its users by hand (수동 연결): reference 2.9, 5.9. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { DAY, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, goThrough, redeem, signUp, token } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { written } from '../helpers/written.ts';
import { begin, loggedIn, placeOf } from './helpers.ts';

const han = { app: APPS.demo, as: 'han' };
const HAN = '01-han';

describeHouse('oauth · manual linking', (world) => {
  beforeEach(() => world.change('apps', APPS.demo, { autoLink: false }));

  it('tells little of a preregistered user, and everything once the signup API has registered them', async () => {
    const { access_token: accessToken } = await signUp(world, han);
    const before = await api(world, '/v2/user/me', accessToken).expect(200);
    assert.deepEqual(Object.keys(before.body), ['id', 'has_signed_up', 'connected_at', 'kakao_account']);
    await api(world, '/v2/user/scopes', accessToken).expect(400);

    await register(world, accessToken).expect(200, `{"id":${before.body.id}}`);
    const after = await api(world, '/v2/user/me', accessToken).expect(200);
    assert.deepEqual([after.body.has_signed_up, after.body.connected_at], [true, before.body.connected_at]);
    await api(world, '/v2/user/scopes', accessToken).expect(200);
  });

  it('does not ask a preregistered person for consent again, and a second login gives no more time', async () => {
    await signUp(world, han);
    const { registerBy } = (await world.house.consent.link(APPS.demo, HAN))!;
    world.clock.advance(DAY / 2);
    const page = await loggedIn(world, APPS.demo, 'han');
    assert.equal(placeOf(page), 'partner');
    await redeem(world, APPS.demo, page.query.code!);
    assert.equal((await world.house.consent.link(APPS.demo, HAN))?.registerBy, registerBy);
  });

  it('asks a preregistered person only for what the request names', async () => {
    await signUp(world, { ...han, agree: 'required' });
    const page = await loggedIn(world, APPS.demo, 'han', { scope: 'birthday' });
    assert.deepEqual(rowsOf(page), ['item=birthday']);
    await goThrough(world, { ...han, params: { scope: 'birthday' } });
    const { state, items } = await written(world, APPS.demo, HAN);
    assert.deepEqual([state, items.includes('birthday')], ['preregistered', true]);
  });

  it('goes on silently for a preregistered person, as for a user', async () => {
    const visitor = world.visitor();
    await signUp(world, { ...han, visitor });
    const { query } = await begin(world, APPS.demo, { prompt: 'none' }, visitor);
    assert.ok(query.code);
  });

  it('asks for everything after a day without registration, swept or not, and dates it anew', async () => {
    await signUp(world, han);
    const before = (await world.house.consent.link(APPS.demo, HAN))!;
    world.clock.advance(DAY + MINUTE);
    const page = await loggedIn(world, APPS.demo, 'han');
    assert.equal(placeOf(page), 'consent');
    const { access_token: accessToken } = await signUp(world, han);
    const after = (await world.house.consent.link(APPS.demo, HAN))!;
    assert.deepEqual([after.state, after.number], ['preregistered', before.number]);
    assert.ok(after.connectedAt! > before.connectedAt! + DAY);
    const agreements = await world.house.store.find('agreements', 'link', `${APPS.demo}:${HAN}`);
    assert.ok(agreements.length > 0 && agreements.every(({ agreedAt }) => agreedAt === after.connectedAt));
    await register(world, accessToken).expect(200);
  });

  it('forgets at the new consent what was agreed to at the one that came to nothing', async () => {
    const { access_token: stale } = await signUp(world, han);
    world.clock.advance(DAY + MINUTE);
    await signUp(world, { ...han, agree: 'required' });
    const { terms, items } = await written(world, APPS.demo, HAN);
    assert.deepEqual(items, ['profile_nickname', 'account_email']);
    assert.ok(!terms.includes('marketing_20260105'));
    await api(world, '/v2/user/me', stale).expect(401);
  });

  it('is over for refresh tokens and codes too, swept or not', async () => {
    const { refresh_token: refreshToken } = await signUp(world, han);
    world.clock.advance(DAY - MINUTE);
    const { code } = (await goThrough(world, han)).query;
    world.clock.advance(MINUTE);
    const { key, secret } = await world.key(APPS.demo);
    const client = { client_id: key, client_secret: secret.value };
    const { body } = await token(world, { ...client, grant_type: 'refresh_token', refresh_token: refreshToken });
    assert.equal(body.error_code, 'KOE322');
    await assert.rejects(redeem(world, APPS.demo, code!), /KOE320/);
  });

  it('names a preregistered person who agreed to plusfriends by number in the callback of a channel', async () => {
    await signUp(world, han);
    const { number } = (await world.house.consent.link(APPS.demo, HAN))!;
    assert.deepEqual(await lastCallback(world), { id: number, id_type: 'app_user_id' });
    world.clock.advance(DAY);
    await world.house.consent.relate('_xqDemo', (await world.house.accounts.persona('han'))!, 'BLOCKED');
    assert.equal((await lastCallback(world)).id_type, 'open_id');
  });

  it('leaves registered users as they are when it is switched on', async () => {
    await world.change('apps', APPS.demo, { autoLink: true });
    const { access_token: accessToken } = await signUp(world, han);
    await world.change('apps', APPS.demo, { autoLink: false });
    const { body } = await api(world, '/v2/user/me', accessToken).expect(200);
    assert.equal(body.has_signed_up, true);
  });
});

function register(world: World, accessToken: string) {
  return supertest(world.url).post('/v1/user/signup').set('Authorization', `Bearer ${accessToken}`);
}

async function lastCallback({ house }: World): Promise<{ id: string; id_type: string }> {
  const sent = (await house.store.find('deliveries', 'app', APPS.demo)).filter(({ event }) => event.startsWith('channel.'));
  const { id, id_type } = JSON.parse(sent.at(-1)!.body) as { id: string; id_type: string };
  return { id, id_type };
}
