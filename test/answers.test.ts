/** The hook of test/helpers/answers.ts: every answer of the suite passes through it, so it has to catch what is wrong. */
import assert from 'node:assert/strict';
import { answersChecked, complaintAbout, type Answered } from './helpers/answers.ts';
import { describeHouse } from './helpers/house.ts';
import { api } from './helpers/login.ts';

const why = { 'x-kakao-sync-why': '/_sim/why/1' };
const headers = { 'content-type': 'application/json;charset=UTF-8' };
const answered = (path: string, body: object, status = 200, more: Answered['headers'] = {}): Answered => ({
  path,
  status,
  headers: { ...headers, ...more },
  body: JSON.stringify(body),
});

describe('every answer is held against its schema', () => {
  it('has nothing to say about a user in Kakao’s words', () => {
    assert.equal(complaintAbout(answered('/v2/user/me', { id: 1, connected_at: '2026-01-05T02:10:11Z' })), undefined);
  });

  it('catches a field that the contract does not have', () => {
    assert.match(complaintAbout(answered('/v2/user/me', { id: 1, nickname: '한' }))!, /nickname/);
  });

  it('catches a number that is text', () => {
    assert.match(complaintAbout(answered('/v1/user/unlink', { id: '1' }))!, /id /);
  });

  it('catches a date with a fraction', () => {
    assert.match(complaintAbout(answered('/v2/user/me', { id: 1, connected_at: '2026-01-05T02:10:11.000Z' }))!, /connected_at/);
  });

  it('catches a token type in another case', () => {
    const body = { token_type: 'Bearer', access_token: 'a', expires_in: 1 };
    assert.match(complaintAbout(answered('/oauth/token', body))!, /token_type/);
  });

  it('catches an error of kauth without its code', () => {
    assert.match(complaintAbout(answered('/oauth/token', { error: 'invalid_grant', error_description: 'x' }, 400))!, /error_code/);
  });

  it('catches an error of kapi without its code', () => {
    assert.match(complaintAbout(answered('/v2/user/me', { msg: 'x' }, 400))!, /code/);
  });

  it('catches a 401 without WWW-Authenticate', () => {
    const body = { msg: 'x', code: -401 };
    assert.match(complaintAbout(answered('/v2/user/me', body, 401, why))!, /WWW-Authenticate/);
    assert.equal(
      complaintAbout(answered('/v2/user/me', body, 401, { ...why, 'www-authenticate': 'Bearer error=invalid_token' })),
      undefined,
    );
  });

  it('catches a refusal that does not say why, and a success that does', () => {
    const refused = { error: 'invalid_grant', error_description: 'x', error_code: 'KOE320' };
    assert.match(complaintAbout(answered('/oauth/token', refused, 400))!, /X-Kakao-Sync-Why/);
    assert.equal(complaintAbout(answered('/oauth/token', refused, 400, why)), undefined);
    assert.match(complaintAbout(answered('/v2/user/me', { msg: 'x', code: -12 }, 403))!, /X-Kakao-Sync-Why/);
    assert.match(complaintAbout(answered('/v1/user/unlink', { id: 1 }, 200, why))!, /X-Kakao-Sync-Why/);
  });

  it('asks no explanation of a fault', () => {
    assert.equal(complaintAbout(answered('/v2/user/me', { msg: 'x', code: -1 }, 400)), undefined);
    const fault = { error: 'server_error', error_description: 'x', error_code: 'KOE003' };
    assert.equal(complaintAbout(answered('/oauth/token', fault, 500)), undefined);
  });

  it('catches an answer that is no JSON', () => {
    assert.match(complaintAbout(answered('/v2/user/me', {}, 200, { 'content-type': 'text/html' }))!, /not JSON/);
  });

  it('catches a success of a path that nobody described', () => {
    assert.match(complaintAbout(answered('/v1/new', {}))!, /no schema/);
  });
});

describeHouse('the hook', (world) => {
  it('sees what a test asks for', async () => {
    const before = answersChecked();
    await api(world, '/v2/user/me', 'no-token').expect(401);
    assert.equal(answersChecked(), before + 1);
  });
});
