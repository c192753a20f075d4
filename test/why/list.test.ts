/** Every refusal is on a list, for a week. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { begin } from '../oauth/helpers.ts';
import { WEEK, whyOf } from './asking.ts';

describeHouse('why · the list of refusals', (world) => {
  const list = async () => (await supertest(world.url).get('/_sim/why')).text;
  const rows = (html: string) => html.split('data-testid="refusal-row"').length - 1;

  it('says what will be there while it is empty', async () => {
    assert.match(await list(), /아직 거절된 요청이 없습니다/);
  });

  it('has the newest first, with its app', async () => {
    await begin(world, APPS.demo, { redirect_uri: 'https://x.example' });
    await begin(world, APPS.biz, {});
    const html = await list();
    assert.equal(rows(html), 2);
    assert.ok(html.indexOf('KOE004') < html.indexOf('KOE006'));
    assert.ok(html.includes((await world.app(APPS.demo)).name));
  });

  it('goes on to older ones', async () => {
    for (let i = 0; i < 51; i += 1) await begin(world, APPS.biz, {});
    const html = await list();
    assert.equal(rows(html), 50);
    const older = /href="(\/_sim\/why\?before=[^"]+)"/.exec(html)![1]!;
    assert.equal(rows((await supertest(world.url).get(older)).text), 1);
  });

  it('forgets after a week of house time', async () => {
    const page = await begin(world, APPS.biz, {});
    world.clock.advance(WEEK);
    assert.equal((await whyOf(world, page)).status, 404);
  });

  it('is not written to by what works', async () => {
    await signUp(world, { app: APPS.demo, as: 'new' });
    assert.equal(rows(await list()), 0);
  });
});

describeHouse('why · an id that is none', (world) => {
  it('is a page that is not there', async () => {
    assert.equal((await supertest(world.url).get('/_sim/why/nothing')).status, 404);
  });
});
