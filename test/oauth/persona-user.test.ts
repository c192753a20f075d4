/** What the login page says that an app will get of each persona, held against what the app then gets. */
import assert from 'node:assert/strict';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';
import { begin, ko, shown } from './helpers.ts';

const ways = [
  { what: 'at an app of today', app: APPS.current, params: {} },
  { what: 'at an app of 2019 that names an item', app: APPS.demo, params: { scope: 'account_email,friends' } },
  { what: 'at an app that links its users by hand', app: APPS.demo, params: {}, autoLink: false },
];

describeHouse('oauth · what an app will get of each persona', (world) => {
  for (const { what, app, params, autoLink = true } of ways) {
    it(`is what user/me then answers, digit for digit, ${what}`, async () => {
      await world.change('apps', app, { autoLink });
      const page = await begin(world, app, params);
      for (const { key } of await world.house.accounts.personas()) {
        const told = shown(page, `persona-user-${key}`);
        if (told === undefined) continue;
        const { access_token: token } = await signUp(world, { app, as: key!, params });
        assert.equal(timeless((await api(world, '/v2/user/me', token).expect(200)).text), timeless(told), key!);
      }
    });
  }

  it('is refused to nobody but those under 14, where the app asks for the age', async () => {
    const refused = await withoutUser(world, APPS.demo);
    assert.deepEqual(refused, ['under-14']);
    assert.ok((await begin(world, APPS.demo)).html.includes(ko('login.personaRefused')));
  });

  it('writes nothing down', async () => {
    const before = await world.house.store.find('links', 'app', APPS.demo);
    await begin(world, APPS.demo);
    assert.deepEqual(await world.house.store.find('links', 'app', APPS.demo), before);
  });

  it('foresees another user number once the first is forgotten', async () => {
    const number = async () => /"id": (\d+)/.exec(shown(await begin(world, APPS.demo), 'persona-user-han')!)![1];
    const first = await number();
    await signUp(world, { app: APPS.demo, as: 'han' });
    await world.house.consent.forget(APPS.demo, '01-han');
    const second = await number();
    assert.notEqual(second, first);
    await signUp(world, { app: APPS.demo, as: 'han' });
    assert.equal((await world.house.consent.link(APPS.demo, '01-han'))!.number, second);
  });
});

async function withoutUser(world: World, app: string): Promise<string[]> {
  const page = await begin(world, app);
  const keys = (await world.house.accounts.personas()).map(({ key }) => key!);
  return keys.filter((key) => shown(page, `persona-user-${key}`) === undefined);
}

/** JSON without blanks between, and without the moments of linking, which pass between page and answer. */
function timeless(json: string): string {
  return json.replace(/("(?:connected_at|synched_at)"):\s*"[^"]*"/g, '$1').replace(/\s+/g, '');
}
