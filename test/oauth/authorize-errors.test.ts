/** What is wrong with the settings or the request is a page with its KOE code and the facts, in Korean and English; never a redirect (reference 1.5, 1.6; security O3). */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import type { KoeCode } from '../../src/oauth/koe.ts';
import type { TextKey } from '../../src/web/text/index.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { en, factsOf, headingOf, ko, shown } from './helpers.ts';

const DEMO = '5113e722fa0b88d1d050d47c3f5c3dbf';
const LOGIN_OFF = 'ea3a27647306e10b50a55eea5ed48846';
const ADMIN_KEY = '1158152c53f88de1fd2ba1b487e663b4';
const EVIL = 'https://evil.example/cb';
const ITEMS = 'profile_nickname profile_image account_email age_range birthday phone_number shipping_address plusfriends';
const URIS = [
  'http://localhost:3000/oauth',
  'http://localhost:3000/api/auth/callback/kakao',
  'http://localhost:8080/login/oauth2/code/kakao',
  'http://localhost:5254/oauth/callback',
];

const usual = { response_type: 'code', client_id: DEMO, redirect_uri: CALLBACK };
const clientId = (value: string) => ({ 'fact.clientId': value });
const parameter = (name: string) => ({ 'fact.parameter': name });
const got = (value: string) => ({ 'fact.got': value });
const items = (...ids: string[]) => ({ 'fact.items': ids.join('\n'), 'fact.configured': ITEMS.replaceAll(' ', '\n') });

const rows: { sent: Record<string, string | undefined>; code: KoeCode; facts: Partial<Record<TextKey, string>> }[] = [
  { sent: { client_id: 'f'.repeat(32) }, code: 'KOE101', facts: clientId('f'.repeat(32)) },
  { sent: { client_id: 'x', redirect_uri: EVIL }, code: 'KOE101', facts: clientId('x') },
  {
    sent: { client_id: ADMIN_KEY },
    code: 'KOE008',
    facts: { ...got('admin key'), 'fact.expected': 'REST API key\nJavaScript key\nnative app key' },
  },
  { sent: { client_id: '' }, code: 'KOE101', facts: clientId('') },
  { sent: { client_id: undefined }, code: 'KOE101', facts: {} },
  { sent: { client_id: LOGIN_OFF }, code: 'KOE004', facts: { 'fact.app': '테스트비즈앱1 (205700)' } },
  { sent: { redirect_uri: EVIL }, code: 'KOE006', facts: { ...got(EVIL), 'fact.registered': URIS.join('\n') } },
  { sent: { redirect_uri: undefined }, code: 'KOE207', facts: parameter('redirect_uri') },
  { sent: { response_type: undefined }, code: 'KOE207', facts: parameter('response_type') },
  { sent: { response_type: 'token' }, code: 'KOE202', facts: got('token') },
  { sent: { response_type: 'code token' }, code: 'KOE202', facts: got('code token') },
  { sent: { response_type: 'id_token' }, code: 'KOE201', facts: got('id_token') },
  { sent: { response_type: 'CODE' }, code: 'KOE201', facts: got('CODE') },
  { sent: { scope: 'gender,birthday,name' }, code: 'KOE205', facts: items('gender', 'name') },
  { sent: { scope: 'openid' }, code: 'KOE205', facts: items('openid') },
  { sent: { scope: '__proto__ birthday' }, code: 'KOE205', facts: items('__proto__') },
];

describeHouse('oauth · O3 · an authorize request that is wrong', (world) => {
  for (const { sent, code, facts } of rows) {
    it(`${titleOf(sent)}: ${code} in both languages, with its facts, and no redirect`, async () => {
      for (const t of [ko, en]) {
        const answer = await ask(world, queryOf({ ...usual, ...sent, state: 's', lang: t === ko ? 'ko' : 'en' }));
        const page = { html: answer.text };
        assert.equal(answer.status, code === 'KOE101' ? 401 : 400);
        assert.equal(shown(page, 'error-code'), code);
        assert.equal(shown(page, 'error-message'), t(`koe.${code}` as TextKey));
        assert.deepEqual(factsOf(page), Object.fromEntries(Object.entries(facts).map(([key, value]) => [t(key as TextKey), value])));
        assertStays(answer);
      }
    });
  }

  for (const name of ['client_id', 'redirect_uri', 'response_type', 'state', 'scope', 'service_terms', 'unheard_of']) {
    it(`O13 · ${name} twice: KOE001, never the last one or both`, async () => {
      const once = queryOf({ ...usual, state: 's', scope: 'birthday', service_terms: 'a', unheard_of: '1' });
      const answer = await ask(world, `${once}&${name}=${encodeURIComponent(EVIL)}`);
      const page = { html: answer.text };
      assert.deepEqual([answer.status, shown(page, 'error-code')], [400, 'KOE001']);
      assert.deepEqual(factsOf(page), { [ko('fact.parameter')]: name, [ko('fact.expected')]: 'once', [ko('fact.got')]: '2 times' });
      assertStays(answer);
    });
  }

  it('headings tell settings of the app from a bad request', async () => {
    const page = async (sent: object) => ({ html: (await ask(world, queryOf({ ...usual, ...sent }))).text });
    assert.equal(headingOf(await page({ redirect_uri: EVIL })), '앱 관리자 설정 오류 (KOE006)');
    assert.equal(headingOf(await page({ response_type: 'token' })), '잘못된 요청 (KOE202)');
  });

  it('of two faults the first in Kakao’s order is told: key, response type, app, redirect URI, scope', async () => {
    const faults = { client_id: 'x', response_type: 'token', redirect_uri: EVIL, scope: 'gender' };
    const told: (string | undefined)[] = [];
    for (const mended of [{}, { client_id: LOGIN_OFF }, { response_type: 'code' }, { client_id: DEMO }, { redirect_uri: CALLBACK }]) {
      Object.assign(faults, mended);
      told.push(shown({ html: (await ask(world, queryOf(faults))).text }, 'error-code'));
    }
    assert.deepEqual(told, ['KOE101', 'KOE202', 'KOE004', 'KOE006', 'KOE205']);
  });

  it('an item whose review is pending is not configured yet', async () => {
    await world.change('reviews', `0-items:${APPS.demo}`, { decision: null });
    const answer = await ask(world, queryOf({ ...usual, scope: 'birthday' }));
    assert.equal(factsOf({ html: answer.text })[ko('fact.items')], 'birthday');
  });

  it('an app without a registered URI shows that there is none', async () => {
    await world.changeKey(APPS.demo, { redirectUris: [] });
    const answer = await ask(world, queryOf(usual));
    assert.deepEqual(factsOf({ html: answer.text }), { [ko('fact.got')]: CALLBACK, [ko('fact.registered')]: '-' });
  });

  it('unknown parameters, and those of other standards, are ignored', async () => {
    const names = [
      'ka',
      'approval_type',
      'through_talk',
      'device_type',
      'is_popup',
      'state_token',
      'auth_tran_id',
      'kauth_tx_id',
      'settle_id',
    ];
    const sdk = Object.fromEntries(names.map((name) => [name, 'x']));
    const others = { ...sdk, nonce: 'n', max_age: '0', claims: '{', request: 'y', response_mode: 'fragment', display: 'popup' };
    const answer = await ask(world, queryOf({ ...usual, ...others }));
    assert.equal(answer.status, 303);
    assert.match(answer.headers['location']!, /^\/oauth\/login\//);
  });
});

function ask({ url }: World, query: string) {
  return supertest(url).get(`/oauth/authorize?${query}`);
}

function queryOf(params: Record<string, string | undefined>): string {
  return new URLSearchParams(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined)).toString();
}

function titleOf(sent: Record<string, string | undefined>): string {
  return Object.entries(sent)
    .map(([name, value]) => (value === undefined ? `no ${name}` : `${name}=${value}`))
    .join(', ');
}

/** The person stays here: no address in any header leads away. */
function assertStays({ headers }: supertest.Response): void {
  assert.equal(headers['location'], undefined);
  assert.ok(!JSON.stringify(headers).includes('evil.example'));
}
