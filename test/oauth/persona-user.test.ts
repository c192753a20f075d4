/** What the login page says that an app will get of each persona, held against what the app then gets. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';
import { begin, en, ko, shown, textOf } from './helpers.ts';

const ways = [
  { what: 'at an app of today', app: APPS.current, params: {} },
  { what: 'at an app of 2019 that names an item', app: APPS.demo, params: { scope: 'account_email,plusfriends' } },
  { what: 'at an app that links its users by hand', app: APPS.demo, params: {}, autoLink: false },
];

describeHouse('oauth · what an app will get of each persona', (world) => {
  for (const { what, app, params, autoLink = true } of ways) {
    it(`is what user/me then answers, digit for digit, ${what}`, async () => {
      await world.change('apps', app, { autoLink });
      const visitor = world.visitor();
      const page = await begin(world, app, params, visitor);
      for (const { key } of await world.house.accounts.personas()) {
        const told = await userOf(visitor, page, key!);
        if (told === undefined) continue;
        const { access_token: token } = await signUp(world, { app, as: key!, params });
        assert.equal(timeless((await api(world, '/v2/user/me', token).expect(200)).text), timeless(told), key!);
      }
    });
  }

  it('is refused to nobody but those under 14, where the app asks for the age', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, {}, visitor);
    const refused: string[] = [];
    for (const { key } of await world.house.accounts.personas()) {
      const opened = await visitor.open(linkOf(page, key!));
      const isRefused = opened.html.includes(ko('login.personaRefused'));
      assert.notEqual(isRefused, shown(opened, `persona-user-${key}`) !== undefined, key!);
      if (isRefused) refused.push(key!);
    }
    assert.deepEqual(refused, ['under-14']);
  });

  it('is shown beside the language that was chosen, of one persona alone', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, {}, visitor);
    const english = await visitor.open(`${page.url.pathname}?user=han&lang=en`);
    assert.ok(shown(english, 'persona-user-han'));
    const other = await visitor.open(
      /<a href="([^"]*)"[^>]*data-testid="persona-user-open-returning"/.exec(english.html)![1]!.replaceAll('&amp;', '&'),
    );
    assert.ok(shown(other, 'persona-user-returning'));
    assert.equal(shown(other, 'persona-user-han'), undefined);
    assert.ok(shown(other, 'persona-user-open-han')!.includes(en('login.personaUser')));
  });

  it('stands beside people as they are by now, in the language of who reads, however often they were drawn before', async () => {
    const visitors = { ko: world.visitor(), en: world.visitor() };
    for (const [lang, visitor] of Object.entries(visitors)) await visitor.open(`/?lang=${lang}`);
    const shownTo = async (visitor: Visitor): Promise<string> => (await begin(world, APPS.demo, {}, visitor)).html;
    for (const name of ['한가람', '새이름']) {
      await world.change('accounts', '01-han', { nickname: name });
      for (const times of [1, 2]) {
        for (const [visitor, says] of [[visitors.ko, ko] as const, [visitors.en, en] as const]) {
          const html = await shownTo(visitor);
          assert.ok(html.includes(name) && html.includes(says('login.personasHint')), `${name} ${times}`);
        }
      }
    }
  });

  it('is of nobody for a name that no persona has', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, {}, visitor);
    for (const name of ['', 'nobody', '__proto__', 'han&user=han']) linkOf(await visitor.open(`${page.url.pathname}?user=${name}`), 'han');
  });

  it('writes nothing down', async () => {
    const before = await world.house.store.find('links', 'app', APPS.demo);
    const visitor = world.visitor();
    await userOf(visitor, await begin(world, APPS.demo, {}, visitor), 'han');
    assert.deepEqual(await world.house.store.find('links', 'app', APPS.demo), before);
  });

  it('foresees another user number once the first is forgotten', async () => {
    const number = async () => {
      const visitor = world.visitor();
      return /"id": (\d+)/.exec((await userOf(visitor, await begin(world, APPS.demo, {}, visitor), 'han'))!)![1];
    };
    const first = await number();
    await signUp(world, { app: APPS.demo, as: 'han' });
    await world.house.consent.forget(APPS.demo, '01-han');
    const second = await number();
    assert.notEqual(second, first);
    await signUp(world, { app: APPS.demo, as: 'han' });
    assert.equal((await world.house.consent.link(APPS.demo, '01-han'))!.number, second);
  });
});

/** What stands there once the link of a persona was followed; undefined where the app refuses the person. */
async function userOf(visitor: Visitor, page: Page, key: string): Promise<string | undefined> {
  return shown(await visitor.open(linkOf(page, key)), `persona-user-${key}`);
}

/** The page holds nobody's until it is asked for. */
function linkOf({ html }: Page, key: string): string {
  assert.doesNotMatch(html, /data-testid="persona-user-(?!open-)/);
  return textOf(new RegExp(`<a href="([^"]*)"[^>]*data-testid="persona-user-open-${key}"`).exec(html)![1]!);
}

/** JSON without blanks between, and without the moments of linking, which pass between page and answer. */
function timeless(json: string): string {
  return json.replace(/("(?:connected_at|synched_at)"):\s*"[^"]*"/g, '$1').replace(/\s+/g, '');
}
