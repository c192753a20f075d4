/** 카카오 for 비즈니스 · 사업자 정보 is managed here once it is registered (준비 2). */
import assert from 'node:assert/strict';
import { type Clerk, clerk } from '../../helpers/clerk.ts';
import { describeHouse } from '../../helpers/house.ts';
import { OWNER, STRANGER } from '../../helpers/rooms.ts';

const PAGE = '/business/businesses/999-81-05058';
const FACTS = { companyName: '주식회사 새봄', representative: '새봄', type: '소매업', item: '문구', address: '시뮬레이션시 가상구 1' };

describeHouse('카카오 for 비즈니스 · 사업자 정보를 관리할 수 있습니다', (world) => {
  let who: Clerk;
  beforeEach(async () => {
    await world.house.businesses.register(STRANGER, ['999', '81', '05058'], FACTS);
    who = await clerk(world, STRANGER);
  });
  const stored = async () => (await world.house.businesses.byNumber('999-81-05058'))!;

  it('by who has registered it: everything but the number', async () => {
    const list = await who.open('/business/businesses');
    assert.match(list.html, new RegExp(`href="${PAGE}" data-testid="change-999-81-05058"`));
    const page = await who.open(PAGE);
    assert.match(page.html, /name="companyName"[^>]*value="주식회사 새봄"/);
    const done = await who.send(page, { companyName: ' 주식회사 봄 ', address: '가상시 2' });
    assert.match(done.read('done')!, /저장했습니다/);
    assert.match(done.read('business-999-81-05058')!, /주식회사 봄.*가상시 2/);
    assert.deepEqual(await stored(), {
      ...FACTS,
      id: '999-81-05058',
      companyName: '주식회사 봄',
      address: '가상시 2',
      registeredBy: STRANGER,
    });
  });

  it('by nobody else: it is not there, and not on their list', async () => {
    const other = await clerk(world, OWNER);
    assert.equal((await other.open(PAGE)).status, 404);
    assert.equal((await other.post(await who.open(PAGE), { as: OWNER, companyName: '남의 회사' })).status, 404);
    assert.equal((await stored()).companyName, FACTS.companyName);
    assert.ok(!(await other.open('/business/businesses')).has('change-120-81-47521'));
    assert.equal((await other.open('/business/businesses/120-81-47521')).status, 404);
  });

  it('not to nothing: what is missing is said beside its field, and what was typed is kept', async () => {
    const page = await who.send(await who.open(PAGE), { companyName: ' ', item: '장난감' });
    assert.equal(page.status, 422);
    assert.ok(page.has('error-companyName'));
    assert.match(page.html, /name="item"[^>]*value="장난감"/);
    assert.deepEqual([(await stored()).companyName, (await stored()).item], [FACTS.companyName, FACTS.item]);
  });

  it('once: a form that is sent twice is taken once, and one that is out of date says so', async () => {
    const [first, second] = [await who.open(PAGE), await who.open(PAGE)];
    const answers = await Promise.all([who.post(first, { item: '장난감' }), who.post(first, { item: '장난감' })]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    );
    const late = await who.send(second, { item: '책' });
    assert.equal(late.status, 409);
    assert.match(late.read('stored-item')!, /장난감/);
    assert.equal((await stored()).item, '장난감');
    await who.send(late);
    assert.equal((await stored()).item, '책');
  });
});
