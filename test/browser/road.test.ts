/**
 * The whole road of the guide in a real browser, from two new accounts to a finished sign-up; a picture of each station is
 * kept in `artifacts/screens`. The rules on the way are tested in test/guide.
 */
import assert from 'node:assert/strict';
import { png } from '../documents/files.ts';
import { TYPED_BUSINESS, UNKNOWN } from '../consoles/center/certifying.ts';
import { ITEMS, TERM } from '../guide/applicant.ts';
import { takePicture } from './looks.ts';
import { useTown } from './town.ts';
import { describeBrowser, type Visit } from './visit.ts';

const PARTNER = 'localhost:3000';
const CALLBACK = `http://${PARTNER}/oauth`;
const PICTURE = { name: '서류.png', mimeType: 'image/png', buffer: png };
const TODAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

type Filled = Readonly<Record<string, string>>;

describeBrowser('카카오싱크 신청 가이드 · the whole road in a browser', (browser) => {
  const town = useTown();

  it('leads from two new accounts to a finished sign-up', async () => {
    const at = async (visit: Visit, path: string) => {
      await visit.page.goto(town.url + path);
      await takePicture(visit.page, `road ${path.replaceAll('/', ' ').trim()}`);
    };
    const [master, owner, reviewer] = [await browser.visit(), await browser.visit(), await browser.visit()];
    const approve = async (filter: string) => {
      await at(reviewer, `/_sim/reviews?${filter}`);
      await reviewer.page.locator('a.reviews-name').first().click();
      await takePicture(reviewer.page, `road review ${filter}`);
      await reviewer.see('approve').click();
      await reviewer.see('done').waitFor();
    };
    for (const [visit, email] of [
      [master, 'master@road.example'],
      [owner, 'owner@road.example'],
    ] as const) {
      await at(visit, '/account/signup');
      await send(visit, 'form[action^="/account/signup"]', { email, password: 'road1234', nickname: '새 사람' });
    }

    await at(master, '/center/profiles/new');
    await send(master, 'main form[method=post]', { name: '온갖상점', searchId: '@온갖상점' });
    await master.page.waitForURL(/\/center\/profiles\/_\w+/);
    const profile = /_\w+/.exec(new URL(master.page.url()).pathname)![0];
    await at(master, `/center/profiles/${profile}/certification/new`);
    await fill(master, 'main form', UNKNOWN);
    await master.see('search').click();
    await master.see('done').waitFor();
    await fill(master, 'main form', TYPED_BUSINESS);
    for (const paper of ['registration', 'identity']) {
      await master.page.locator(`[name="papers.${paper}.document"]`).setInputFiles(PICTURE);
      await master.page.locator(`[name="papers.${paper}.issuedOn"]`).fill(TODAY);
    }
    await master.see('next').click();
    await master.see('confirm').waitFor();
    await takePicture(master.page, 'road certification step 02');
    await master.see('submit').click();
    await master.see('done').waitFor();
    await approve('kind=certification');
    await at(master, `/center/profiles/${profile}/managers`);
    await fill(master, 'main form[method=post]', { login: 'owner@road.example' });
    await master.page.locator('[name=role][value=manager], select[name=role]').first().check();
    await master.see('submit').click();
    await master.see('done').waitFor();

    await at(owner, '/developers/apps/new');
    await send(owner, 'form[action^="/developers/apps/new"]', { name: '온갖앱', company: '주식회사 온갖' });
    await owner.page.waitForURL(/\/developers\/apps\/\d+/);
    const app = /\d+/.exec(new URL(owner.page.url()).pathname)![0];
    await at(owner, `/developers/apps/${app}/business`);
    await send(owner, `form[action^="/developers/apps/${app}/business"]`, UNKNOWN);
    await owner.see('biz-found').waitFor();
    await send(owner, `form[action^="/developers/apps/${app}/business"]`, {});
    await owner.see('done').waitFor();

    await at(owner, `/business/connections/new/${app}`);
    await owner.page.locator(`input[value="${profile}"]`).check();
    await owner.see('submit').click();
    await owner.see('step-done').waitFor();
    await at(owner, `/business/apps/${app}/application`);
    for (const kind of ['terms', 'items']) await owner.page.locator(`input[value="${kind}"]`).check();
    await owner.see('submit').click();
    await owner.see('term-0').waitFor();
    await fill(owner, 'main form', { ageCheck: 'on', ...(TERM as Filled), ...(ITEMS as Filled) });
    for (const evidence of ['terms.0.evidence', 'evidence']) await owner.page.locator(`input[name="${evidence}"]`).setInputFiles(PICTURE);
    await takePicture(owner.page, 'road application');
    await owner.see('submit').click();
    await owner.page.waitForURL((url) => !url.pathname.endsWith('/details'));
    for (const kind of ['terms', 'items']) await approve(`kind=${kind}&app=${app}`);

    const home = `/developers/apps/${app}`;
    const on = (id: string, state: string) => ({
      [`items.${id}.on`]: 'on',
      [`items.${id}.state`]: state,
      [`items.${id}.purpose`]: '주문 상담',
    });
    const key = (await owner.page.goto(town.url + home).then(() => owner.page.locator('#keys code').first().innerText())).trim();
    const settings: [path: string, fields: Filled][] = [
      ['login', {}],
      [`key-lists/redirectUris/${key}`, { [`redirectUris-${key.slice(0, 12)}`]: CALLBACK }],
      ['channel', { channel: profile }],
      ['items', { ...on('profile_nickname', 'required'), ...on('phone_number', 'required'), ...on('birthyear', 'optional') }],
      ['simple-signup', {}],
    ];
    for (const [path, fields] of settings) {
      await owner.page.goto(town.url + home);
      await send(owner, `form[action^="${home}/${path}#"]`, fields);
      await owner.see('done').waitFor();
    }
    await takePicture(owner.page, 'road settings');
    assert.ok(await owner.see('road-finished').isVisible());

    const user = await browser.visit({ width: 360, playing: [PARTNER] });
    const request = { response_type: 'code', client_id: key, redirect_uri: CALLBACK };
    await user.page.goto(`${town.url}/oauth/authorize?${new URLSearchParams(request)}`);
    assert.match(await user.read('app-company'), /주식회사 온갖/);
    await user.see('persona-new').click();
    await user.see('consent-agree').waitFor();
    await takePicture(user.page, 'road consent');
    assert.equal(await user.page.locator('input[type=checkbox][name]').count(), 5);
    await user.see('consent-all').check();
    const called = user.asksFor(/code=/);
    await user.see('consent-agree').click();
    await called;
  });
});

/** Fills in fields of a form by their names: texts, boxes, lists. */
async function fill({ page }: Visit, form: string, fields: Filled): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${form} [name="${name}"]`);
    const type = await field.first().getAttribute('type');
    if (type === 'radio' || type === 'checkbox') await field.and(page.locator(`[value="${value}"]`)).check();
    else if ((await field.first().evaluate((element) => element.tagName)) === 'SELECT') await field.first().selectOption(value);
    else await field.first().fill(value);
  }
}

/** The same, and presses the form's button. */
async function send(visit: Visit, form: string, fields: Filled): Promise<void> {
  await fill(visit, form, fields);
  await visit.page.locator(`${form} button`).last().click();
}
