/** A test app (테스트 앱, reference 1.6, 6): its members alone can log in, which is known once it is known who logs in. */
import assert from 'node:assert/strict';
import { beforeEach } from 'mocha';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement, goThrough } from '../helpers/login.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { begin, en, factsOf, headingOf, ko, loggedIn, type Page, placeOf, shown } from './helpers.ts';

const MEMBERS = [
  { accountId: '93-partner', role: 'owner' },
  { accountId: '02-new', role: 'member' },
] as const;

describeHouse('oauth · a test app', (world) => {
  beforeEach(() => world.change('apps', APPS.demo, { testOf: APPS.current, members: MEMBERS }));

  it('shows its login page to anybody', async () => {
    assert.equal(placeOf(await begin(world, APPS.demo)), 'login');
  });

  it('lets a member log in as any app does', async () => {
    const { query } = await goThrough(world, { app: APPS.demo, as: 'new' });
    assert.ok(query['code']);
  });

  it('answers anybody else by KOE005 after the login page, in both languages, with the facts, and writes nothing', async () => {
    for (const t of [ko, en]) {
      const page = await loggedIn(world, APPS.demo, 'han', { state: 's', lang: t === ko ? 'ko' : 'en' });
      assertRefused(page);
      assert.equal(headingOf(page), `${t('error.appSetting')} (KOE005)`);
      assert.equal(shown(page, 'error-message'), t('koe.KOE005'));
      assert.deepEqual(factsOf(page), {
        [t('fact.account')]: await nicknameOf(world, '01-han'),
        [t('fact.members')]: `${await nicknameOf(world, '93-partner')}\n${await nicknameOf(world, '02-new')}`,
      });
    }
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('logs nobody in who was refused: the same page takes the login of a member', async () => {
    const visitor = world.visitor();
    const login = await begin(world, APPS.demo, {}, visitor);
    assertRefused(await visitor.submit(login, { persona: 'han', saveSignedIn: 'on' }));
    assert.equal(placeOf(await begin(world, APPS.secretOff, {}, visitor)), 'login');
    assert.doesNotMatch((await begin(world, APPS.secretOff, { prompt: 'select_account' }, visitor)).html, /class="chooser"/);
    assert.equal(placeOf(await visitor.submit(await visitor.open(login.url.pathname), { persona: 'new' })), 'consent');
  });

  for (const prompt of [undefined, 'none']) {
    it(`answers a session that is there by KOE005, too: ${prompt ? `prompt=${prompt}` : 'no prompt'}`, async () => {
      const visitor = world.visitor();
      await loggedIn(world, APPS.secretOff, 'han', {}, visitor);
      assertRefused(await begin(world, APPS.demo, { prompt }, visitor));
    });
  }

  it('prompt=none without a session is login_required, as nobody knows who it is', async () => {
    assert.equal((await begin(world, APPS.demo, { prompt: 'none' })).query['error'], 'login_required');
  });

  for (const prompt of ['login', 'select_account', 'create']) {
    it(`prompt=${prompt} lets a person who is logged in already come as somebody else`, async () => {
      const visitor = world.visitor();
      await loggedIn(world, APPS.secretOff, 'han', {}, visitor);
      assertRefused(await begin(world, APPS.demo, {}, visitor));
      const page = await begin(world, APPS.demo, { prompt }, visitor);
      assert.equal(placeOf(page), prompt === 'create' ? 'signup' : 'login');
      if (prompt !== 'create') assert.equal(placeOf(await visitor.submit(page, { persona: 'new' })), 'consent');
    });
  }

  it('answers an account that was made for it by KOE005', async () => {
    const visitor = world.visitor();
    const signup = await begin(world, APPS.demo, { prompt: 'create' }, visitor);
    const person = { email: 'stranger@example.com', password: 'demo1234', nickname: '낯선이', birthdate: '' };
    assertRefused(await visitor.submit(signup, person));
  });

  it('knows a linked user no more who is no member now, and issues no tokens', async () => {
    const visitor = world.visitor();
    await goThrough(world, { app: APPS.demo, as: 'new', visitor });
    const before = await artifactsOf(world, '02-new');
    await world.change('apps', APPS.demo, { members: MEMBERS.slice(0, 1) });
    assertRefused(await begin(world, APPS.demo, { prompt: 'none' }, visitor));
    assert.deepEqual(await artifactsOf(world, '02-new'), before);
  });

  it('takes no consent from a person who was a member when the screen was drawn', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'new', {}, visitor);
    await world.change('apps', APPS.demo, { members: MEMBERS.slice(0, 1) });
    assertRefused(await visitor.submit(page, agreement(page, 'all')));
    assert.deepEqual(await written(world, APPS.demo, '02-new'), NOTHING);
  });

  it('is nothing special once it tests no other app', async () => {
    await world.change('apps', APPS.demo, { testOf: null });
    assert.equal(placeOf(await loggedIn(world, APPS.demo, 'han')), 'consent');
  });
});

function assertRefused(page: Page): void {
  assert.deepEqual([page.status, shown(page, 'error-code')], [400, 'KOE005'], page.html.slice(0, 500));
  assert.notEqual(page.url.origin, new URL(CALLBACK).origin);
  assert.equal(page.headers['location'], undefined);
}

async function nicknameOf({ house }: World, id: string): Promise<string> {
  return (await house.accounts.byId(id))!.nickname;
}

/** Ids of the codes, tokens and grants of a person in the demo app. */
async function artifactsOf(world: World, accountId: string): Promise<string[]> {
  const { key } = await world.key(APPS.demo);
  return (await world.house.store.find('artifacts', 'user', `${key}:${accountId}`)).map(({ id }) => id);
}
