/** What the keys of an app are for, and kinds of app. Reference 6. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { listenAs } from '../consoles/phone.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { api, goThrough, signUp, token } from '../helpers/login.ts';
import { begin } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';
import { clientOf, grantOf, refresh, refusalIn } from './kauth-walk.ts';

describeHouse('contract · 6 · keys and kinds of app', (world) => {
  const keyOf = async (type: string) => (await world.app(APPS.demo)).keys.find((key) => key.type === type)!;

  eachFact(
    tableOf('keys'),
    {
      'a REST API key is the client_id of the REST flow': async () => {
        const { client_id: key, ...grant } = await grantOf(world);
        assert.equal(key, (await keyOf('rest')).key);
        const { body } = await token(world, { ...grant, client_id: key });
        await api(world, '/v2/user/me', body.access_token as string).expect(200);
      },

      'a JavaScript key needs its registered domain': async () => {
        const { keys } = await world.app(APPS.demo);
        await world.change('apps', APPS.demo, { keys: keys.map((key) => ({ ...key, domains: ['https://shop.example.com'] })) });
        const client = await clientOf(world, APPS.demo, 'javascript');
        const { query } = await goThrough(world, { app: APPS.demo, as: 'returning', params: { client_id: client['client_id']! } });
        const grant = { grant_type: 'authorization_code', ...client, redirect_uri: CALLBACK, code: query['code'] };
        for (const client_origin of [undefined, 'https://other.example.com']) {
          assert.match(refusalIn(await token(world, { ...grant, client_origin })), /^400 misconfigured KOE009/);
        }
        assert.equal((await token(world, { ...grant, client_origin: 'https://shop.example.com' })).status, 200);
      },

      'a native key redirects to kakao{native_key}://oauth': async () => {
        const { key } = await keyOf('native');
        const params = { client_id: key, redirect_uri: `kakao${key}://oauth` };
        const page = await goThrough(world, { app: APPS.demo, as: 'returning', params });
        assert.match(page.headers['location']!, new RegExp(`^kakao${key}://oauth\\?code=[\\w-]+$`));
      },

      'the primary admin key is carried by webhooks': async () => {
        const { adminKeys } = await world.app(APPS.demo);
        await world.change('apps', APPS.demo, { adminKeys: [...adminKeys, 'ab'.repeat(16)] });
        const receiver = await listenAs(world);
        try {
          await goThrough(world, { app: APPS.demo, as: 'han' });
          await receiver.arrived(1);
          assert.equal(receiver.received[0]!.headers.authorization, `KakaoAK ${adminKeys[0]}`);
        } finally {
          await receiver.close();
        }
      },

      'a suspended app opens nothing': async () => {
        const tokens = await signUp(world, { app: APPS.demo, as: 'han' });
        const grant = await grantOf(world);
        const { adminKeys } = await world.app(APPS.demo);
        await world.change('apps', APPS.demo, { suspended: true });
        assert.equal(refusalIn(await begin(world, APPS.demo)), '400 앱 관리자 설정 오류 (KOE125)');
        for (const answer of [await token(world, grant), await refresh(world, tokens)]) {
          assert.equal(refusalIn(answer), '400 invalid_client KOE125 The app is suspended');
        }
        const byKey = await supertest(world.url).get('/v1/user/ids').set('Authorization', `KakaoAK ${adminKeys[0]}`);
        for (const { body } of [await api(world, '/v2/user/me', tokens.access_token), byKey]) assert.equal(body.code, -12);
      },
    },
    { 'an app has up to five keys of a kind': 'apps/keys.test.ts' },
  );
});
