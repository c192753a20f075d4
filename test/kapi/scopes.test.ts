import assert from 'node:assert/strict';
import { admin, AT, bearer, NUMBER, openKapi, target } from './helpers.ts';

const items = [
  { id: 'profile_nickname', state: 'required', purpose: '테스트' },
  { id: 'account_email', state: 'optional', purpose: '테스트' },
  { id: 'plusfriends', state: 'in-use', purpose: '테스트' },
  { id: 'gender', state: 'optional', purpose: '테스트' },
] as const;
const some = {
  items: ['gender'],
  app: { items },
  link: { items: ['profile_nickname', 'account_email', 'birthday'].map((id) => ({ id, agreedAt: AT })) },
};
const all = [
  { id: 'profile_nickname', display_name: '닉네임', type: 'PRIVACY', using: true, agreed: true, revocable: false },
  { id: 'account_email', display_name: '카카오계정(이메일)', type: 'PRIVACY', using: true, agreed: true, revocable: true },
  { id: 'plusfriends', display_name: '카카오톡 채널 추가 상태 및 내역', type: 'PRIVACY', using: true, agreed: false },
  { id: 'gender', display_name: '성별', type: 'PRIVACY', using: true, agreed: false },
  { id: 'birthday', display_name: '생일', type: 'PRIVACY', using: false, agreed: true, revocable: true },
];

const filters = [
  { scopes: undefined, ids: all.map(({ id }) => id) },
  { scopes: 'null', ids: all.map(({ id }) => id) },
  { scopes: '[]', ids: all.map(({ id }) => id) },
  { scopes: '["account_email"]', ids: ['account_email'] },
  { scopes: '["birthday","plusfriends"]', ids: ['plusfriends', 'birthday'] },
  { scopes: '["nothing"]', ids: [] },
];

describe('kapi · GET /v2/user/scopes', () => {
  it('tells each item that the app uses or the user agreed to; revocable only where agreed', async () => {
    const { http } = await openKapi(some);
    const { body, text } = await http.get('/v2/user/scopes').set(bearer).expect(200);
    assert.deepEqual(body.scopes, all);
    assert.ok(text.startsWith(`{"id":${NUMBER},"scopes":[`));
  });

  for (const { scopes, ids } of filters) {
    it(`brings ${ids.join(', ') || 'none'} for scopes=${scopes}, to token and admin key`, async () => {
      const { http } = await openKapi(some);
      const query = scopes === undefined ? {} : { scopes };
      const byToken = await http.get('/v2/user/scopes').query(query).set(bearer).expect(200);
      const byKey = await http
        .get('/v2/user/scopes')
        .query({ ...query, ...target })
        .set(admin)
        .expect(200);
      for (const { body } of [byToken, byKey])
        assert.deepEqual(
          body.scopes.map(({ id }: { id: string }) => id),
          ids,
        );
    });
  }

  for (const scopes of ['account_email', '{}', '[1]', '"account_email"']) {
    it(`answers -2 to scopes=${scopes}`, async () => {
      const { http } = await openKapi(some);
      const { body } = await http.get('/v2/user/scopes').query({ scopes }).set(bearer).expect(400);
      assert.equal(body.code, -2);
    });
  }

  const names = [
    { era: 'current', lang: 'en', name: 'KakaoTalk Channels added and their history' },
    { era: 'current', lang: 'ko', name: '카카오톡 채널 추가 상태 및 내역' },
    { era: '2019', lang: 'ko', name: '플러스친구 추가 상태 및 내역' },
    { era: '2019', lang: 'en', name: 'Plus Friends added and their history' },
  ] as const;
  for (const { era, lang, name } of names) {
    it(`names an item in the language asked for: ${lang}, ${era}`, async () => {
      const { http } = await openKapi({ items: ['plusfriends'], app: { era } });
      const { body } = await http.get('/v2/user/scopes').query({ lang }).set(bearer).expect(200);
      assert.equal(body.scopes[0].display_name, name);
    });
  }

  it('gives an item that no table knows a type that SDKs take', async () => {
    const { http } = await openKapi({ items: ['talk_chats'] });
    const { body } = await http.get('/v2/user/scopes').set(bearer).expect(200);
    assert.deepEqual(body.scopes, [{ id: 'talk_chats', display_name: 'talk_chats', type: 'SERVICE', using: true, agreed: false }]);
  });
});
