/** What a consent changes, as the APIs tell it. Reference 5.8. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { DAY, SECOND } from '../../src/clock.ts';
import { listenAs } from '../consoles/phone.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, goThrough, type Journey, signUp } from '../helpers/login.ts';
import { loggedIn, placeOf } from '../oauth/helpers.ts';
import { eventsTold } from '../helpers/told.ts';
import { eachFact, tableOf } from './helpers.ts';
import { unlink } from './screens-walk.ts';

type Agree = NonNullable<Journey['agree']>;

const han = { app: APPS.demo, as: 'han' };
const noChannel: Agree = ({ name }) => name !== 'channel';

/** What an API tells of somebody who has just signed up. */
async function told(world: World, path: string, journey: Partial<Journey> = {}) {
  const { access_token: token } = await signUp(world, { ...han, ...journey });
  return (await api(world, path, token).expect(200)).body;
}

describeHouse('contract · 5.8 · what a consent changes', (world) => {
  eachFact(tableOf('after-consent'), {
    'before the link an admin-key call for an unknown id is -101': async () => {
      const [adminKey] = (await world.app(APPS.demo)).adminKeys;
      const ask = (id: string) =>
        supertest(world.url)
          .get('/v2/user/me')
          .query({ target_id_type: 'user_id', target_id: id })
          .set('Authorization', `KakaoAK ${adminKey}`);
      assert.equal((await ask('3900009999').expect(400)).body.code, -101);
      await signUp(world, han);
      await ask((await world.house.consent.link(APPS.demo, '01-han'))!.number).expect(200);
    },

    'user/me has connected_at, and synched_at for users of the simple signup only': async () => {
      const bySync = await told(world, '/v2/user/me');
      await world.change('apps', APPS.demo, { simpleSignupOn: false });
      const before = await told(world, '/v2/user/me', { as: 'new' });
      const times = [bySync, before].map(({ connected_at: at, synched_at: synched }) => [typeof at, typeof synched]);
      assert.deepEqual(times, [
        ['string', 'string'],
        ['string', 'undefined'],
      ]);
    },

    'user/me has the values of agreed items, and needs_agreement true of declined ones': async () => {
      const { kakao_account: account } = await told(world, '/v2/user/me', { agree: 'required' });
      assert.deepEqual([account.email, account.email_needs_agreement], ['han@example.com', false]);
      assert.deepEqual([account.birthday, account.birthday_needs_agreement], [undefined, true]);
    },

    'service_terms has the agreed terms by KAUTH, all with the same agreed_at': async () => {
      const { service_terms: terms } = await told(world, '/v2/user/service_terms', { agree: 'required' });
      const ofRows = (terms as { tag: string; agreed_by: string; agreed_at: string }[]).map(({ tag, agreed_by: by }) => `${tag} ${by}`);
      assert.deepEqual(ofRows, ['service_20260105 KAUTH', 'privacy_20260105 KAUTH', 'user_age_check KAUTH']);
      assert.equal(new Set((terms as { agreed_at: string }[]).map(({ agreed_at: at }) => at)).size, 1);
    },

    'app_service_terms has the declined terms with agreed false': async () => {
      const { service_terms: terms } = await told(world, '/v2/user/service_terms?result=app_service_terms', { agree: 'required' });
      const declined = (terms as { tag: string; agreed: boolean }[]).filter(({ agreed }) => !agreed);
      assert.deepEqual(
        declined.map(({ tag }) => tag),
        ['marketing_20260105'],
      );
    },

    'scopes has every item in use with its agreed flag': async () => {
      const { scopes } = await told(world, '/v2/user/scopes', { agree: 'required' });
      const { items } = await world.app(APPS.demo);
      assert.deepEqual(
        (scopes as { id: string; agreed: boolean; using: boolean }[]).map(({ id, agreed, using }) => [id, agreed, using]),
        items.map(({ id, state }) => [id, state === 'required', true]),
      );
    },

    'channels goes from NONE to ADDED where the channel row was ticked': async () => {
      const relation = async (agree: Agree) =>
        (await told(world, '/v2/api/talk/channels', { agree })).channels.map((each: { relation: string }) => each.relation);
      assert.deepEqual(await relation(noChannel), ['NONE']);
      await unlink(world, APPS.demo, 'han');
      assert.deepEqual(await relation('all'), ['ADDED']);
    },

    'the channel webhook added is sent where the channel row was ticked': async () => {
      const receiver = await listenAs(world);
      try {
        await goThrough(world, { ...han, as: 'new', agree: noChannel });
        await goThrough(world, han);
        await receiver.arrived(1);
        await world.house.webhooks.settled();
        const { number } = (await world.house.consent.link(APPS.demo, '01-han'))!;
        const { event, id } = JSON.parse(receiver.received[0]!.body) as Record<string, string>;
        assert.deepEqual([receiver.received.length, event, id], [1, 'added', number]);
      } finally {
        await receiver.close();
      }
    },

    'the account webhook sends user-linked and user-scope-consent': async () => {
      await goThrough(world, han);
      assert.deepEqual(await eventsTold(world, APPS.demo), ['user-linked', 'user-scope-consent']);
    },

    'the link is complete at the token, not at the code': async () => {
      await goThrough(world, han);
      assert.equal((await world.house.consent.link(APPS.demo, '01-han'))?.state, 'linked');
      assert.equal(placeOf(await loggedIn(world, APPS.demo, 'han')), 'partner');
    },

    'synched_at equals connected_at for users who joined by Sync': async () => {
      const { connected_at: at, synched_at: synched } = await told(world, '/v2/user/me');
      assert.equal(synched, at);
    },

    'synched_at is absent or later for users from before Sync': async () => {
      const at = async (params: Record<string, string>) => (await told(world, '/v2/user/me', { params })).synched_at as string | undefined;
      await world.change('apps', APPS.demo, { simpleSignupOn: false });
      assert.equal(await at({}), undefined);
      await world.change('apps', APPS.demo, { simpleSignupOn: true });
      world.clock.advance(DAY);
      assert.equal(await at({ scope: 'birthday' }), undefined);
      const later = await at({ service_terms: 'service_20260105' });
      assert.ok(Date.parse(later!) - (await world.house.consent.link(APPS.demo, '01-han'))!.connectedAt! >= DAY - SECOND);
      world.clock.advance(DAY);
      assert.equal(await at({ service_terms: 'privacy_20260105' }), later);
    },
  });
});
