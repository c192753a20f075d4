/** Bodies of other kinds, in other encodings, too long or cut off, to every endpoint that a POST reaches. */
import { describeHouse, type World } from '../helpers/house.ts';
import { torn, whole } from './body-kinds.ts';
import { assertClean, assertDecent, assertUnharmed } from './decent.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { type LivePage, livePage } from './live.ts';
import { CUT_OFF, head, raw } from './raw.ts';

const posts = endpoints.filter(({ method }) => method === 'POST');
const live = ['login', 'signup', 'consent'] as const;

describeHouse('malformed · bodies to', (world) => {
  for (const endpoint of posts) {
    it(endpoint.path, () => sendAll(world, endpoint, { path: endpoint.path, cookie: '' }));
  }

  for (const name of live) {
    it(`the ${name} page of a login under way`, async () => sendAll(world, { door: 'kauth', json: false }, await livePage(world, name)));
  }

  it('every endpoint by GET', async () => {
    for (const endpoint of endpoints.filter(({ method }) => method === 'GET')) {
      for (const [what, { lines, body }] of Object.entries(whole))
        assertDecent(endpoint, await raw(world.url, head(`GET ${endpoint.path} HTTP/1.1`, ...keyFor(endpoint), ...lines), body), what);
    }
    await assertUnharmed(world);
  });
});

async function sendAll(world: World, about: Pick<Endpoint, 'door' | 'json'>, { path, cookie }: LivePage): Promise<void> {
  const headOf = (lines: readonly string[]) => head(`POST ${path} HTTP/1.1`, `Cookie: ${cookie}`, ...keyFor(about), ...lines);
  for (const [what, { lines, body }] of Object.entries(whole))
    assertDecent({ ...about, path }, await raw(world.url, headOf(lines), body), what);
  for (const [what, { lines, body }] of Object.entries(torn))
    assertClean(await raw(world.url, headOf(lines), body, CUT_OFF), `${path}, ${what}`);
  await assertUnharmed(world);
}

/** A token that does not exist: every endpoint of kapi reads the body first. */
function keyFor({ door }: Pick<Endpoint, 'door'>): string[] {
  return door === 'kapi' ? ['Authorization: Bearer nobody'] : [];
}
