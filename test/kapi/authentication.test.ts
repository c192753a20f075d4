import assert from 'node:assert/strict';
import { HOUR, SECOND } from '../../src/clock.ts';
import { admin, ADMIN_KEY, bearer, NUMBER, openKapi, target, TOKEN, tokenRow } from './helpers.ts';

const ME = '/v2/user/me';

const accepted = [
  { form: 'Bearer', header: `Bearer ${TOKEN}`, query: {} },
  { form: 'bearer, as next-auth v4 echoes it', header: `bearer ${TOKEN}`, query: {} },
  { form: 'BEARER and two blanks', header: `BEARER  ${TOKEN} `, query: {} },
  { form: 'KakaoAK with the target in the query', header: `KakaoAK ${ADMIN_KEY}`, query: target },
  { form: 'kakaoak', header: `kakaoak ${ADMIN_KEY}`, query: target },
  { form: '?access_token= alone, as passport-kakao sends it', header: '', query: { access_token: TOKEN } },
  { form: 'header and ?access_token=, as python-social-auth sends them', header: `Bearer ${TOKEN}`, query: { access_token: TOKEN } },
  { form: 'a good header and a bad ?access_token=', header: `Bearer ${TOKEN}`, query: { access_token: 'other' } },
];

const keyless = { status: 401, msg: 'no authentication key!', code: -401, challenge: 'Bearer error=invalid_token' };
const unknown = { ...keyless, msg: 'this access token does not exist' };
const badAdmin = { ...keyless, msg: 'invalid app key.', challenge: 'KakaoAK error=invalid_token' };
const tooLong = { status: 400, msg: 'too long for access token.', code: -2, challenge: undefined };
const badType = { status: 400, msg: 'target_id_type: expected user_id', code: -2, challenge: undefined };
const badId = { status: 400, msg: 'target_id: expected a user number', code: -2, challenge: undefined };
const notLinked = { status: 400, msg: 'NotRegisteredUserException', code: -101, challenge: undefined };

const refused = [
  { request: 'no key', header: '', query: {}, answer: keyless },
  { request: 'an empty ?access_token=', header: '', query: { access_token: '' }, answer: keyless },
  { request: 'a scheme without a key', header: 'Bearer', query: {}, answer: keyless },
  { request: 'a key without a scheme', header: TOKEN, query: {}, answer: keyless },
  { request: 'HTTP Basic', header: 'Basic Y2xpZW50OnNlY3JldA==', query: {}, answer: keyless },
  { request: 'an unknown token', header: 'Bearer other', query: {}, answer: unknown },
  { request: 'a token with a blank in it', header: `Bearer ${TOKEN} ${TOKEN}`, query: {}, answer: unknown },
  { request: 'an unknown ?access_token=', header: '', query: { access_token: 'other' }, answer: unknown },
  {
    request: 'two ?access_token=',
    header: '',
    query: { access_token: [TOKEN, TOKEN] },
    answer: { ...tooLong, msg: 'access_token: expected one token' },
  },
  { request: 'a token of 4,000 characters', header: `Bearer ${'x'.repeat(4000)}`, query: {}, answer: tooLong },
  { request: 'a ?access_token= of 4,000 characters', header: '', query: { access_token: 'x'.repeat(4000) }, answer: tooLong },
  { request: 'an unknown admin key', header: 'KakaoAK 00', query: target, answer: badAdmin },
  { request: 'an admin key without a target', header: `KakaoAK ${ADMIN_KEY}`, query: {}, answer: badType },
  { request: 'a target of another type', header: `KakaoAK ${ADMIN_KEY}`, query: { ...target, target_id_type: 'open_id' }, answer: badType },
  { request: 'a target without an id', header: `KakaoAK ${ADMIN_KEY}`, query: { target_id_type: 'user_id' }, answer: badId },
  { request: 'a target id that is no number', header: `KakaoAK ${ADMIN_KEY}`, query: { ...target, target_id: '12a' }, answer: badId },
  { request: 'a target id of 20 digits', header: `KakaoAK ${ADMIN_KEY}`, query: { ...target, target_id: '1'.repeat(20) }, answer: badId },
  { request: 'two target ids', header: `KakaoAK ${ADMIN_KEY}`, query: { ...target, target_id: [NUMBER, NUMBER] }, answer: badId },
  { request: 'a number that nobody has', header: `KakaoAK ${ADMIN_KEY}`, query: { ...target, target_id: '1' }, answer: notLinked },
];

describe('kapi · authentication', () => {
  for (const { form, header, query } of accepted) {
    it(`takes ${form}`, async () => {
      const { http } = await openKapi();
      const asked = http.get(ME).query(query);
      await (header ? asked.set('authorization', header) : asked).expect(200);
    });
  }

  for (const { request, header, query, answer } of refused) {
    it(`answers ${answer.code} to ${request}`, async () => {
      const { http } = await openKapi();
      const asked = http.get(ME).query(query);
      const { status, body, headers } = await (header ? asked.set('authorization', header) : asked);
      assert.deepEqual({ status, ...body, challenge: headers['www-authenticate'] }, answer);
    });
  }

  it('takes the target of an admin key from a form', async () => {
    const { http } = await openKapi();
    await http.post(ME).set(admin).type('form').send(target).expect(200);
  });

  it('says of a token whose time is over that it is expired', async () => {
    const { http, clock } = await openKapi();
    clock.advance(6 * HOUR - SECOND);
    await http.get(ME).set(bearer).expect(200);
    clock.advance(SECOND);
    await http.get(ME).set(bearer).expect(401, { msg: 'this access token is already expired', code: -401 });
  });

  it('answers -101 to an admin key about a user who has unlinked, -401 to a token of theirs', async () => {
    const { http } = await openKapi({ link: { state: 'unlinked', connectedAt: null, synchedAt: null } });
    assert.equal((await http.get(ME).query(target).set(admin).expect(400)).body.code, -101);
    assert.equal((await http.get(ME).set(bearer).expect(401)).body.code, -401);
  });

  it('takes no admin key where only a token will do, and no ?access_token= outside user/me', async () => {
    const { http } = await openKapi();
    for (const path of ['/v1/oidc/userinfo', '/v1/user/access_token_info']) {
      const { body, headers } = await http.get(path).query(target).set(admin).expect(401);
      assert.deepEqual(
        { body, challenge: headers['www-authenticate'] },
        { body: { msg: keyless.msg, code: -401 }, challenge: badAdmin.challenge },
      );
    }
    await http.get('/v2/user/scopes').query({ access_token: TOKEN }).expect(401);
  });

  it('knows nobody by a token of another kind', async () => {
    const later = Date.parse('2030-01-01');
    const rows = [['artifacts', { ...tokenRow('r', later), id: 'RefreshToken:r', model: 'RefreshToken' }]] as const;
    const { http } = await openKapi({ rows });
    await http.get(ME).set('authorization', 'Bearer r').expect(401, { msg: unknown.msg, code: -401 });
  });
});
