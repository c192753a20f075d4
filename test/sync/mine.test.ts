/** 사업자 정보 · the businesses of a person. */
import assert from 'node:assert/strict';
import { COLLEAGUE, describeRooms, OWNER, STRANGER } from '../helpers/rooms.ts';

const FACTS = { companyName: '주식회사 새봄', representative: '새봄', type: '소매업', item: '문구', address: '시뮬레이션시 가상구 1' };

describeRooms('사업자 정보 · of a person', (rooms) => {
  const mine = async (by: string) =>
    (await rooms.house.sync.businessesOf(by)).map(({ business, apps, channels }) => [business.id, apps.length, channels.length]);

  it('are those of their apps and profiles, whatever the role', async () => {
    assert.deepEqual(await mine(OWNER), [
      ['120-81-47521', 4, 14],
      ['999-81-01014', 1, 1],
      ['999-81-04044', 0, 2],
    ]);
    assert.deepEqual(await mine(COLLEAGUE), [
      ['120-81-47521', 3, 2],
      ['999-81-01014', 1, 0],
      ['999-81-02027', 1, 0],
    ]);
    assert.deepEqual(await mine(STRANGER), []);
  });

  it('are those that they have registered, each once', async () => {
    await rooms.house.businesses.register(STRANGER, ['999', '81', '05058'], FACTS);
    assert.deepEqual(await mine(STRANGER), [['999-81-05058', 0, 0]]);
    const app = await rooms.house.apps.create(STRANGER, { name: '새봄', company: '새봄', icon: null });
    await rooms.house.apps.becomeBiz(STRANGER, app.id, '999-81-05058');
    assert.deepEqual(await mine(STRANGER), [['999-81-05058', 1, 0]]);
  });
});
