import assert from 'node:assert/strict';
import { NUMBERS, openCrowd } from './crowd.ts';
import { admin, AT_TEXT, openKapi } from './helpers.ts';

const PATH = '/v2/app/users';
const type = { target_id_type: 'user_id' };
const dates = `"connected_at":"${AT_TEXT}","synched_at":"${AT_TEXT}"`;
const [unsynced, , , big, bigger] = NUMBERS as [string, string, string, string, string];
const many = (length: number) => JSON.stringify(Array.from({ length }, (_, i) => i + 1));

const plain = [
  { ids: `[${big}]`, users: [`{"id":${big},${dates}}`] },
  { ids: `[${bigger},${big}]`, users: [`{"id":${bigger},${dates}}`, `{"id":${big},${dates}}`] },
  { ids: `[ ${big} ,\n${big}]`, users: [`{"id":${big},${dates}}`] },
  { ids: `[${unsynced}]`, users: [`{"id":${unsynced},"connected_at":"${AT_TEXT}"}`] },
  { ids: '[5,6,4012345678901234566]', users: [] },
  { ids: many(100), users: [`{"id":7,"connected_at":"${AT_TEXT}"}`, `{"id":10,${dates}}`] },
];

const noNumbers = 'target_ids: expected a JSON array of user numbers';
const refused = [
  ...['', '12', '[1', '{"0":1}', '["1"]', '[1.5]', '[1e3]', '[-1]', '[null]', '[[1]]', `[${'1'.repeat(20)}]`, 'null', '1,2'].map(
    (target_ids) => ({ query: { ...type, target_ids }, msg: noNumbers }),
  ),
  { query: { ...type, target_ids: '[]' }, msg: 'target_ids: expected 1 to 100 user numbers' },
  { query: { ...type, target_ids: many(101) }, msg: 'target_ids: expected 1 to 100 user numbers' },
  {
    query: { ...type, target_ids: many(21), property_keys: '["kakao_account."]' },
    msg: 'target_ids: expected 1 to 20 user numbers',
  },
  { query: { target_ids: '[1]' }, msg: 'target_id_type: expected user_id' },
  { query: { target_id_type: 'open_id', target_ids: '[1]' }, msg: 'target_id_type: expected user_id' },
  { query: { ...type, target_ids: '[1]', property_keys: 'id' }, msg: 'property_keys: expected a JSON array of strings' },
];

const known = {
  items: ['account_email', 'profile_nickname'],
  agreed: ['account_email'],
  app: { userProperties: ['tier'] },
  link: { properties: { tier: 'basic' } },
};
const email = { email_needs_agreement: false, is_email_valid: true, is_email_verified: true, email: 'demo@example.test' };

describe('kapi · GET /v2/app/users', () => {
  for (const era of ['2019', 'current'] as const) {
    for (const { ids, users } of plain) {
      it(`tells ${users.length} users of ${JSON.stringify(ids).slice(0, 50)} in a bare list, digit for digit, era ${era}`, async () => {
        const { http } = await openCrowd({ ...known, app: { ...known.app, era } });
        const { text } = await http
          .get(PATH)
          .query({ ...type, target_ids: ids })
          .set(admin)
          .expect(200);
        assert.equal(text, `[${users.join(',')}]`);
      });
    }
  }

  for (const { query, msg } of refused) {
    it(`answers -2 to ${JSON.stringify(query).slice(0, 80)}`, async () => {
      const { http } = await openCrowd();
      await http.get(PATH).query(query).set(admin).expect(400, { msg, code: -2 });
    });
  }

  const keys = [
    { property_keys: '["kakao_account.email"]', account: email, properties: undefined },
    { property_keys: '["properties."]', account: undefined, properties: { tier: 'basic' } },
    {
      property_keys: '["kakao_account.","properties.","has_signed_up"]',
      account: { ...email, profile_nickname_needs_agreement: true },
      properties: { tier: 'basic' },
    },
    { property_keys: '["id"]', account: undefined, properties: undefined },
    { property_keys: '[]', account: undefined, properties: undefined },
    { property_keys: 'null', account: undefined, properties: undefined },
  ];
  for (const { property_keys, account, properties } of keys) {
    it(`adds what ${property_keys} names, as user/me tells it`, async () => {
      const { http } = await openKapi(known);
      const { body } = await http
        .get(PATH)
        .query({ ...type, target_ids: `[${big}]`, property_keys })
        .set(admin)
        .expect(200);
      assert.deepEqual([body[0].kakao_account, body[0].properties, body.length], [account, properties, 1]);
    });
  }

  it('takes 20 users with property_keys', async () => {
    const { http } = await openCrowd();
    const query = { ...type, target_ids: many(20), property_keys: '["kakao_account."]' };
    const { body } = await http.get(PATH).query(query).set(admin).expect(200);
    assert.equal(body.length, 2);
  });

  it('answers -201 to a user property that is not registered', async () => {
    const { http } = await openKapi(known);
    const { body } = await http
      .get(PATH)
      .query({ ...type, target_ids: '[1]', property_keys: '["properties.age"]' })
      .set(admin)
      .expect(400);
    assert.deepEqual(body, { msg: 'user property not found ([age] for appId=123456)', code: -201 });
  });

  it('leaves out a person whose account is no more', async () => {
    const { http, store } = await openKapi();
    await store.write(async (tx) => tx.remove('accounts', 'person'));
    await http
      .get(PATH)
      .query({ ...type, target_ids: `[${big}]` })
      .set(admin)
      .expect(200, []);
  });
});
