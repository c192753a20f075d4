/** What changes after the consent, and the states of a link: sections 5.8 and 5.9 of the contract. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { HOUR } from '../../src/clock.ts';
import { APPS, type World } from '../helpers/house.ts';
import { api, goThrough, signUp } from '../helpers/login.ts';
import { openReceiver } from '../helpers/receiver.ts';
import { describeTable } from './table.ts';

describeTable('after-consent', (world) => {
  const bodyOf = async <T>(path: string, token: string) => (await api(world, path, token)).body as T;
  const everything = () => signUp(world, { app: APPS.demo, as: 'han' });
  const required = () => signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
  return {
    'before the link an admin-key call for an unknown id is -101': async () => {
      const [adminKey] = (await world.app(APPS.demo)).adminKeys;
      const answer = await supertest(world.url)
        .get('/v2/user/me?target_id_type=user_id&target_id=1')
        .set('Authorization', `KakaoAK ${adminKey}`);
      assert.deepEqual([answer.status, (answer.body as { code: number }).code], [400, -101]);
    },
    'user/me has connected_at, and synched_at for users of the simple signup only': async () => {
      const by = await bodyOf<Record<string, string>>('/v2/user/me', (await everything()).access_token);
      assert.ok(by.connected_at && by.synched_at);
      await world.change('apps', APPS.demo, { simpleSignupOn: false });
      const { access_token } = await signUp(world, { app: APPS.demo, as: 'new' });
      const without = await bodyOf<Record<string, string>>('/v2/user/me', access_token);
      assert.ok(without.connected_at);
      assert.equal(without.synched_at, undefined);
    },
    'user/me has the values of agreed items, and needs_agreement true of declined ones': async () => {
      const { kakao_account: told } = await bodyOf<{ kakao_account: Record<string, unknown> }>(
        '/v2/user/me',
        (await required()).access_token,
      );
      assert.deepEqual([told.email_needs_agreement, told.email], [false, 'han@example.com']);
      assert.deepEqual([told.birthday_needs_agreement, told.birthday], [true, undefined]);
    },
    'service_terms has the agreed terms by KAUTH, all with the same agreed_at': async () => {
      const { service_terms: terms } = await bodyOf<Terms>('/v2/user/service_terms', (await everything()).access_token);
      assert.deepEqual(
        terms.map(({ tag, agreed_by }) => [tag, agreed_by]),
        ['service_20260105', 'privacy_20260105', 'marketing_20260105', 'user_age_check'].map((tag) => [tag, 'KAUTH']),
      );
      assert.equal(new Set(terms.map(({ agreed_at }) => agreed_at)).size, 1);
    },
    'app_service_terms has the declined terms with agreed false': async () => {
      const { access_token } = await required();
      const { service_terms: terms } = await bodyOf<Terms>('/v2/user/service_terms?result=app_service_terms', access_token);
      assert.deepEqual(
        terms.filter(({ agreed }) => !agreed).map(({ tag }) => tag),
        ['marketing_20260105'],
      );
    },
    'scopes has every item in use with its agreed flag': async () => {
      const { scopes } = await bodyOf<{ scopes: { id: string; agreed: boolean; using: boolean }[] }>(
        '/v2/user/scopes',
        (await required()).access_token,
      );
      const { items } = await world.app(APPS.demo);
      assert.deepEqual(
        scopes.map(({ id, using, agreed }) => [id, using, agreed]),
        items.map(({ id, state }) => [id, true, state === 'required']),
      );
    },
    'channels goes from NONE to ADDED where the channel row was ticked': async () => {
      const declined = await signUp(world, { app: APPS.demo, as: 'new', agree: ({ name }) => name !== 'channel' });
      assert.equal((await bodyOf<Channels>('/v2/api/talk/channels', declined.access_token)).channels[0]!.relation, 'NONE');
      const ticked = await everything();
      assert.equal((await bodyOf<Channels>('/v2/api/talk/channels', ticked.access_token)).channels[0]!.relation, 'ADDED');
    },
    'the channel webhook added is sent where the channel row was ticked': async () => {
      const receiver = await openReceiver();
      try {
        await world.change('endpoints', `${APPS.demo}:channel`, { url: receiver.url });
        world.house.webhooks.start();
        await signUp(world, { app: APPS.demo, as: 'new', agree: ({ name }) => name !== 'channel' });
        await everything();
        await receiver.arrived(1);
        await world.house.webhooks.settled();
        assert.deepEqual(
          receiver.received.map(({ body }) => (JSON.parse(body) as { event: string }).event),
          ['added'],
        );
      } finally {
        await receiver.close();
      }
    },
    'the link is complete at the token, not at the code': async () => {
      // The row's mark says how it departs: the answer to the screen is what links.
      await goThrough(world, { app: APPS.demo, as: 'han' });
      assert.equal((await world.house.consent.link(APPS.demo, '01-han'))?.state, 'linked');
    },
    'synched_at equals connected_at for users who joined by Sync': async () => {
      const me = await bodyOf<Record<string, string>>('/v2/user/me', (await everything()).access_token);
      assert.equal(me.synched_at, me.connected_at);
    },
  };
});

describeTable('link-states', (world) => {
  const manual = () => world.change('apps', APPS.demo, { autoLink: false });
  const me = async (token: string) => (await api(world, '/v2/user/me', token)).body as Record<string, unknown>;
  const register = (token: string) => supertest(world.url).post('/v1/user/signup').set('Authorization', `Bearer ${token}`);
  return {
    'manual link: consent and token make a preregistered user': async () => {
      await manual();
      assert.equal((await me((await signUp(world, { app: APPS.demo, as: 'han' })).access_token)).has_signed_up, false);
    },
    'manual link: the signup API makes a registered user': async () => {
      await manual();
      const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
      await register(access_token).expect(200);
      assert.equal((await me(access_token)).has_signed_up, true);
    },
    'manual link: after 24 hours a preregistered user is unlinked': async () => {
      await manual();
      const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
      world.clock.advance(24 * HOUR + 1000);
      assert.equal((await me(access_token)).code, -401);
      assert.deepEqual(await seenBy(world, 'han'), 'consent');
    },
    'automatic link: the login makes a registered user': async () => {
      const told = await me((await signUp(world, { app: APPS.demo, as: 'han' })).access_token);
      assert.ok(told.connected_at);
      assert.equal(told.has_signed_up, undefined);
    },
  };
});

interface Terms {
  service_terms: { tag: string; agreed: boolean; agreed_at: string; agreed_by: string }[];
}
interface Channels {
  channels: { relation: string }[];
}

/** Where a login ends before anything is answered. */
async function seenBy(world: World, as: string): Promise<string> {
  const visitor = world.visitor();
  const login = await visitor.authorize({ client_id: (await world.key(APPS.demo)).key, redirect_uri: 'http://localhost:3000/oauth' });
  return (await visitor.submit(login, { persona: as })).url.pathname.split('/')[2]!;
}
