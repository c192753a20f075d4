/** Refreshing (reference 1.9): a new refresh token only in the old one's last month, and a chain that goes on for as long as it is used. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, signUp, token, type Tokens } from '../helpers/login.ts';

describeHouse('oauth · a refresh', (world) => {
  it('leaves the access token before it alone', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han' });
    await refresh(world, first.refresh_token);
    await api(world, '/v2/user/me', first.access_token).expect(200);
  });

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

  it('1 · O4 · of a token in its last month, twenty at once: one new refresh token', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han' });
    world.clock.advance(45 * DAY);
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(world, first.refresh_token)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const answer of answers.filter(({ status }) => status !== 200)) assertRefused(answer);
  });

  it('asks for no wider scope', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    assert.equal((await refresh(world, first.refresh_token, { scope: 'birthday' })).status, 200);
    const link = (await world.house.consent.link(APPS.demo, '01-han'))!;
    assert.deepEqual(
      link.items.map(({ id }) => id),
      ['profile_nickname', 'account_email'],
    );
  });

  it('of a person who unlinked, or whose account is gone, is refused', async () => {
    const han = await signUp(world, { app: APPS.demo, as: 'han' });
    const other = await signUp(world, { app: APPS.demo, as: 'new' });
    await world.house.consent.unlink(await world.app(APPS.demo), (await world.house.consent.link(APPS.demo, '01-han'))!);
    await world.house.store.write(async (tx) => tx.remove('accounts', '02-new'));
    for (const { refresh_token: refreshToken } of [han, other]) assertRefused(await refresh(world, refreshToken));
  });
});

async function refresh(world: World, refreshToken: string, more: Record<string, string> = {}) {
  const { key, secret } = await world.key(APPS.demo);
  return token(world, { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, refresh_token: refreshToken, ...more });
}

function assertRefused({ status, body }: { status: number; body: Partial<Tokens> }): void {
  const refusal = { error: 'invalid_grant', error_description: 'expired_or_invalid_refresh_token', error_code: 'KOE322' };
  assert.deepEqual([status, body], [400, refusal]);
}
