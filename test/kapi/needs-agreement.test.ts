import assert from 'node:assert/strict';
import { AT, bearer, openKapi } from './helpers.ts';

const home = {
  id: 1,
  name: '집',
  isDefault: true,
  updatedAt: AT,
  type: 'NEW',
  baseAddress: '시뮬레이션시 가상구 예시로 1',
  detailAddress: '101호',
  receiverName: '홍데모',
  receiverPhoneNumber1: '010-0000-0001',
  zoneNumber: '00001',
} as const;

/** kakao-api 2.3, row by row. */
const rows = [
  { situation: 'not configured', items: [], agreed: [], known: true, told: undefined },
  {
    situation: 'configured, agreed to and known',
    items: ['name'],
    agreed: ['name'],
    known: true,
    told: { name_needs_agreement: false, name: '홍데모' },
  },
  { situation: 'configured and known, not agreed to', items: ['name'], agreed: [], known: true, told: { name_needs_agreement: true } },
  {
    situation: 'configured and agreed to, not known',
    items: ['name'],
    agreed: ['name'],
    known: false,
    told: { name_needs_agreement: false },
  },
  {
    situation: 'configured, neither agreed to nor known',
    items: ['name'],
    agreed: [],
    known: false,
    told: { name_needs_agreement: false },
  },
  { situation: 'agreed to once and dropped by the app', items: [], agreed: ['name'], known: true, told: undefined },
];

describe('kapi · what *_needs_agreement means', () => {
  for (const { situation, items, agreed, known, told } of rows) {
    it(`tells ${told ? JSON.stringify(told) : 'nothing'} of an item that is ${situation}`, async () => {
      const { http } = await openKapi({ items, agreed, account: known ? {} : { name: null } });
      const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
      assert.deepEqual(body.kakao_account, told);
    });
  }

  it('tells nothing of an item whose review is still pending', async () => {
    const { http, store } = await openKapi({ items: ['name'], agreed: ['name'] });
    await store.write(async (tx) => {
      const review = await tx.get('reviews', 'items-review');
      if (review) tx.put('reviews', { ...review, decision: null });
    });
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.equal(body.kakao_account, undefined);
  });
});

describe('kapi · what the deprecated has_* means', () => {
  for (const { known, agreed, told } of [
    { known: true, agreed: ['gender'], told: { has_gender: true, gender_needs_agreement: false, gender: 'female' } },
    { known: true, agreed: [], told: { has_gender: true, gender_needs_agreement: true } },
    { known: false, agreed: ['gender'], told: { has_gender: false, gender_needs_agreement: false } },
    { known: false, agreed: [], told: { has_gender: false, gender_needs_agreement: false } },
  ]) {
    it(`tells ${told.has_gender} of what is ${known ? '' : 'not '}known and ${agreed.length ? '' : 'not '}agreed to`, async () => {
      const { http } = await openKapi({ items: ['gender'], agreed, app: { era: '2019' }, account: known ? {} : { gender: null } });
      const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
      assert.deepEqual(body.kakao_account, told);
    });
  }

  it('tells nothing of an item that is not configured, and knows no flag for the name', async () => {
    const { http } = await openKapi({ items: ['name'], agreed: ['name'], app: { era: '2019' } });
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.deepEqual(Object.keys(body.kakao_account), ['name_needs_agreement', 'name']);
  });

  for (const addresses of [[], [home]]) {
    it(`is told of ${addresses.length} shipping addresses that are not agreed to`, async () => {
      const { http } = await openKapi({ items: ['shipping_address'], app: { era: '2021' }, account: { addresses } });
      const { body } = await http.get('/v1/user/shipping_address').set(bearer).expect(200);
      assert.equal(body.has_shipping_addresses, addresses.length > 0);
      assert.equal(body.shipping_addresses, undefined);
    });
  }
});
