/** Every form of the consoles, the desk and KakaoTalk, filled in as nobody should. */
import assert from 'node:assert/strict';
import { RESERVED as reserved } from '../../src/web/read-form.ts';
import { describeHouse } from '../helpers/house.ts';
import { around, encoded, formsIn } from './console-form.ts';
import { assertDecentPage, assertUnharmed } from './decent.ts';
import { furnish, PAGES } from './furnished.ts';
import { DOORS, type Person, personAt, type Route, routeOf, routesOf, type Street, street } from './street.ts';
import { strange, values } from './values.ts';

const RESERVED: readonly string[] = reserved;

describeHouse('malformed · forms of', (world) => {
  for (const door of DOORS) {
    it(door, async () => {
      await furnish(world);
      const found = await street(await personAt(world), PAGES);
      const guest = await street(await personAt(world, null));
      for (const route of routesOf('POST', door)) {
        assert.ok(found.forms.has(route) || guest.forms.has(route), `no page leads to a form for ${route.path}`);
        const { plantedAt } = await world.house.world.beginning();
        await world.house.world.reset(plantedAt);
        await furnish(world);
        if (found.forms.has(route)) await fillIn(await personAt(world), route, found);
        else await fillIn(await personAt(world, null), route, guest);
      }
      await assertUnharmed(world);
    });
  }
});

/** Each of its fields with each value, all of them at once, and what is no form of it at all. */
async function fillIn(person: Person, route: Route, { forms }: Street): Promise<void> {
  const { page, form: first } = forms.get(route)!;
  let form = first;
  const reopen = async (): Promise<void> => {
    const html = await (await person.get(page)).text();
    form = formsIn(html).find(({ action }) => routeOf('POST', action) === route) ?? form;
  };
  const send = async (sent: string, what: string): Promise<void> => {
    const status = await assertDecentPage(route.path, await person.ask(form.action, encoded(form, sent)), what);
    if (status >= 400) return;
    // It went through: what it was drawn from has changed, and they may be signed out.
    await person.comeBack();
    await reopen();
  };
  await reopen();
  // What every form carries is read by the kit, before the form is.
  const own = (): string[] => form.names.filter((name) => !RESERVED.includes(name));
  for (const [what, value] of Object.entries(values)) {
    for (const name of own()) await send(around(form, [name], value), `${what} as ${name}`);
    await send(around(form, form.names, value), `${what} everywhere`);
  }
  for (const [what, queryOf] of Object.entries(strange)) await send(queryOf(own().at(-1) ?? 'once'), what);
}
