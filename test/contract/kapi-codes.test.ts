/** The error codes of kapi, the texts of -401 and the fields of an error, row by row. Reference 2.17. */
import assert from 'node:assert/strict';
import { HOUR } from '../../src/clock.ts';
import { admin, AT, bearer, type Differences, openKapi, target, tokenRow } from '../kapi/helpers.ts';
import { eachRow, tableOf } from './helpers.ts';
import { eachField } from './kapi-fields.ts';
import { breakDown, child, removeAccount, spendQuotas } from './kapi-troubles.ts';
import type { Kapi } from './kapi-worlds.ts';

/** One call: a GET of user/me by token in the usual house, unless it says otherwise. */
interface Call {
  world?: Differences;
  before?: (kapi: Kapi) => Promise<void> | void;
  method?: 'get' | 'post';
  path?: string;
  header?: Record<string, string>;
  sent?: Record<string, string>;
}

const channels = '/v2/api/talk/channels';
const items = ['plusfriends', 'name'];
const ids = { path: '/v1/user/ids', header: admin };
const properties = '{"gender":"f","age":"9"}';
const undisclosed: Call = { path: channels, world: { items, agreed: ['name'] } };
const missing = { api_type: 'TALK_CHANNELS', required_scopes: ['plusfriends'], allowed_scopes: ['name'] };

// prettier-ignore
const codes: Record<string, Call & { status: number; msg: string; more?: object }> = {
  '-1':   { before: breakDown, world: { report: () => undefined }, status: 400, msg: 'internal failure. try again.' },
  '-2':   { header: { authorization: `Bearer ${'x'.repeat(257)}` }, status: 400, msg: 'too long for access token.' },
  '-3':   { path: '/v2/user/service_terms', world: { app: { simpleSignupOn: false } },
    status: 403, msg: 'simple signup is not activated. check out your settings on developers.kakao.com' },
  '-9':   { path: '/v1/user/me', status: 400, msg: 'deprecated API. path=/v1/user/me' },
  '-10':  { ...ids, before: spendQuotas, status: 429, msg: 'API limit has been exceeded.' },
  '-12':  { world: { app: { suspended: true } }, status: 403, msg: 'the app or its developer is suspended.' },
  '-101': { header: admin, sent: { ...target, target_id: '1' }, status: 400, msg: 'NotRegisteredUserException' },
  '-102': { method: 'post', path: '/v1/user/signup', status: 400, msg: 'already registered' },
  '-103': { before: removeAccount, status: 400, msg: 'the account is inactive.' },
  '-201': { method: 'post', path: '/v1/user/update_profile', sent: { properties },
    status: 400, msg: 'user property not found ([gender, age] for appId=123456)' },
  '-401': { header: { authorization: 'Bearer nobody' }, status: 401, msg: 'this access token does not exist' },
  '-402': { ...undisclosed, status: 403, msg: 'insufficient scopes.', more: missing },
  '-406': { world: { ageCheck: true, account: child }, status: 401, msg: 'the user is under 14.' },
  '-501': { path: channels, world: { items, agreed: items, account: { hasTalk: false } },
    status: 400, msg: 'given account is not connected to any talk user.' },
};

describe('contract · 2.17 · codes of kapi', () => {
  eachRow(tableOf('kapi-codes').rows, codes, async ({ status, msg, more, ...call }, code) => {
    const { body, ...answer } = await ask(call);
    assert.deepEqual({ status: answer.status, body }, { status, body: { msg, code: Number(code), ...more } });
  });
});

const orphan = [['artifacts', { ...tokenRow('orphan', AT + HOUR), clientId: 'dead' }]] as const;

// prettier-ignore
const texts: Record<string, Call & { told?: Record<string, string> }> = {
  'this access token does not exist': { header: { authorization: 'Bearer nobody' } },
  'this access token is already expired': { before: ({ clock }) => clock.advance(6 * HOUR) },
  'no authentication key!': { header: {} },
  'invalid app key.': { header: { authorization: 'KakaoAK nobody' } },
  'appKey({key}) is already deactivated': {
    world: { rows: orphan }, header: { authorization: 'Bearer orphan' }, told: { key: 'dead' },
  },
  'ip mismatched! callerIp={callerIp}. check out registered ips.': {
    world: { app: { allowedIps: ['192.0.2.1'] } }, told: { callerIp: '127.0.0.1' },
  },
};

describe('contract · 2.17 · texts of -401', () => {
  eachRow(tableOf('kapi-401').rows, texts, async ({ told = {}, ...call }, text) => {
    const { status, body } = await ask(call);
    const msg = text.replace(/\{(\w+)\}/g, (_, name: string) => told[name] ?? assert.fail(name));
    assert.deepEqual({ status, body }, { status: 401, body: { msg, code: -401 } });
  });
});

describe('contract · 2.17 · the fields of an error', () => {
  const example = { msg: 'insufficient scopes.', code: -402, ...missing };
  eachField(tableOf('kapi-failure').rows, example, async () => (await ask(undisclosed)).body);
});

async function ask({ world, before, method = 'get', path = '/v2/user/me', header = bearer, sent = {} }: Call) {
  const kapi = await openKapi(world);
  await before?.(kapi);
  const request = kapi.http[method](path).set(header);
  return method === 'get' ? request.query(sent) : request.type('form').send(sent);
}
