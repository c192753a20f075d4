/** When an ID token comes: the switch of the app, and `openid` in an explicit `scope` (reference 1.7, clients 1.6). */
import assert from 'node:assert/strict';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { signUp, token, type Tokens } from '../helpers/login.ts';

/** For the app with OpenID Connect ON; `linked` agreed to what was required before. */
const table: { who: 'new' | 'linked'; scope: string | undefined; comes: boolean }[] = [
  { who: 'new', scope: undefined, comes: true },
  { who: 'new', scope: '', comes: true },
  { who: 'new', scope: 'openid', comes: true },
  { who: 'new', scope: 'account_email', comes: true },
  { who: 'new', scope: 'account_email profile_image', comes: true },
  { who: 'linked', scope: undefined, comes: true },
  { who: 'linked', scope: '', comes: true },
  { who: 'linked', scope: 'openid', comes: true },
  { who: 'linked', scope: 'birthday', comes: false },
  { who: 'linked', scope: 'birthday,openid', comes: true },
  { who: 'linked', scope: 'openid birthday', comes: true },
  { who: 'linked', scope: 'account_email', comes: false },
];

describeHouse('oauth · an ID token comes', (world) => {
  for (const { who, scope, comes } of table) {
    it(`${comes ? 'for' : 'not for'} a ${who} person with ${scope === undefined ? 'no scope' : `scope "${scope}"`}`, async () => {
      if (who === 'linked') await signUp(world, { app: APPS.openidConnect, as: 'han', agree: 'required' });
      const params = scope === undefined ? {} : { scope };
      const tokens = await signUp(world, { app: APPS.openidConnect, as: 'han', params });
      assert.equal(tokens.id_token !== undefined, comes);
      assert.equal(tokens.scope!.split(' ').includes('openid'), comes);
    });
  }

  it('not from an app whose OpenID Connect is OFF, and a nonce does no harm there', async () => {
    const tokens = await signUp(world, { app: APPS.demo, as: 'han', params: { nonce: 'n' } });
    assert.equal(tokens.id_token, undefined);
    assert.ok(!tokens.scope!.includes('openid'));
  });

  it('once the app switched it ON, at the next login; a refresh token from before brings none', async () => {
    const first = await signUp(world, { app: APPS.demo, as: 'han' });
    await world.change('apps', APPS.demo, { openidConnectOn: true });
    assert.equal((await refresh(world, first, APPS.demo)).id_token, undefined);
    assert.ok((await signUp(world, { app: APPS.demo, as: 'han' })).id_token);
  });
});

async function refresh(world: World, { refresh_token: refreshToken }: Tokens, app: string = APPS.openidConnect): Promise<Tokens> {
  const { key, secret } = await world.key(app);
  const answer = await token(world, {
    grant_type: 'refresh_token',
    client_id: key,
    client_secret: secret.value,
    refresh_token: refreshToken,
  });
  assert.equal(answer.status, 200);
  return answer.body as Tokens;
}
