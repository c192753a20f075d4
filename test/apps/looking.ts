/** Looking at one app from outside, as one person who agreed to everything and by its admin key. */
import supertest from 'supertest';
import { APPS, type World } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';

export const APP = APPS.current;
/** Everything is known of this person, and more than one address. */
export const PERSON = 'many-addresses';

/** What an API tells of the person, who has just agreed to everything. */
export async function get<T>(world: World, path: string): Promise<T> {
  const { access_token: token } = await signUp(world, { app: APP, as: PERSON });
  return (await api(world, path, token).expect(200)).body as T;
}

export async function account(world: World): Promise<Record<string, unknown>> {
  return (await get<{ kakao_account: Record<string, unknown> }>(world, '/v2/user/me')).kakao_account;
}

export async function userIds(world: World, app: string = APP): Promise<supertest.Response> {
  const { adminKeys } = await world.app(app);
  return supertest(world.url).get('/v1/user/ids').query({ limit: 1 }).set('Authorization', `KakaoAK ${adminKeys[0]}`);
}
