/** A shared simulator: what is open to partners and their users, and what to operators alone. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS } from '../helpers/house.ts';
import { signUp, api } from '../helpers/login.ts';
import { cookiesOf, describeShared, HERE, KEY, sendForm, signIn } from './shared.ts';

const OPERATORS = [
  '/',
  '/_sim',
  '/_sim/resets',
  '/_sim/deliveries',
  '/_sim/deliveries/stream',
  '/_sim/inbox/1000001',
  '/_sim/inbox/stream',
  '/_sim/gallery/states.json',
  '/_sim/records/1000001.csv',
  '/_sim/why/none',
  '/_sim/api',
  '/_sim/api/openapi.json',
  '/developers',
  '/center',
  '/business',
  '/talk',
  '/account',
  '/account/login',
  '/account/signup',
  '/oauth/preview/1000001',
  '/oauth/consent/some-uid?inspect=on',
  '/metrics',
  '/nobody/knows',
];
const EVERYBODYS = [
  ['/.well-known/openid-configuration', 200],
  ['/.well-known/jwks.json', 200],
  ['/assets/icon.svg', 200],
  ['/livez', 200],
  ['/readyz', 200],
  ['/health', 200],
  ['/v2/user/me', 401],
  ['/oauth/authorize', 401],
  ['/_sim/session', 200],
] as const;

describeShared('gate · a shared simulator', (world) => {
  const get = (path: string) => supertest(world.url).get(path).redirects(0);

  it('is closed to strangers everywhere but where partners and their users go', async () => {
    for (const path of OPERATORS) {
      const program = await get(path);
      assert.equal(program.status, 401, path);
      assert.match(program.headers['www-authenticate']!, /^Bearer realm=/, path);
      const browser = await get(path).set('Accept', 'text/html,*/*;q=0.8');
      assert.deepEqual([browser.status, browser.headers['location']], [303, `/_sim/session?${new URLSearchParams({ return_to: path })}`]);
      assert.match(browser.headers['content-security-policy']!, /frame-ancestors 'none'/);
    }
  });

  it('is no more open under another spelling of an address', async () => {
    for (const path of [
      '/_SIM',
      '/_sim/',
      '//_sim',
      '/Developers',
      '/oauth/PREVIEW/1000001',
      '/oauth/../_sim',
      '/_sim/inbox/1000001/sync/',
    ]) {
      assert.ok((await get(path)).status >= 400, path);
    }
  });

  it('is open to partners and their users as Kakao is', async () => {
    for (const [path, status] of EVERYBODYS) assert.equal((await get(path)).status, status, path);
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    assert.equal((await api(world, '/v2/user/me', access_token)).status, 200);
    await supertest(world.url).post('/_sim/inbox/1000001/sync').send({});
    assert.equal((await world.house.inbox.items('1000001', { limit: 9 })).length, 1);
  });

  it('opens to whoever signs in with the operator secret, and shuts again', async () => {
    const before = await signIn(world, undefined, '/_sim?lang=en');
    assert.deepEqual([before.status, before.headers['location']], [303, '/_sim?lang=en']);
    assert.match(String(before.headers['set-cookie']), /kakao_sync_operator=[\w-]{32}; path=\/; samesite=lax; httponly/);
    const cookie = cookiesOf(before);
    const page = await get('/_sim').set('Cookie', cookie);
    assert.equal(page.status, 200);
    assert.match(page.text, /data-testid="gate-sign-out"/);
    assert.equal((await get('/_sim/session').set('Cookie', cookie)).status, 303);
    const after = await signIn(world).set('Cookie', cookie);
    assert.notEqual(cookiesOf(after), cookie);
    assert.equal((await get('/_sim').set('Cookie', cookie)).status, 401, 'the session before ended with the sign-in');
    await sendForm(world, '/_sim/session/end').set('Cookie', cookiesOf(after));
    assert.equal((await get('/_sim').set('Cookie', cookiesOf(after))).status, 401);
  });

  it('takes the secret in a header for what programs read', async () => {
    assert.equal((await get('/_sim/gallery/states.json').set('Authorization', KEY)).status, 200);
    assert.match((await get('/metrics').set('Authorization', KEY)).text, /kakao_sync_http_requests_total/);
    assert.equal((await get('/metrics').set('Authorization', `${KEY}x`)).status, 401);
  });

  it('goes on to nowhere but to its own pages', async () => {
    for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '/.//evil.example', 'evil', '']) {
      assert.equal((await signIn(world, undefined, back)).headers['location'], '/', back);
    }
  });

  it('says what a form lost that came without a session, and does nothing of it', async () => {
    const answer = await supertest(world.url).post('/_sim/clock/advances').set(HERE).type('form').send({ amount: '1', unit: 'day' });
    assert.equal(answer.status, 401);
    assert.match(answer.text, /로그인이 필요합니다/);
    assert.equal(world.clock.offset(), 0);
  });

  it('ends a session that nobody uses, and one that is old, in the time of the machine', async () => {
    const cookie = cookiesOf(await signIn(world));
    world.clock.advance(7 * 24 * 3_600_000);
    assert.equal((await get('/_sim').set('Cookie', cookie)).status, 200, 'moved time signs nobody out');
    const [row] = await world.house.store.find('operatorSessions', 'all', '*');
    for (const old of [{ seenAt: row!.seenAt - 2 * 3_600_000 }, { openedAt: row!.openedAt - 12 * 3_600_000, seenAt: row!.seenAt }]) {
      await world.change('operatorSessions', row!.id, old);
      assert.equal((await get('/_sim').set('Cookie', cookie)).status, 401);
    }
  });

  it('keeps operators through a reset, and no session through a snapshot', async () => {
    const cookie = cookiesOf(await signIn(world));
    const then = await world.house.world.snapshot();
    await world.house.world.reset((await world.house.world.beginning()).plantedAt);
    assert.equal((await get('/_sim').set('Cookie', cookie)).status, 200);
    await sendForm(world, '/_sim/session/end').set('Cookie', cookie);
    await world.house.world.restore(then);
    assert.equal((await get('/_sim').set('Cookie', cookie)).status, 401);
  });

  it('says on every page that it is shared and not Kakao', async () => {
    const { text } = await get('/_sim/session');
    assert.match(text, /data-testid="mark-shared">공유 · 카카오 아님</);
    assert.match(text, /카카오계정 비밀번호를 입력하지 마세요/);
  });
});
