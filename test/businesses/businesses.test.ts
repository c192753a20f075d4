/** 사업자 정보: looked up where it is stored, registered where it is not. */
import assert from 'node:assert/strict';
import { type Boxes, type BusinessFacts, businessFields, sameBusiness, tradesOf } from '../../src/businesses/index.ts';
import { describeRooms, OWNER, refused, STRANGER } from '../helpers/rooms.ts';

/** Stored nowhere, and checks. */
const FREE: Boxes = ['999', '81', '05058'];
const facts: BusinessFacts = {
  companyName: '주식회사 새봄',
  representative: '새봄',
  type: '소매업',
  item: '문구',
  address: '시뮬레이션시 가상구 1',
};

describeRooms('businesses · 사업자 정보', (rooms) => {
  it('finds what is stored by its number', async () => {
    const found = await rooms.house.businesses.lookUp(['120', '81', '47521']);
    assert.equal(found?.companyName, '주식회사 카카오');
  });

  it('finds nothing where nothing is stored, and refuses what is no number', async () => {
    assert.equal(await rooms.house.businesses.lookUp(FREE), undefined);
    await refused('number_refused', rooms.house.businesses.lookUp(['999', '81', '05056']));
  });

  it('stores a business that is entered, without the blanks around it', async () => {
    const entered = await rooms.house.businesses.register(OWNER, FREE, { ...facts, companyName: ' 주식회사 새봄 ' });
    assert.deepEqual(entered, { id: FREE.join('-'), ...facts, registeredBy: OWNER });
    assert.deepEqual(await rooms.house.businesses.lookUp(FREE), entered);
  });

  it('knows who entered it', async () => {
    const entered = await rooms.house.businesses.register(OWNER, FREE, facts);
    assert.deepEqual(await rooms.house.businesses.registeredBy(OWNER), [entered]);
    assert.deepEqual(await rooms.house.businesses.registeredBy(STRANGER), []);
  });

  for (const field of businessFields) {
    it(`refuses a business without its ${field}`, async () => {
      await refused('business_incomplete', rooms.house.businesses.register(OWNER, FREE, { ...facts, [field]: '  ' }), { missing: [field] });
      assert.equal(await rooms.house.businesses.lookUp(FREE), undefined);
    });
  }

  it('never overwrites one that is stored, not even when two people enter it at once', async () => {
    await refused('business_known', rooms.house.businesses.register(OWNER, ['120', '81', '47521'], facts));
    const both = await Promise.allSettled([
      rooms.house.businesses.register(OWNER, FREE, facts),
      rooms.house.businesses.register(OWNER, FREE, { ...facts, companyName: '다른 회사' }),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    assert.equal((await rooms.house.businesses.lookUp(FREE))?.companyName, facts.companyName);
  });
});

describe('businesses · 동일한 사업자', () => {
  const [kakao, other, none] = ['120-81-47521', '999-81-01014', null].map((businessNumber) => ({ businessNumber }));

  it('is the same number on both sides', () => assert.ok(sameBusiness(kakao!, { ...kakao! })));
  it('is not another number', () => assert.ok(!sameBusiness(kakao!, other!)));
  it('is not two without any', () => assert.ok(!sameBusiness(none!, none!)));
});

describe('businesses · 업종별 제출 서류', () => {
  it('asks a business of no such trade for nothing more', () => assert.deepEqual(tradesOf(facts), []));

  it('knows the three trades by 업태 or 종목, however they are spaced', () => {
    assert.deepEqual(tradesOf({ type: '소매업', item: '전자상거래 및 통신 판매업' }), ['mail-order']);
    assert.deepEqual(tradesOf({ type: '의료기기판매업', item: '의료기기' }), ['medical-devices']);
    assert.deepEqual(tradesOf({ type: '건강기능식품 판매업', item: '통신판매업' }), ['mail-order', 'health-food']);
  });
});
