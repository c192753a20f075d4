import assert from 'node:assert/strict';
import { bearer, openKapi } from './helpers.ts';

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
