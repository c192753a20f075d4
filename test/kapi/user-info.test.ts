import assert from 'node:assert/strict';
import { bearer, NUMBER, openKapi, PICTURES } from './helpers.ts';

const birthday = { day: '0314', type: 'SOLAR', isLeapMonth: false } as const;

const claims = [
  { items: ['name'], account: {}, told: { name: '홍데모' } },
  { items: ['profile_nickname'], account: {}, told: { nickname: '데모회원' } },
  { items: ['profile_image'], account: {}, told: { picture: `${PICTURES}/pictures/demo-640.png` } },
  { items: ['account_email'], account: {}, told: { email: 'demo@example.test', email_verified: true } },
  {
    items: ['account_email'],
    account: { email: { address: 'demo@example.test', valid: false, verified: true } },
    told: { email: 'demo@example.test', email_verified: false },
  },
  { items: ['account_email'], account: { email: null }, told: {} },
  { items: ['gender'], account: {}, told: { gender: 'female' } },
  { items: ['birthyear'], account: {}, told: { birthdate: '1980' } },
  { items: ['birthday'], account: { birthday }, told: { birthdate: '0000-03-14' } },
  { items: ['birthyear', 'birthday'], account: { birthday }, told: { birthdate: '1980-03-14' } },
  { items: ['phone_number'], account: {}, told: { phone_number: '+82 10-0000-0001', phone_number_verified: true } },
  { items: ['phone_number'], account: { phone: null }, told: {} },
  { items: [], account: {}, told: {} },
];

describe('kapi · GET /v1/oidc/userinfo', () => {
  for (const { items, account, told } of claims) {
    it(`tells ${JSON.stringify(told)} for ${items.join(' and ') || 'no item'}, with the number as text`, async () => {
      const { http } = await openKapi({ items, agreed: items, account });
      const { body } = await http.get('/v1/oidc/userinfo').set(bearer).expect(200);
      assert.deepEqual(body, { sub: NUMBER, ...told });
    });
  }

  it('tells nothing of items that were not agreed to', async () => {
    const { http } = await openKapi({ items: ['name', 'account_email', 'gender'] });
    const { body } = await http.get('/v1/oidc/userinfo').set(bearer).expect(200);
    assert.deepEqual(body, { sub: NUMBER });
  });

  it('spells phone numbers as the app has it', async () => {
    const phone = { items: ['phone_number'], agreed: ['phone_number'], switches: { phoneFormat: '+82 010' } } as const;
    const { http } = await openKapi(phone);
    const { body } = await http.get('/v1/oidc/userinfo').set(bearer).expect(200);
    assert.equal(body.phone_number, '+82 010-0000-0001');
  });

  it('answers -3 for an app with OpenID Connect off', async () => {
    const { http } = await openKapi({ app: { openidConnectOn: false } });
    const { body } = await http.get('/v1/oidc/userinfo').set(bearer).expect(403);
    assert.equal(body.code, -3);
  });
});
