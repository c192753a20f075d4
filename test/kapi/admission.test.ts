/** Who is let in: registered addresses, what an admin key may call, suspended apps, removed keys, people under 14. Reference 2.0, 2.17, 6. */
import assert from 'node:assert/strict';
import { HOUR } from '../../src/clock.ts';
import { served } from '../../src/kapi/routes.ts';
import { NEW_KEY } from '../helpers/rows.ts';
import { admin, ADMIN_KEY, AT, bearer, type Differences, openKapi, REST_KEY, target, tokenRow } from './helpers.ts';

const ME = '/v2/user/me';
const NATIVE_KEY = 'da'.repeat(16);
const elsewhere: Differences = { app: { allowedIps: ['192.0.2.1', '198.51.100.0/24'] } };
const mismatch = { msg: 'ip mismatched! callerIp=127.0.0.1. check out registered ips.', code: -401 };

describe('kapi · 호출 허용 IP 주소', () => {
  it('answers -401 with the caller’s address to admin keys and tokens of REST API keys', async () => {
    const { http } = await openKapi(elsewhere);
    const byToken = await http.get(ME).set(bearer).expect(401, mismatch);
    const byKey = await http.get(ME).query(target).set(admin).expect(401, mismatch);
    await http.get('/v1/user/ids').set(admin).expect(401, mismatch);
    assert.equal(byToken.headers['www-authenticate'], 'Bearer error=invalid_token');
    assert.equal(byKey.headers['www-authenticate'], 'KakaoAK error=invalid_token');
  });

  for (const allowedIps of [[], ['127.0.0.1'], ['192.0.2.1', '127.0.0.0/8'], ['127.0.0.0/255.0.0.0']]) {
    it(`lets 127.0.0.1 in by ${JSON.stringify(allowedIps)}`, async () => {
      const { http } = await openKapi({ app: { allowedIps } });
      await http.get(ME).set(bearer).expect(200);
      await http.get(ME).query(target).set(admin).expect(200);
    });
  }

  it('does not believe what a header says of the address', async () => {
    const { http } = await openKapi(elsewhere);
    await http.get(ME).set(bearer).set('X-Forwarded-For', '192.0.2.1').expect(401, mismatch);
  });

  it('is for servers: a token of an SDK key comes from anywhere', async () => {
    const keys = [
      { ...NEW_KEY, key: REST_KEY },
      { ...NEW_KEY, key: NATIVE_KEY, type: 'native' as const },
    ];
    const rows = [['artifacts', { ...tokenRow('phone', AT + HOUR), clientId: NATIVE_KEY }]] as const;
    const { http } = await openKapi({ app: { ...elsewhere.app, keys }, rows });
    await http.get(ME).set('authorization', 'Bearer phone').expect(200);
    await http.get(ME).set(bearer).expect(401, mismatch);
  });
});

describe('kapi · 호출 허용 API of an admin key', () => {
  const some = { app: { adminKeyApis: { [ADMIN_KEY]: [ME, '/v1/user/ids'] } } };

  for (const { path, methods, forms } of served.filter(({ forms }) => forms === 'admin key alone' || forms.includes('admin'))) {
    const allowed = some.app.adminKeyApis[ADMIN_KEY]!.includes(path);
    it(`${allowed ? 'lets it call' : 'answers -3 on'} ${path}`, async () => {
      const { http } = await openKapi(some);
      const method = methods[0]!.toLowerCase() as 'get' | 'post';
      const { status, body } = await http[method](path)
        .query(forms === 'admin key alone' ? {} : target)
        .set(admin);
      if (allowed) assert.equal(status, 200);
      else assert.deepEqual({ status, body }, { status: 403, body: { msg: `this admin key is not allowed to call ${path}`, code: -3 } });
    });
  }

  it('leaves other admin keys and tokens alone', async () => {
    const other = 'ae'.repeat(16);
    const { http } = await openKapi({ app: { adminKeys: [ADMIN_KEY, other], adminKeyApis: { [ADMIN_KEY]: [] } } });
    await http.get(ME).query(target).set(admin).expect(403);
    await http.get(ME).query(target).set('authorization', `KakaoAK ${other}`).expect(200);
    await http.get(ME).set(bearer).expect(200);
  });
});

describe('kapi · a suspended app', () => {
  it('is answered -12, whatever it asks with', async () => {
    const { http } = await openKapi({ app: { suspended: true, allowedIps: ['192.0.2.1'] } });
    for (const asked of [
      http.get(ME).set(bearer),
      http.post('/v1/user/unlink').set(bearer),
      http.get(ME).query(target).set(admin),
      http.get('/v1/user/ids').set(admin),
    ])
      await asked.expect(403, { msg: 'the app or its developer is suspended.', code: -12 });
  });
});

describe('kapi · a person under 14', () => {
  const born = (birthyear: string | null) => ({ birthyear, birthday: { day: '0105', type: 'SOLAR' as const, isLeapMonth: false } });
  const child = { ageCheck: true, account: born('2013') };

  it('is answered -406 in an app that asks for the age, by every API', async () => {
    for (const { path, methods } of served.filter(({ forms }) => forms !== 'admin key alone')) {
      const { http } = await openKapi(child);
      const method = methods[0]!.toLowerCase() as 'get' | 'post';
      const { body, headers } = await http[method](path).set(bearer).expect(401);
      assert.deepEqual(body, { msg: 'the user is under 14.', code: -406 });
      assert.equal(headers['www-authenticate'], 'Bearer error=invalid_token');
    }
  });

  for (const [who, differences] of Object.entries({
    'of 14 years': { ageCheck: true, account: born('2012') },
    'of unknown age': { ageCheck: true, account: born(null) },
    'under 14, in an app with the check OFF': { account: born('2013') },
    'under 14, in an app with simple signup OFF': { ...child, app: { simpleSignupOn: false } },
  })) {
    it(`${who} is let in`, async () => {
      const { http } = await openKapi(differences);
      await http.get(ME).set(bearer).expect(200);
    });
  }

  it('can still be asked about and unlinked by admin key', async () => {
    const { http } = await openKapi(child);
    await http.get(ME).query(target).set(admin).expect(200);
    await http.post('/v1/user/unlink').type('form').send(target).set(admin).expect(200);
  });
});
