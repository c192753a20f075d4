/** The steps of a login that the tables of kauth are asked by, and how a refusal reads on one line. */
import assert from 'node:assert/strict';
import type supertest from 'supertest';
import type { AppKey } from '../../src/apps/index.ts';
import type { Row } from '../../src/contract/index.ts';
import { APPS, CALLBACK, type World } from '../helpers/house.ts';
import { goThrough, type Journey, token, type Tokens } from '../helpers/login.ts';
import type { Visitor } from '../helpers/visitor.ts';
import { headingOf, loggedIn, type Page } from '../oauth/helpers.ts';
import { endpointOf, tableOf } from './helpers.ts';

export type Fields = Record<string, string>;

/** A key of an app as a token request names it. */
export async function clientOf(world: World, app: string = APPS.demo, type: AppKey['type'] = 'rest'): Promise<Fields> {
  const { key, secret } = (await world.app(app)).keys.find((each) => each.type === type)!;
  return { client_id: key, ...(secret.on && { client_secret: secret.value }) };
}

/** What redeems the code of somebody who agreed to everything. */
export async function grantOf(world: World, journey: Partial<Journey> = {}): Promise<Fields> {
  const { app = APPS.demo, as = 'returning' } = journey;
  const { query } = await goThrough(world, { app, as, ...journey });
  return { grant_type: 'authorization_code', ...(await clientOf(world, app)), redirect_uri: CALLBACK, code: query['code']! };
}

/** The answer to a refresh. */
export async function refresh(world: World, { refresh_token }: Tokens, app: string = APPS.demo, more: Fields = {}) {
  return token(world, { grant_type: 'refresh_token', ...(await clientOf(world, app)), refresh_token, ...more });
}

/** A browser in which somebody has signed in; `returning` is linked to the demo app. */
export async function signedIn(world: World, as = 'returning', app: string = APPS.demo): Promise<Visitor> {
  const visitor = world.visitor();
  await loggedIn(world, app, as, {}, visitor);
  return visitor;
}

/** An error page as `400 앱 관리자 설정 오류 (KOE006)`, a refusal in JSON as `401 invalid_client KOE010 Bad client credentials`. */
export function refusalIn(answer: Page | supertest.Response): string {
  if ('html' in answer) return `${answer.status} ${headingOf(answer)}`;
  const { error, error_code: code, error_description: description } = answer.body as Fields;
  return `${answer.status} ${error} ${code} ${description}`;
}

/** The rows of the KOE codes that the contract tells of an endpoint. */
export function errorsOf(path: string): Row[] {
  const { errors } = endpointOf(path);
  return tableOf('koe').rows.filter(({ name }) => errors.includes(name));
}

/** Asks while no table can be looked through, as with a disk that is gone, and takes what was reported of it. */
export async function whileBroken<T>({ house: { store }, reported }: World, ask: () => Promise<T>): Promise<T> {
  const { find } = store;
  Object.assign(store, { find: () => Promise.reject(new Error('the disk is gone')) });
  const answer = await ask();
  Object.assign(store, { find });
  assert.equal(reported.splice(0).length, 1);
  return answer;
}
