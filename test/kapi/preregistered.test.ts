/** Preregistered users (연결대기): what is told of them, what they are refused, and the end of their day. Reference 2.9, 5.9. */
import assert from 'node:assert/strict';
import { DAY, MINUTE } from '../../src/clock.ts';
import { served } from '../../src/kapi/routes.ts';
import { admin, AT, AT_TEXT, bearer, NUMBER, PICTURES, REST_KEY, target, tokenRow } from './helpers.ts';
import { lasting, openPreregistered, OVER } from './preregistered.ts';

const agreed = ['profile_nickname', 'profile_image', 'account_email', 'gender', 'phone_number', 'plusfriends', 'shipping_address'];
const everything = {
  items: agreed,
  agreed,
  app: { userProperties: ['tier'], autoLink: false },
  link: { properties: { tier: 'basic' } },
  switches: { legacyProperties: true },
};
const OPEN = ['user/me', 'access_token_info', 'check_access_token', 'signup', 'logout', 'unlink'];
const refused = { msg: 'NotRegisteredUserException', code: -101 };

describe('kapi · user/me of a preregistered user', () => {
  const profile = {
    nickname: '데모회원',
    thumbnail_image_url: `${PICTURES}/pictures/demo-110.png`,
    profile_image_url: `${PICTURES}/pictures/demo-640.png`,
    is_default_image: false,
    is_default_nickname: false,
  };
  const email = { is_email_valid: true, is_email_verified: true, email: 'demo@example.test' };

  it('user/me tells a preregistered user’s id, connected_at, has_signed_up, profile and e-mail alone', async () => {
    const { http } = await openPreregistered(everything);
    const told = { id: Number(NUMBER), has_signed_up: false, connected_at: AT_TEXT, kakao_account: { profile, ...email } };
    for (const answer of [
      await http.get('/v2/user/me').set(bearer).expect(200),
      await http.post('/v2/user/me').set(bearer).expect(200),
      await http.get('/v2/user/me').query(target).set(admin).expect(200),
      await http.post('/v2/user/me').type('form').send(target).set(admin).expect(200),
    ]) {
      assert.deepEqual(answer.body, told);
      assert.ok(answer.text.startsWith(`{"id":${NUMBER},`));
    }
  });

  it('tells of these only what was agreed to', async () => {
    const { http } = await openPreregistered({ ...everything, agreed: ['profile_nickname', 'gender'] });
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.deepEqual(body.kakao_account, { profile: { nickname: '데모회원', is_default_nickname: false } });
    const bare = await openPreregistered({ ...everything, agreed: ['gender'] });
    const { text } = await bare.http.get('/v2/user/me').set(bearer).expect(200);
    assert.equal(text, `{"id":${NUMBER},"has_signed_up":false,"connected_at":"${AT_TEXT}"}`);
  });

  it('is narrowed by property_keys as ever', async () => {
    const { http } = await openPreregistered(everything);
    const keys = async (names: string[]) => {
      const { body } = await http
        .get('/v2/user/me')
        .query({ property_keys: JSON.stringify(names) })
        .set(bearer)
        .expect(200);
      return body.kakao_account;
    };
    assert.deepEqual(await keys(['kakao_account.email']), email);
    assert.deepEqual(await keys(['kakao_account.gender', 'properties.tier']), undefined);
  });
});

describe('kapi · APIs and preregistered users', () => {
  for (const { path, methods, forms } of served.filter(({ forms }) => forms !== 'admin key alone')) {
    const open = OPEN.some((name) => path.endsWith(name));
    it(`${open ? 'is for them, too' : 'other APIs answer -101 about a preregistered user'}: ${path}`, async () => {
      const method = methods[0]!.toLowerCase() as 'get' | 'post';
      const requests = [bearer, ...(forms.includes('admin') ? [admin] : [])];
      for (const header of requests) {
        const { http } = await openPreregistered(everything);
        const { status, body } = await http[method](path).query(target).set(header);
        if (open) assert.equal(status, 200);
        else assert.deepEqual({ status, body }, { status: 400, body: refused });
      }
    });
  }

  it('leave them out of the app’s users', async () => {
    const { http } = await openPreregistered();
    const { body } = await http.get('/v1/user/ids').set(admin).expect(200);
    assert.deepEqual(body.elements, []);
    const query = { target_id_type: 'user_id', target_ids: `[${NUMBER}]` };
    await http.get('/v2/app/users').query(query).set(admin).expect(200, []);
  });

  it('end their login by logout and everything by unlink, as an app does with somebody it turns away', async () => {
    const { http, store } = await openPreregistered();
    await http.post('/v1/user/logout').set(lasting).expect(200);
    await http.post('/v1/user/unlink').type('form').send(target).set(admin).expect(200);
    const { state, registerBy, connectedAt } = (await store.get('links', '123456:person'))!;
    assert.deepEqual([state, registerBy, connectedAt], ['unlinked', null, null]);
    assert.deepEqual(await store.find('artifacts', 'user', `${REST_KEY}:person`), []);
  });
});

describe('kapi · the end of a preregistered user’s day', () => {
  const agreement = { id: '123456:person:tag', appId: '123456', accountId: 'person', tag: 'tag', agreedAt: AT, agreedBy: 'KAUTH' } as const;
  const rows = [
    ['artifacts', { ...tokenRow('refresh', OVER + DAY), id: 'RefreshToken:refresh', model: 'RefreshToken' }],
    ['agreements', agreement],
  ] as const;

  it('a preregistered user who is not registered within 24 hours is unlinked: nobody to tokens and to admin keys', async () => {
    const { http, clock } = await openPreregistered({ rows });
    clock.advance(DAY - MINUTE);
    await http.get('/v2/user/me').set(lasting).expect(200);
    clock.advance(MINUTE);
    await http.get('/v2/user/me').set(lasting).expect(401, { msg: 'this access token does not exist', code: -401 });
    await http.post('/v1/user/signup').set(lasting).expect(401);
    await http.get('/v2/user/me').query(target).set(admin).expect(400, refused);
  });

  it('what is left of them goes with the next sweep, but the number', async () => {
    const { clock, house, store } = await openPreregistered({ rows });
    assert.equal(await house.consent.unlinkOverdue(), 0);
    clock.advance(DAY);
    assert.equal(await house.consent.unlinkOverdue(), 1);
    assert.equal(await house.consent.unlinkOverdue(), 0);
    const link = (await store.get('links', '123456:person'))!;
    const left = { number: NUMBER, state: 'unlinked', registerBy: null, connectedAt: null, synchedAt: null, items: [], properties: {} };
    assert.deepEqual(link, { ...link, ...left });
    assert.deepEqual(await store.find('agreements', 'link', '123456:person'), []);
    assert.deepEqual(await store.find('artifacts', 'user', `${REST_KEY}:person`), []);
  });

  it('they stay when registered at the last moment', async () => {
    const { http, clock, house } = await openPreregistered();
    clock.advance(DAY - MINUTE);
    await http.post('/v1/user/signup').set(lasting).expect(200);
    clock.advance(DAY);
    assert.equal(await house.consent.unlinkOverdue(), 0);
    await http.get('/v2/user/me').query(target).set(admin).expect(200);
  });
});
