import assert from 'node:assert/strict';
import type { Account } from '../../src/accounts/index.ts';
import { admin, bearer, NUMBER, openKapi, target } from './helpers.ts';

const PATH = '/v1/user/shipping_address';

const address = (id: number, updatedAt: number, isDefault = false): Account['addresses'][number] => ({
  id,
  name: '집',
  isDefault,
  updatedAt,
  type: 'NEW',
  baseAddress: '시뮬레이션시 가상구 예시로 1',
  detailAddress: '101호',
  receiverName: '홍데모',
  receiverPhoneNumber1: '010-0000-0001',
  zoneNumber: '00001',
});
/** The default one is the oldest. */
const addresses = [
  address(1, 1_767_225_600_999, true),
  address(2, 1_767_225_700_000),
  address(3, 1_767_225_900_000),
  address(4, 1_767_225_800_000),
];
const agreed = { items: ['shipping_address'], agreed: ['shipping_address'], account: { addresses } };

const pages = [
  { query: {}, ids: [1, 3, 4, 2] },
  { query: { page_size: '2' }, ids: [1, 3] },
  { query: { page_size: '2', from_updated_at: '0' }, ids: [1, 3] },
  { query: { page_size: '2', from_updated_at: '1767225900' }, ids: [4, 2] },
  { query: { page_size: '2', from_updated_at: '1767225900.0' }, ids: [4, 2] },
  { query: { page_size: '2', from_updated_at: '1767225700' }, ids: undefined },
  { query: { address_id: '4' }, ids: [4] },
  { query: { address_id: '5' }, ids: undefined },
];

const refused = [
  { page_size: '1' },
  { page_size: '0' },
  { page_size: '-1' },
  { page_size: 'ten' },
  { page_size: ['2', '2'] },
  { from_updated_at: '2026-01-01T00:00:00Z' },
  { from_updated_at: '1767225900.5' },
  { address_id: 'default' },
];

describe('kapi · GET /v1/user/shipping_address', () => {
  it('tells an address field by field, its time in seconds', async () => {
    const { http } = await openKapi(agreed);
    const { text, body } = await http.get(PATH).query({ address_id: '1' }).set(bearer).expect(200);
    assert.ok(text.startsWith(`{"user_id":${NUMBER},`));
    assert.equal(body.shipping_addresses_needs_agreement, false);
    assert.deepEqual(body.shipping_addresses, [
      {
        id: 1,
        name: '집',
        is_default: true,
        updated_at: 1767225600,
        type: 'NEW',
        base_address: '시뮬레이션시 가상구 예시로 1',
        detail_address: '101호',
        receiver_name: '홍데모',
        receiver_phone_number1: '010-0000-0001',
        receiver_phone_number2: '',
        zone_number: '00001',
      },
    ]);
  });

  for (const { query, ids } of pages) {
    it(`brings ${ids?.join(', ') ?? 'no list'} for ${JSON.stringify(query)}: the default one first, then the latest`, async () => {
      const { http } = await openKapi(agreed);
      const { body } = await http
        .get(PATH)
        .query({ ...query, ...target })
        .set(admin)
        .expect(200);
      assert.deepEqual(
        body.shipping_addresses?.map(({ id }: { id: number }) => id),
        ids,
      );
    });
  }

  for (const query of refused) {
    it(`answers -2 to ${JSON.stringify(query)}`, async () => {
      const { http } = await openKapi(agreed);
      assert.equal((await http.get(PATH).query(query).set(bearer).expect(400)).body.code, -2);
    });
  }

  const bare = [
    { situation: 'not agreed to', difference: { agreed: [] }, needed: true },
    { situation: 'agreed to, none registered', difference: { account: { addresses: [] } }, needed: false },
    { situation: 'not agreed to, none registered', difference: { agreed: [], account: { addresses: [] } }, needed: false },
  ];
  for (const { situation, difference, needed } of bare) {
    it(`brings no list when it is ${situation}`, async () => {
      const { http } = await openKapi({ ...agreed, ...difference });
      const { text } = await http.get(PATH).set(bearer).expect(200);
      assert.equal(text, `{"user_id":${NUMBER},"shipping_addresses_needs_agreement":${needed}}`);
    });
  }

  it('answers -3 to an app that has not configured the item', async () => {
    const { http } = await openKapi({ ...agreed, items: [] });
    assert.equal((await http.get(PATH).set(bearer).expect(403)).body.code, -3);
  });
});
