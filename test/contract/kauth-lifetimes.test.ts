/** How long things live: good five seconds before their time is over, and not five seconds after. Reference 1.2, 1.3, 1.10. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import type { AppKey } from '../../src/apps/index.ts';
import { SECOND } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, goThrough, signUp, token } from '../helpers/login.ts';
import { begin, placeOf } from '../oauth/helpers.ts';
import { eachRow, tableOf } from './helpers.ts';
import { clientOf, grantOf, refresh } from './kauth-walk.ts';

/** Makes one, and resolves with the question whether it is good. */
type Made = () => Promise<() => Promise<boolean>>;

const MARGIN = 5 * SECOND;

describeHouse('contract · 1.10 · lifetimes', (world) => {
  const accessToken =
    (type: AppKey['type']): Made =>
    async () => {
      const { redirectUris } = (await world.app(APPS.demo)).keys.find((key) => key.type === type)!;
      const client = await clientOf(world, APPS.demo, type);
      const sent = { redirect_uri: redirectUris[0]! };
      const params = { client_id: client['client_id']!, ...sent };
      const { query } = await goThrough(world, { app: APPS.demo, as: 'returning', params });
      const { body } = await token(world, { grant_type: 'authorization_code', ...client, ...sent, code: query['code']! });
      return async () => (await api(world, '/v2/user/me', body.access_token as string)).status === 200;
    };
  const session =
    (fields: Record<string, string>): Made =>
    async () => {
      const visitor = world.visitor();
      await visitor.submit(await begin(world, APPS.demo, {}, visitor), { persona: 'returning', ...fields });
      return async () => placeOf(await begin(world, APPS.demo, {}, visitor)) === 'partner';
    };
  const newTokens = () => signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });

  const cases: Record<string, Made> = {
    'access token of a REST API key: 21599 seconds': accessToken('rest'),
    'access token of a JavaScript key: 7199 seconds': accessToken('javascript'),
    'access token of a native key: 43199 seconds': accessToken('native'),
    'refresh token: 5183999 seconds': async () => {
      const tokens = await newTokens();
      return async () => (await refresh(world, tokens)).status === 200;
    },
    // Of its two months the last is the one of renewal, so the first month is over where renewal begins.
    'renewal of a refresh token: 2592000 seconds': async () => {
      const tokens = await newTokens();
      return async () => !('refresh_token' in (await refresh(world, tokens)).body);
    },
    'authorization code: 600 seconds': async () => {
      const grant = await grantOf(world);
      return async () => (await token(world, grant)).status === 200;
    },
    'Kakao account session: 86400 seconds': session({}),
    'Kakao account session, kept: 2592000 seconds': session({ saveSignedIn: 'on' }),
    'hand-over of a finished login: 600 seconds': async () => {
      await goThrough(world, { app: APPS.demo, as: 'returning', params: { auth_tran_id: 'sim-1' } });
      const { client_id } = await clientOf(world);
      return async () => 'code' in (await supertest(world.url).get('/apiweb/code.json').query({ client_id, auth_tran_id: 'sim-1' })).body;
    },
    'agt: 300 seconds': async () => {
      const { access_token } = await newTokens();
      const { client_id } = await clientOf(world);
      const { body } = await supertest(world.url).post('/api/agt').type('form').send({ client_id, access_token });
      return async () => placeOf(await begin(world, APPS.demo, { scope: 'birthday', agt: body.agt as string })) === 'consent';
    },
    'login page left open: 3600 seconds': async () => {
      const visitor = world.visitor();
      const page = await begin(world, APPS.demo, {}, visitor);
      return async () => 'code' in (await visitor.submit(page, { persona: 'returning' })).query;
    },
  };

  eachRow(tableOf('lifetimes').rows, cases, async (make, name) => {
    const length = Number(/(\d+) seconds$/.exec(name)![1]) * SECOND;
    const [early, late] = [await make(), await make()];
    world.clock.advance(length - MARGIN);
    assert.equal(await early(), true, 'good until its time is over');
    world.clock.advance(2 * MARGIN);
    assert.equal(await late(), false, 'over with its time');
  });
});
