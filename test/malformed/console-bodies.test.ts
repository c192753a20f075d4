/** Bodies of other kinds, in other encodings, too long or cut off, to every form of the consoles, the desk and KakaoTalk. */
import { describeHouse } from '../helpers/house.ts';
import { torn, whole } from './body-kinds.ts';
import { assertClean, assertUnharmed } from './decent.ts';
import { furnish, PAGES } from './furnished.ts';
import { CUT_OFF, head, raw } from './raw.ts';
import { DOORS, personAt, routesOf, street } from './street.ts';
import { withToken } from '../helpers/form-token.ts';

describeHouse('malformed · bodies to the forms of', (world) => {
  for (const door of DOORS) {
    it(door, async () => {
      await furnish(world);
      const person = await personAt(world);
      const { paths } = await street(person, PAGES);
      for (const route of routesOf('POST', door)) {
        const path = withToken(world, (paths.get(route) ?? route.path).split('#')[0]!);
        const headOf = (lines: readonly string[]) => head(`POST ${path} HTTP/1.1`, `Cookie: ${person.cookie()}`, ...lines);
        for (const [what, { lines, body }] of Object.entries(whole))
          assertClean(await raw(world.url, headOf(lines), body), `${path}, ${what}`);
        for (const [what, { lines, body }] of Object.entries(torn))
          assertClean(await raw(world.url, headOf(lines), body, CUT_OFF), `${path}, ${what}`);
      }
      await assertUnharmed(world);
    });
  }
});
