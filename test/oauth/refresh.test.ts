/** Refreshing (reference 1.9): a new refresh token only in the old one's last month, and a chain that goes on for as long as it is used. */
import assert from 'node:assert/strict';
import { DAY, HOUR, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, signUp, token, type Tokens } from '../helpers/login.ts';

describeHouse('oauth · a refresh', (world) => {
  it('brings an access token and its life, and nothing else: the refresh token goes on', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han' });
    for (let day = 0; day < 30; day += 10) {
      const answer = await refresh(world, first.refresh_token);
      assert.deepEqual(Object.keys(answer.body), ['token_type', 'access_token', 'expires_in']);
      assert.deepEqual([answer.body.token_type, answer.body.expires_in], ['bearer', 21_599]);
      await api(world, '/v2/user/me', answer.body.access_token).expect(200);
      world.clock.advance(10 * DAY);
    }
  });

  it('leaves the access token before it alone', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han' });
    await refresh(world, first.refresh_token);
    await api(world, '/v2/user/me', first.access_token).expect(200);
  });

  for (const { when, renewed } of [
    { when: 30 * DAY - MINUTE, renewed: false },
    { when: 30 * DAY + MINUTE, renewed: true },
    { when: 60 * DAY - HOUR, renewed: true },
  ]) {
    it(`after ${(when / DAY).toFixed(3)} days brings ${renewed ? 'a' : 'no'} new refresh token`, async () => {
      const first = await signUp(world, { app: APPS.demo, as: 'han' });
      world.clock.advance(when);
      const { body } = await refresh(world, first.refresh_token);
      const names = ['token_type', 'access_token', 'expires_in'];
      assert.deepEqual(Object.keys(body), renewed ? [...names, 'refresh_token', 'refresh_token_expires_in'] : names);
      if (!renewed) return;
      assert.notEqual(body.refresh_token, first.refresh_token);
      assert.equal(body.refresh_token_expires_in, 5_183_999);
    });
  }

  it('after two months is refused', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han' });
    world.clock.advance(60 * DAY);
    assertRefused(await refresh(world, first.refresh_token));
  });

  it('goes on past the first refresh token’s life, for a year', async () => {
    let { refresh_token: current } = await signUp(world, { app: APPS.demo, as: 'han' });
    for (let months = 0; months < 12; months += 1.5) {
      world.clock.advance(45 * DAY);
      const { body } = await refresh(world, current);
      await api(world, '/v2/user/me', body.access_token).expect(200);
      current = body.refresh_token;
    }
    world.clock.advance(60 * DAY);
    assertRefused(await refresh(world, current));
  });

  it('O19 · with a refresh token that was replaced is refused, and ends the chain', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han' });
    world.clock.advance(45 * DAY);
    const { body: second } = await refresh(world, first.refresh_token);
    assertRefused(await refresh(world, first.refresh_token));
    assertRefused(await refresh(world, second.refresh_token));
    await api(world, '/v2/user/me', second.access_token).expect(401);
  });

  it('O4 · of a token in its last month, twenty at once: one new refresh token', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han' });
    world.clock.advance(45 * DAY);
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(world, first.refresh_token)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const answer of answers.filter(({ status }) => status !== 200)) assertRefused(answer);
  });

  it('takes a redirect_uri and platform proof along, as SDKs send them, and asks for no wider scope', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    const sdk = { redirect_uri: 'kakao0://oauth', android_key_hash: 'x', scope: 'birthday' };
    assert.equal((await refresh(world, first.refresh_token, sdk)).status, 200);
    const link = (await world.house.consent.link(APPS.demo, '01-han'))!;
    assert.deepEqual(
      link.items.map(({ id }) => id),
      ['profile_nickname', 'account_email'],
    );
  });

  it('brings an ID token only where the first answer had one', async () => {
    const first = await signUp(world, { app: APPS.openidConnect, as: 'han' });
    const { body } = await refresh(world, first.refresh_token, {}, APPS.openidConnect);
    assert.deepEqual(Object.keys(body), ['token_type', 'access_token', 'id_token', 'expires_in']);
    const silent = await signUp(world, { app: APPS.openidConnect, as: 'han', params: { scope: 'account_email' } });
    assert.equal(silent.id_token, undefined);
    assert.equal((await refresh(world, silent.refresh_token, {}, APPS.openidConnect)).body.id_token, undefined);
  });

  it('of a person who unlinked, or whose account is gone, is refused', async () => {
    const han = await signUp(world, { app: APPS.demo, as: 'han' });
    const other = await signUp(world, { app: APPS.demo, as: 'new' });
    await world.house.consent.unlink(await world.app(APPS.demo), (await world.house.consent.link(APPS.demo, '01-han'))!);
    await world.house.store.write(async (tx) => tx.remove('accounts', '02-new'));
    for (const { refresh_token: refreshToken } of [han, other]) assertRefused(await refresh(world, refreshToken));
  });
});

async function refresh(world: World, refreshToken: string, more: Record<string, string> = {}, app: string = APPS.demo) {
  const { key, secret } = await world.key(app);
  return token(world, { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, refresh_token: refreshToken, ...more });
}

function assertRefused({ status, body }: { status: number; body: Partial<Tokens> }): void {
  const refusal = { error: 'invalid_grant', error_description: 'expired_or_invalid_refresh_token', error_code: 'KOE322' };
  assert.deepEqual([status, body], [400, refusal]);
}
