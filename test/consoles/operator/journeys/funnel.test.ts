import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { goThrough } from '../../../helpers/login.ts';
import { begin, loggedIn } from '../../../oauth/helpers.ts';
import { look, walk } from './walk.ts';

describeHouse('/_sim/journeys/funnel', (world) => {
  const barsOf = async (id: string, app: string = APPS.demo) => {
    const html = await look(world, `/_sim/journeys/funnel?app=${app}`);
    const [, table = ''] = html.split(`data-testid="bars-${id}"`);
    const rows = table.split('</table>', 1)[0]!.matchAll(/<th scope="row">([^<]*)<[\s\S]*?class="bars-count">([^<]*)</g);
    return Object.fromEntries([...rows].map(([, name, counts]) => [name, counts]));
  };

  it('counts what began, was shown, agreed to, cancelled, and ended with tokens', async () => {
    const visitor = world.visitor();
    await visitor.submit(await loggedIn(world, APPS.demo, 'han', {}, visitor), { decision: 'cancel' });
    await walk(world);
    await goThrough(world, { app: APPS.demo, as: 'new' });
    await begin(world, APPS.demo);
    const bars = await barsOf('stages');
    assert.deepEqual(Object.keys(bars), ['로그인 시작', '동의 화면 표시', '동의', '동의 화면에서 취소', '토큰 발급']);
    assert.equal(bars['로그인 시작'], '4 / 4');
    assert.equal(bars['동의 화면에서 취소'], '1 / 4');
    assert.equal(bars['토큰 발급'], '1 / 4');
  });

  it('counts how often each optional row was ticked of how often it was offered', async () => {
    await walk(world);
    const rows = await barsOf('rows');
    assert.equal(rows._xqDemo, '1 / 1');
    assert.equal(rows.birthday, '0 / 1');
  });

  it('says the next step for an app that nobody has logged in to', async () => {
    assert.match(await look(world, `/_sim/journeys/funnel?app=${APPS.plain}`), /아직 로그인이 없습니다/);
    assert.deepEqual(await barsOf('stages', APPS.plain), {});
  });
});
