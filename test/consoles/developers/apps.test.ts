import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { cardOf, openApps } from './reading.ts';
import { COLLEAGUE, STRANGER } from './working.ts';

describeHouse('카카오 디벨로퍼스 · every app', (world) => {
  it('is there with icon, name, company and id, and leads to its page', async () => {
    const page = await openApps(world);
    for (const { id, name, company, icon } of await world.house.apps.all()) {
      const card = cardOf(page, id);
      assert.ok(card.startsWith(`${name} ${company} `), card);
      assert.match(card, new RegExp(`앱 ID ${id} `));
      assert.ok(page.html.includes(`<a href="/developers/apps/${id}">`), id);
      assert.ok(page.html.includes(`<img src="/assets/${icon}"`), id);
    }
  });

  const kinds = [
    { kind: '일반 앱', is: 'without a business', change: { businessNumber: null } },
    { kind: '비즈 앱', is: 'with a business', change: {} },
    { kind: '테스트 앱', is: 'that tests another app', change: { testOf: APPS.current } },
    { kind: '차단 앱', is: 'that is suspended', change: { suspended: true } },
    { kind: '차단 앱', is: 'that is suspended and tests another', change: { suspended: true, testOf: APPS.current } },
  ];
  for (const { kind, is, change } of kinds) {
    it(`${is} is a ${kind}`, async () => {
      await world.change('apps', APPS.demo, change);
      assert.match(cardOf(await openApps(world), APPS.demo), new RegExp(` ${kind} 앱 ID`));
    });
  }

  it('says whether the login is ON', async () => {
    assert.match(cardOf(await openApps(world), APPS.demo), / 로그인 ON /);
    await world.change('apps', APPS.demo, { loginOn: false });
    assert.match(cardOf(await openApps(world), APPS.demo), / 로그인 OFF /);
  });

  it('says whether simple signup is in effect: the switch alone is not enough', async () => {
    const signup = async (id: string) => / 간편가입 (.*)$/.exec(cardOf(await openApps(world), id))?.[1];
    assert.equal(await signup(APPS.demo), '적용 중');
    assert.equal(await signup(APPS.underReview), 'OFF');
    await world.change('apps', APPS.underReview, { simpleSignupOn: true });
    assert.equal(await signup(APPS.underReview), 'ON, 승인 전');
    await world.change('apps', APPS.demo, { simpleSignupOn: false });
    assert.equal(await signup(APPS.demo), 'OFF');
  });

  it('speaks English', async () => {
    const card = cardOf(await openApps(world, 'en'), APPS.demo);
    assert.match(card, / Biz app App ID 1000001 Login ON Simple signup In effect$/);
  });

  it('says what to do while there is none', async () => {
    const { store, apps } = world.house;
    const all = await apps.all();
    await store.write(async (tx) => all.forEach(({ id }) => tx.remove('apps', id)));
    const { html } = await openApps(world);
    assert.match(html, /아직 앱이 없습니다/);
    assert.match(html, /앱 만들기를 누르거나/);
  });

  it('begins with one’s own, with one’s role in each, and then has every other one', async () => {
    const page = await openApps(world, 'ko', COLLEAGUE);
    const [mine = '', others = ''] = page.html.split('data-testid="developers-others"');
    assert.match(page.html, /내 애플리케이션/);
    for (const { id, members } of await world.house.apps.all()) {
      const role = members.find(({ accountId }) => accountId === COLLEAGUE)?.role;
      assert.equal(mine.includes(`developers-app-${id}"`), role !== undefined, id);
      assert.equal(others.includes(`developers-app-${id}"`), role === undefined, id);
      if (role) assert.match(cardOf(page, id), new RegExp(`내 역할 ${{ owner: '오너', editor: '에디터', member: '멤버' }[role]} `));
    }
  });

  it('says the next step to whom none belongs, and leads to sign in to whom nobody is', async () => {
    const mine = await openApps(world, 'ko', STRANGER);
    assert.match(mine.html, /아직 내 앱이 없습니다.*앱을 만들면 사업자 정보를 등록하고/s);
    assert.match(mine.html, /<a class="button primary" href="\/developers\/apps\/new"/);
    assert.match((await openApps(world)).html, /href="\/account\/login\?continue=%2Fdevelopers/);
  });

  it('is reached from the first page, the list and each app', async () => {
    const { text } = await supertest(world.url).get('/');
    assert.match(text, /<a class="card home-face" href="\/developers">/);
    for (const { id } of await world.house.apps.all()) assert.ok(text.includes(`href="/developers/apps/${id}"`), id);
  });
});
