/** Every page of the consoles, the desk and KakaoTalk, asked for as nobody should: by odd ids, and with odd queries. */
import { describeHouse } from '../helpers/house.ts';
import { assertDecentPage, assertUnharmed } from './decent.ts';
import { furnish, PAGES } from './furnished.ts';
import { DOORS, type Person, personAt, type Route, routesOf, type Street, street } from './street.ts';
import { values } from './values.ts';

/** In place of an id. */
const IDS = ['nobody', '%ff', '%00', '%', '__proto__', 'constructor', '..%2f..%2f', '%2e%2e', encodeURIComponent('한'), 'x'.repeat(4000)];
/** What some page reads from its query. */
const QUERY = ['before', 'page', 'app', 'kind', 'relation', 'state', 'continue', 'check', 'step', 'lang'];

describeHouse('malformed · pages of', (world) => {
  for (const door of DOORS) {
    it(door, async () => {
      await furnish(world);
      const person = await personAt(world);
      const found = await street(person, PAGES);
      for (const route of routesOf('GET', door)) {
        const [path] = found.paths.get(route)?.split(/[?#]/) ?? [];
        for (const value of path ? Object.values(values) : [])
          await look(person, route, `${path}?${QUERY.map((name) => `${name}=${value.slice(0, 1000)}`).join('&')}`);
      }
      for (const method of ['GET', 'POST'] as const)
        for (const route of routesOf(method, door)) for (const path of oddPaths(route, found)) await look(person, route, path);
      await assertUnharmed(world);
    });
  }
});

/** The paths of a route with an odd id in the place of each that it has. */
function oddPaths(route: Route, { paths }: Street): string[] {
  const parts = route.path.split('/');
  const real = paths.get(route)?.split(/[?#]/)[0]?.split('/') ?? [];
  const withId = (at: number, id: string) =>
    parts.map((part, i) => (i === at ? id : part.startsWith(':') ? (real[i] ?? 'nobody') : part)).join('/');
  return parts.flatMap((part, at) => (part.startsWith(':') ? IDS.map((id) => withId(at, id)) : []));
}

async function look(person: Person, { method, path }: Route, asked: string): Promise<void> {
  const answer = await person.ask(asked, { method, ...(method === 'POST' && { body: new URLSearchParams() }) });
  await assertDecentPage(path, answer, `${method} ${asked}`);
}
