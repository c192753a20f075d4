/** Kakao's own ways (security 1.3, requirement 5): each of them works, and what holds without them (1 to 4) holds with each of them. */
import supertest from 'supertest';
import type { App } from '../../src/store/index.ts';
import { describeHouse, type World } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { APP, keepsProof, redeemsOnce, redirectsExactly, replayKills, type Way } from './core.ts';
import { begin } from './helpers.ts';

interface Quirk extends Way {
  /** Whether the app is set so, too. */
  switches?: Partial<App['switches']>;
}

const quirks: Readonly<Record<string, Quirk>> = {
  'a scope with commas': { params: { scope: 'profile_nickname,account_email' } },
  'no scope': {},
  'a nonce without openid': { params: { nonce: 'n', scope: 'profile_nickname' } },
  'max_age and id_token_hint without openid': { params: { max_age: '1', id_token_hint: 'e30.e30.' } },
  'prompt=select_account,login': { params: { prompt: 'select_account,login' } },
  'prompt=create': { params: { prompt: 'create' }, walk: asNewcomer },
  'prompt=cert, and auth_type=reauthenticate': { params: { prompt: 'cert', auth_type: 'reauthenticate' } },
  'service_terms of no term': { params: { service_terms: '' } },
  'auth_tran_id, whose end a script may fetch': { params: { auth_tran_id: 'tran-1' } },
  'login_hint that signs up': { params: { login_hint: 'han' }, switches: { loginHint: 'signs-up' } },
  'a token request by GET': { send: byQuery },
  'a token request without its redirect_uri': { fields: { redirect_uri: undefined } },
};

describeHouse('oauth · a way of Kakao’s', (world) => {
  for (const [name, { switches, ...way }] of Object.entries(quirks)) {
    it(`5 · ${name}: brings tokens, and 1 to 4 hold`, async () => {
      if (switches) await world.change('apps', APP, { switches: { ...(await world.app(APP)).switches, ...switches } });
      await replayKills(world, way);
      await redirectsExactly(world, way);
      await keepsProof(world, way);
      await redeemsOnce(world, way);
    });
  }
});

let newcomers = 0;

/** The way of somebody who makes an account first. */
async function asNewcomer(world: World, params: Record<string, string>) {
  const visitor = world.visitor();
  const person = { email: `new-${(newcomers += 1)}@example.com`, password: 'secret-4', nickname: '봄', birthdate: '1999-03-14' };
  const consent = await visitor.submit(await begin(world, APP, params, visitor), person);
  return visitor.submit(consent, agreement(consent, 'all'));
}

/** As many hand-written apps do. */
function byQuery({ url }: World, fields: Record<string, string | undefined>) {
  return supertest(url)
    .get('/oauth/token')
    .query(JSON.parse(JSON.stringify(fields)) as object);
}
