import assert from 'node:assert/strict';
import { press, shown } from '../../helpers/forms.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { signUp } from '../../helpers/login.ts';

const PATH = '/_sim/forgetting';

describeHouse('/_sim/forgetting · somebody is new to an app again', (world) => {
  const known = async (appId: string) => (await world.house.consent.linksTo(appId)).map(({ accountId }) => accountId).sort();

  it('forgets one, once that was confirmed, and leaves the others and other apps', async () => {
    await signUp(world, { app: APPS.secretOff, as: 'returning' });
    const visitor = world.visitor();
    const page = await visitor.open(`${PATH}?app=${APPS.demo}`);
    const asked = await press(visitor, page, 'forget-next', { who: '03-returning' });
    for (const named of ['다시온', '3900000001', '데모상점', '보내지 않습니다']) assert.ok(asked.html.includes(named), named);
    assert.deepEqual(await known(APPS.demo), ['03-returning', '18-declined-optional']);
    const done = await press(visitor, asked, 'confirm-do');
    assert.deepEqual([done.url.searchParams.get('app'), shown(done, 'done')], [APPS.demo, '사용자를 잊었습니다.']);
    assert.deepEqual([await known(APPS.demo), await known(APPS.secretOff)], [['18-declined-optional'], ['03-returning']]);
  });

  it('forgets everybody of an app, those too who have left it, and says when nobody is left', async () => {
    const link = (await world.house.consent.link(APPS.demo, '03-returning'))!;
    await world.house.consent.unlinkBy(await world.app(APPS.demo), link, 'UNLINK_FROM_APPS');
    const visitor = world.visitor();
    const asked = await press(visitor, await visitor.open(`${PATH}?app=${APPS.demo}`), 'forget-next', { who: 'all' });
    assert.match(asked.html, /되돌릴 사용자 2명/);
    const done = await press(visitor, asked, 'confirm-do');
    assert.deepEqual(await known(APPS.demo), []);
    assert.match(shown(done, 'empty'), /잊을 사용자가 없습니다/);
  });

  it('asks whom, and names one who is gone already', async () => {
    const visitor = world.visitor();
    const page = await visitor.open(`${PATH}?app=${APPS.demo}`);
    const nobody = await press(visitor, page, 'forget-next');
    assert.deepEqual([nobody.status, shown(nobody, 'error-who')], [422, '하나를 선택해 주세요.']);
    const stranger = await press(visitor, page, 'forget-next', { who: '01-han' });
    assert.deepEqual([stranger.status, shown(stranger, 'error-who')], [422, '이미 잊은 사용자입니다. 다시 골라 주세요.']);
  });
});
