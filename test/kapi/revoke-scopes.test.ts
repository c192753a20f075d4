import assert from 'node:assert/strict';
import { admin, AT, bearer, NUMBER, openKapi, target } from './helpers.ts';

const PATH = '/v2/user/revoke/scopes';
const items = [
  { id: 'profile_nickname', state: 'required', purpose: '테스트' },
  { id: 'account_email', state: 'optional', purpose: '테스트' },
  { id: 'plusfriends', state: 'in-use', purpose: '테스트' },
  { id: 'profile_image', state: 'optional', purpose: '테스트' },
] as const;
/** `profile_image` is not agreed to; `birthday` is, and the app has dropped it since. */
const agreedTo = ['profile_nickname', 'account_email', 'plusfriends', 'birthday'];
const some = { app: { items }, link: { items: agreedTo.map((id) => ({ id, agreedAt: AT })) } };
const older = { ...some, app: { items: items.map((item) => ({ ...item, id: item.id.replace('_nickname', '') })), era: '2019' as const } };

const callers = [
  { by: 'token', header: bearer, who: {} },
  { by: 'admin key', header: admin, who: target },
];

const answers = [
  { scopes: ['account_email'], left: ['profile_nickname', 'plusfriends', 'birthday'] },
  { scopes: ['plusfriends', 'account_email', 'account_email'], left: ['profile_nickname', 'birthday'] },
  { scopes: ['birthday'], left: ['profile_nickname', 'account_email', 'plusfriends'] },
  { scopes: ['profile_image'], left: agreedTo },
];

const noScopes = (ids: string) => ({
  status: 400,
  body: { msg: `There is no scopes to revoke. check out if given scope id([${ids}]) is correct again.`, code: -2 },
});
const required = (id: string) => ({
  status: 403,
  body: { msg: `[${id}] is not revocable. check out if it's set as required on developers.kakao.com`, code: -3 },
});
const notList = { status: 400, body: { msg: 'scopes: expected a JSON array of strings', code: -2 } };
const empty = { status: 400, body: { msg: 'scopes: expected one item or more', code: -2 } };

const refused = [
  { scopes: '["account_email","profile_nickname"]', answer: required('profile_nickname') },
  { scopes: '["email","profile_nickname","age","account_email"]', answer: noScopes('email, age') },
  { scopes: '["gender"]', answer: noScopes('gender') },
  { scopes: '["__proto__"]', answer: noScopes('__proto__') },
  { scopes: '[]', answer: empty },
  { scopes: 'null', answer: empty },
  { scopes: '', answer: notList },
  { scopes: 'account_email', answer: notList },
  { scopes: '{"a":"account_email"}', answer: notList },
  { scopes: '[1]', answer: notList },
  { scopes: '["account_email"', answer: notList },
];

describe('kapi · POST /v2/user/revoke/scopes', () => {
  for (const { scopes, left } of answers) {
    for (const { by, header, who } of callers) {
      it(`leaves ${left.join(', ')} after ${scopes.join(', ')}, by ${by}`, async () => {
        const { http } = await openKapi(some);
        const { text } = await http
          .post(PATH)
          .set(header)
          .type('form')
          .send({ scopes: JSON.stringify(scopes), ...who })
          .expect(200);
        assert.ok(text.startsWith(`{"id":${NUMBER},"scopes":[`));
        assert.deepEqual(agreed(JSON.parse(text)), new Set(left));
        assert.equal((await http.get('/v2/user/scopes').set(bearer).expect(200)).text, text);
      });
    }
  }

  for (const { scopes, answer } of refused) {
    it(`answers ${answer.body.code} to scopes=${scopes} and changes nothing`, async () => {
      const { http } = await openKapi(some);
      const { status, body } = await http.post(PATH).set(bearer).type('form').send({ scopes });
      assert.deepEqual({ status, body }, answer);
      assert.deepEqual(agreed((await http.get('/v2/user/scopes').set(bearer)).body), new Set(agreedTo));
    });
  }

  it('closes the channel API with plusfriends', async () => {
    const { http } = await openKapi(some);
    await http.get('/v2/api/talk/channels').set(bearer).expect(200);
    await http.post(PATH).set(bearer).type('form').send({ scopes: '["plusfriends"]' }).expect(200);
    const { body } = await http.get('/v2/api/talk/channels').set(bearer).expect(403);
    assert.equal(body.code, -402);
  });

  it('refuses the combined profile of an app of 2019 in the documented words', async () => {
    const { http } = await openKapi({ ...older, link: { items: [{ id: 'profile', agreedAt: AT }] } });
    const { status, body } = await http.post(PATH).set(bearer).type('form').send({ scopes: '["profile"]' });
    assert.deepEqual({ status, body }, required('profile'));
  });

  it('answers -101 to an admin key about somebody who is not linked', async () => {
    const { http } = await openKapi({ ...some, link: { state: 'unlinked' } });
    const { body } = await http
      .post(PATH)
      .set(admin)
      .type('form')
      .send({ scopes: '["account_email"]', ...target })
      .expect(400);
    assert.equal(body.code, -101);
  });

  it('lets a person who unlinks at the same moment stay unlinked', async () => {
    const { http, house, store } = await openKapi(some);
    const link = (await house.consent.link('123456', 'person'))!;
    const app = (await house.apps.byId('123456'))!;
    await http.post('/v1/user/unlink').set(bearer).expect(200);
    await assert.rejects(house.consent.revokeItems(app, link, ['account_email']), { code: 'user_not_linked' });
    assert.deepEqual((await store.get('links', link.id))?.items, []);
  });
});

function agreed({ scopes }: { scopes: { id: string; agreed: boolean }[] }): Set<string> {
  return new Set(scopes.filter((item) => item.agreed).map(({ id }) => id));
}
