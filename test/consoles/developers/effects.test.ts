/** What is changed here changes the login at once, and an error's explanation leads to exactly that place. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse } from '../../helpers/house.ts';
import { signUp } from '../../helpers/login.ts';
import { rowsOf } from '../../helpers/visitor.ts';
import { begin, loggedIn, type Page, placeOf, shown } from '../../oauth/helpers.ts';
import { whyOf } from '../../why/asking.ts';
import { sectionIds, pageOf } from './reading.ts';
import { COLLEAGUE, PARTNER, type Worker, workingAs } from './working.ts';

const APP = APPS.demo;

describeHouse('카카오 디벨로퍼스 · what a change does', (world) => {
  let worker: Worker;
  beforeEach(async () => void (worker = await workingAs(world, PARTNER)));

  const change = async (path: string, changes: Record<string, string | null> = {}) => {
    const answer = await worker.change(APP, path, changes);
    assert.equal(answer.status, 303, answer.text);
    return worker.open(answer.headers['location']!);
  };
  /** The page was refused with this code, and its explanation leads to this section, where a form mends it. */
  const refusedWith = async (page: Page, code: string, section: string) => {
    assert.equal(shown(page, 'error-code'), code);
    const why = await whyOf(world, page);
    assert.equal(why.code, code);
    assert.equal(why.mend, `/developers/apps/${APP}#${section}`);
    assert.ok(sectionIds(pageOf(await worker.page(APP))).includes(section));
  };

  it('사용자 관리 OFF: KOE004, and ON again: the login', async () => {
    const page = pageOf(await change('login'));
    assert.match(page.section('login'), /OFF 저장했습니다/);
    await refusedWith(await begin(world, APP), 'KOE004', 'login');
    await change('login');
    assert.equal(placeOf(await begin(world, APP)), 'login');
  });

  it('a redirect URI removed: KOE006, and added again: the login', async () => {
    const { key } = await world.key(APP);
    await change(`key-lists/redirectUris/${key}/removal`, { value: CALLBACK });
    await refusedWith(await begin(world, APP), 'KOE006', 'redirect-uris');
    await change(`key-lists/redirectUris/${key}`, { [`redirectUris-${key.slice(0, 12)}`]: CALLBACK });
    assert.equal(placeOf(await begin(world, APP)), 'login');
  });

  it('an item OFF: KOE205, and ON again: the row on the screen', async () => {
    await change('items', { 'items.age_range.on': null });
    await refusedWith(await begin(world, APP, { scope: 'age_range' }), 'KOE205', 'items');
    assert.ok(!rowsOf(await loggedIn(world, APP, 'new')).includes('item=age_range'));
    await change('items', { 'items.age_range.on': 'on', 'items.age_range.state': 'optional', 'items.age_range.purpose': '추천' });
    assert.ok(rowsOf(await loggedIn(world, APP, 'new')).includes('item=age_range'));
  });

  it('간편가입 OFF: no terms on the screen, and the terms API leads here; ON again: all of them', async () => {
    const terms = (page: Page) => rowsOf(page).filter((row) => row.startsWith('term='));
    const before = terms(await loggedIn(world, APP, 'new'));
    assert.equal(before.length, 3);
    const { access_token } = await signUp(world, { app: APP, as: 'han' });
    await change('simple-signup');
    assert.deepEqual(terms(await loggedIn(world, APP, 'new')), []);
    const answer = await supertest(world.url).get('/v2/user/service_terms').set('Authorization', `Bearer ${access_token}`);
    assert.equal(answer.status, 403);
    assert.equal((await whyOf(world, answer)).mend, `/developers/apps/${APP}#simple-signup`);
    await change('simple-signup');
    assert.deepEqual(terms(await loggedIn(world, APP, 'new')), before);
  });

  it('플러스친구 추가 설정: on the login window and on the consent screen, or on neither', async () => {
    const seen = async () => [
      /데모상점 채널|데모상점/.test(shown(await begin(world, APP), 'login-channel') ?? ''),
      rowsOf(await loggedIn(world, APP, 'new')).some((row) => row.startsWith('channel=')),
    ];
    assert.deepEqual(await seen(), [true, true]);
    await change('channel', { channel: '' });
    assert.deepEqual(await seen(), [false, false]);
    await change('channel', { channel: '_xqDemo' });
    assert.deepEqual(await seen(), [true, true]);
  });

  it('a member invited: logs in to a test app, where others are KOE005', async () => {
    await world.change('apps', APP, { testOf: APPS.current });
    await refusedWith(await loggedIn(world, APP, 'han'), 'KOE005', 'members');
    await change('members', { memberLogin: 'han@example.com', memberRole: 'member' });
    assert.equal(placeOf(await loggedIn(world, APP, 'han')), 'consent');
    assert.equal((await (await workingAs(world, COLLEAGUE)).post(`/developers/apps/${APP}/members`)).status, 404);
  });

  it('a simulator switch: the other layout of the consent screen', async () => {
    await change('switches', { 'switches.consentLayout': 'newer' });
    assert.equal((await world.app(APP)).switches.consentLayout, 'newer');
    assert.match((await loggedIn(world, APP, 'new')).html, /class="card consent newer"/);
  });
});
