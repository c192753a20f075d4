/** The end of a link, or of an account, in every browser (security 8, requirement 6; P5, P6): nothing that was issued is good any longer, and it is told once. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { FORM_COOKIE, withToken } from '../helpers/form-token.ts';
import { press } from '../helpers/forms.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, goThrough, redeem, signUp, token, type Tokens } from '../helpers/login.ts';
import { eventsTold, subscribe, unlinksTold } from '../helpers/told.ts';
import type { Visitor } from '../helpers/visitor.ts';
import { begin } from '../oauth/helpers.ts';

const [APP, HAN] = [APPS.demo, '01-han'];

/** What happens: how the app hears of it by the webhook, and what a login without a page is answered then. */
const ends: Record<string, { does: (world: World, tokens: Tokens) => Promise<unknown>; referrer: string | null; silent: string }> = {
  'unlinked by the service': {
    does: ({ url }, { access_token: key }) => supertest(url).post('/v1/user/unlink').set('Authorization', `Bearer ${key}`).expect(200),
    referrer: null,
    silent: 'consent_required',
  },
  'disconnected by the person': { does: disconnects, referrer: 'UNLINK_FROM_APPS', silent: 'consent_required' },
  'unlinked by Kakao': {
    does: async (world) =>
      world.house.consent.unlinkBy(await world.app(APP), (await world.house.consent.link(APP, HAN))!, 'UNLINK_FROM_ADMIN'),
    referrer: 'UNLINK_FROM_ADMIN',
    silent: 'consent_required',
  },
  'with the account deleted by its owner': { does: deletesAccount, referrer: 'ACCOUNT_DELETE', silent: 'login_required' },
  'with the account deleted by Kakao': {
    does: ({ house }) => house.consent.deleteAccount(HAN, 'FORCED_ACCOUNT_DELETE'),
    referrer: 'FORCED_ACCOUNT_DELETE',
    silent: 'login_required',
  },
};

describeHouse('consent · one person in two browsers', (world) => {
  for (const [how, { does, referrer, silent }] of Object.entries(ends)) {
    it(`6 · ${how}: every token dead, ${silent} without a page, one event`, async () => {
      const browsers = [world.visitor(), world.visitor()];
      const first: Tokens[] = [];
      for (const visitor of browsers) first.push(await signUp(world, { app: APP, as: 'han', visitor }));
      const renewed = await Promise.all(first.map((tokens) => refreshed(world, tokens.refresh_token)));
      const logins = [...first, ...first.map((tokens, i) => ({ ...tokens, ...(renewed[i]!.body as Partial<Tokens>) }))];
      const { code } = (await goThrough(world, { app: APP, as: 'han', visitor: browsers[0]! })).query;
      const elsewhere = await signUp(world, { app: APPS.secretOff, as: 'han' });
      await subscribe(world, APP);
      const before = (await eventsTold(world, APP)).length;

      await does(world, logins[0]!);

      for (const { access_token: accessToken, refresh_token: refreshToken } of logins) {
        await api(world, '/v2/user/me', accessToken).expect(401);
        const { status, body } = await refreshed(world, refreshToken);
        assert.deepEqual([status, body.error], [400, 'invalid_grant']);
      }
      await assert.rejects(redeem(world, APP, code!), /KOE320/);
      for (const visitor of browsers) assert.equal((await begin(world, APP, { prompt: 'none' }, visitor)).query.error, silent);
      assert.deepEqual(
        (await unlinksTold(world, APP)).map(({ referrer_type: told }) => told),
        referrer ? [referrer] : [],
      );
      const unlinked = (await eventsTold(world, APP)).slice(before).filter((event) => event === 'user-unlinked');
      assert.deepEqual(unlinked, ['user-unlinked']);
      await api(world, '/v2/user/me', elsewhere.access_token).expect(silent === 'login_required' ? 401 : 200);
    });
  }

  it('6 · disconnected in both at once: one event', async () => {
    const { access_token: accessToken } = await signUp(world, { app: APP, as: 'han' });
    await subscribe(world, APP);
    const phones = await Promise.all([1, 2].map(() => phoneOf(world)));
    const asked = await Promise.all(phones.map((phone) => phone.open(DISCONNECTION)));
    const before = (await eventsTold(world, APP)).length;
    await Promise.all(phones.map((phone, i) => press(phone, asked[i]!, 'submit')));
    await api(world, '/v2/user/me', accessToken).expect(401);
    assert.equal((await unlinksTold(world, APP)).length, 1);
    assert.deepEqual((await eventsTold(world, APP)).slice(before), ['tokens-revoked', 'user-unlinked']);
  });
});

const DISCONNECTION = `/talk/services/${APP}/disconnection`;

async function phoneOf(world: World): Promise<Visitor> {
  const phone = world.visitor();
  await press(phone, await phone.open('/talk'), 'talk-persona-han');
  return phone;
}

async function disconnects(world: World): Promise<void> {
  const phone = await phoneOf(world);
  await press(phone, await phone.open(DISCONNECTION), 'submit');
}

async function deletesAccount(world: World): Promise<void> {
  const session = await world.house.accounts.openSession(HAN);
  await supertest(world.url)
    .post(withToken(world, '/account/deletion'))
    .set({ Origin: world.url, Cookie: `kakao_sync_console=${session}; ${FORM_COOKIE}` })
    .type('form')
    .send('sure=yes')
    .expect(303);
}

async function refreshed(world: World, refreshToken: string) {
  const { key, secret } = await world.key(APP);
  return token(world, { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, refresh_token: refreshToken });
}
