/** What causes each event of the account webhook, as han does it at the demo app or 고객센터 to han. */
import supertest from 'supertest';
import type { AccountEventName } from '../../src/apps/index.ts';
import { APPS, type World } from '../helpers/house.ts';
import { goThrough, signUp, token, type Tokens } from '../helpers/login.ts';
import { subscribe } from '../helpers/told.ts';

export const HAN = '01-han';

/** What happens, and the events that follow in their order. */
export const CAUSES: Record<
  AccountEventName,
  { does: (world: World, tokens: Tokens) => Promise<unknown>; tells: string[]; data?: object }
> = {
  'user-linked': { does: returns, tells: ['user-linked', 'user-scope-consent'] },
  'user-scope-consent': { does: returns, tells: ['user-linked', 'user-scope-consent'] },
  'token-issued': { does: refresh, tells: ['token-issued'] },
  'token-revoked': { does: (world, { access_token: key }) => kapi(world, 'logout', key), tells: ['token-revoked'] },
  'tokens-revoked': { does: (world) => byAdmin(world, 'logout'), tells: ['tokens-revoked'] },
  'user-unlinked': {
    does: (world, { access_token: key }) => kapi(world, 'unlink', key),
    tells: ['tokens-revoked', 'user-unlinked'],
    data: { reason: 'UNLINK_FROM_SERVICE' },
  },
  'user-scope-withdraw': {
    does: (world, { access_token: key }) => kapi(world, 'revoke/scopes', key, { scopes: '["birthday"]' }),
    tells: ['user-scope-withdraw'],
    data: { scope: ['birthday'] },
  },
  'user-profile-changed': {
    does: ({ house: { consent } }) => consent.changeProfile(HAN, { nickname: '새이름' }),
    tells: ['user-profile-changed'],
  },
  'account-credential-change-required': {
    does: ({ house: { consent } }) => consent.demandPassword(HAN),
    tells: ['account-credential-change-required'],
  },
  'account-disabled': { does: ({ house: { consent } }) => consent.disable(HAN), tells: ['account-disabled'] },
  'account-enabled': {
    does: async ({ house: { consent } }) => (await consent.disable(HAN)) && consent.enable(HAN),
    tells: ['account-disabled', 'account-enabled'],
  },
  'account-purged': {
    does: ({ house: { consent } }) => consent.deleteAccount(HAN, 'ACCOUNT_DELETE'),
    tells: ['tokens-revoked', 'user-unlinked', 'account-purged'],
  },
  'credential-compromise': { does: ({ house: { consent } }) => consent.reportLeak(HAN), tells: ['credential-compromise'] },
  'identifier-changed': { does: ({ house: { consent } }) => consent.changeEmail(HAN, 'New@Shop.example'), tells: ['identifier-changed'] },
  'identifier-recycled': {
    does: async ({ house: { consent, accounts } }) => consent.changePhone('02-new', (await accounts.byId(HAN))!.phone!),
    tells: ['identifier-recycled'],
  },
  'sessions-revoked': { does: ({ house: { consent } }) => consent.signOutEverywhere(HAN), tells: ['sessions-revoked'] },
  'assurance-level-change': { does: ({ house: { consent } }) => consent.setTwoStep(HAN, true), tells: ['assurance-level-change'] },
  'credential-change': {
    does: ({ house: { consent } }) => consent.changePassword(HAN, 'demo1234', 'demo5678'),
    tells: ['credential-change'],
  },
};

/** han signs up; from the first event on the app is told of all. */
export async function signedUp(world: World): Promise<Tokens> {
  await subscribe(world, APPS.demo);
  await allowSecurity(world, true);
  await world.house.accounts.openSession(HAN);
  return signUp(world, { app: APPS.demo, as: 'han' });
}

export async function allowSecurity(world: World, securityEvents: boolean): Promise<void> {
  const { switches } = await world.app(APPS.demo);
  await world.change('apps', APPS.demo, { switches: { ...switches, securityEvents } });
}

async function returns(world: World): Promise<void> {
  await world.house.consent.forget(APPS.demo, HAN);
  await goThrough(world, { app: APPS.demo, as: 'han' });
}

async function refresh(world: World, { refresh_token: refreshToken }: Tokens): Promise<void> {
  const { key, secret } = await world.key(APPS.demo);
  await token(world, { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, refresh_token: refreshToken });
}

function kapi({ url }: World, call: string, accessToken: string, form: Record<string, string> = {}) {
  const path = call.includes('/') ? `/v2/user/${call}` : `/v1/user/${call}`;
  return supertest(url)
    .post(path)
    .set('Authorization', `Bearer ${accessToken}`)
    .type('form')
    .send(new URLSearchParams(form).toString())
    .expect(200);
}

/** By admin key, of every token of the user. */
async function byAdmin(world: World, call: string) {
  const { adminKeys } = await world.app(APPS.demo);
  const { number } = (await world.house.consent.link(APPS.demo, HAN))!;
  const form = { target_id_type: 'user_id', target_id: number };
  const post = supertest(world.url).post(`/v1/user/${call}`).set('Authorization', `KakaoAK ${adminKeys[0]}`).type('form');
  return post.send(new URLSearchParams(form).toString()).expect(200);
}
