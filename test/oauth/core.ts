/** What no way of asking may weaken (security 8: requirements 1 to 4), held against any way of asking. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { DAY } from '../../src/clock.ts';
import { APPS, CALLBACK, type World } from '../helpers/house.ts';
import { api, goThrough, signUp, token, type Tokens } from '../helpers/login.ts';
import type { Page } from '../helpers/visitor.ts';
import { almostRegistered } from './almost-registered.ts';
import { CHALLENGE, S256, VERIFIER } from './verifiers.ts';

export const APP = APPS.demo;

type Fields = Record<string, string | undefined>;

/** How somebody asks: what differs from the plainest way. */
export interface Way {
  /** Of the authorize request. */
  params?: Record<string, string>;
  /** From there to the partner's door, where `goThrough` does not know the way. */
  walk?: (world: World, params: Record<string, string>) => Promise<Page>;
  /** Of the token request. */
  fields?: Fields;
  /** How the token request is sent, if not as a form. */
  send?: (world: World, fields: Fields) => Promise<Pick<supertest.Response, 'status' | 'body'>>;
}

/** 1: of twenty at a time one gets tokens; so it is with a refresh token in its last month. */
export async function redeemsOnce(world: World, way: Way): Promise<void> {
  const code = await codeBy(world, way);
  const redeemed = await Promise.all(Array.from({ length: 20 }, () => redeemBy(world, way, code)));
  onlyOne(redeemed);
  const { refresh_token: refreshToken } = await signUp(world, { app: APP, as: 'returning' });
  world.clock.advance(45 * DAY);
  onlyOne(await Promise.all(Array.from({ length: 20 }, () => refresh(world, way, refreshToken))));
}

/** 2: a code that is used again ends what it brought. */
export async function replayKills(world: World, way: Way): Promise<void> {
  const code = await codeBy(world, way);
  const first = await redeemBy(world, way, code);
  assert.equal(first.status, 200);
  const { access_token: accessToken, refresh_token: refreshToken } = first.body as Tokens;
  await api(world, '/v2/user/me', accessToken).expect(200);
  assert.equal((await redeemBy(world, way, code)).status, 400);
  await api(world, '/v2/user/me', accessToken).expect(401);
  assert.equal((await refresh(world, way, refreshToken)).status, 400);
}

/** 3: what is registered is compared letter by letter. */
export async function redirectsExactly(world: World, { params = {} }: Way): Promise<void> {
  const { key } = await world.key(APP);
  for (const uri of almostRegistered) {
    const sent = { response_type: 'code', client_id: key, ...params, redirect_uri: uri };
    const { status, headers } = await supertest(world.url).get('/oauth/authorize').query(sent).redirects(0);
    assert.deepEqual([status, headers['location']], [400, undefined], uri);
    assert.ok(!JSON.stringify(headers).includes('evil.example'), uri);
  }
}

/** 4: a challenge wants its verifier, a verifier its challenge, and the client secret is wanted beside both. */
export async function keepsProof(world: World, way: Way): Promise<void> {
  const [plain, challenged] = [await codeBy(world, way), await codeBy(world, way, S256)];
  const wrong = VERIFIER.replace('d', 'e');
  for (const [code, verifier] of [
    [plain, VERIFIER],
    [challenged, undefined],
    [challenged, wrong],
    [challenged, CHALLENGE],
  ] as const) {
    assert.equal((await redeemBy(world, way, code, { code_verifier: verifier })).status, 400);
  }
  const withoutSecret = { code_verifier: VERIFIER, client_secret: undefined };
  assert.equal((await redeemBy(world, way, challenged, withoutSecret)).status, 401);
  assert.equal((await redeemBy(world, way, challenged, { code_verifier: VERIFIER })).status, 200);
}

/** A code that was got this way. */
async function codeBy(world: World, { params = {}, walk }: Way, more: Record<string, string> = {}): Promise<string> {
  const sent = { ...params, ...more };
  const page = await (walk?.(world, sent) ?? goThrough(world, { app: APP, as: 'han', params: sent }));
  assert.ok(page.query.code, `no code: ${page.url.href}\n${page.html.slice(0, 500)}`);
  return page.query.code;
}

/** The answer to a code that is redeemed this way. */
async function redeemBy(world: World, way: Way, code: string, more: Fields = {}) {
  const { key, secret } = await world.key(APP);
  const usual = { grant_type: 'authorization_code', client_id: key, client_secret: secret.value, redirect_uri: CALLBACK, code };
  return (way.send ?? token)(world, { ...usual, ...way.fields, ...more });
}

async function refresh(world: World, { send = token }: Way, refreshToken: string) {
  const { key, secret } = await world.key(APP);
  return send(world, { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, refresh_token: refreshToken });
}

function onlyOne(answers: readonly Pick<supertest.Response, 'status' | 'body'>[]): void {
  const refused = answers.filter(({ status }) => status !== 200);
  assert.equal(refused.length, answers.length - 1);
  for (const { status, body } of refused) assert.deepEqual([status, body.error], [400, 'invalid_grant']);
}
