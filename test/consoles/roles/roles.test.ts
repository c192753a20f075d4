/** Roles as one table: every route of the consoles × everybody who may ask. Source: security 6.5; guide, 준비 1 and 2. */
import assert from 'node:assert/strict';
import { describeHouse } from '../../helpers/house.ts';
import { routes } from '../../malformed/street.ts';
import { CONSOLES, openAsking } from './asking.ts';
import { OTHERS } from './consoles.table.ts';
import { DEVELOPERS } from './developers.table.ts';

/** By method and path, the words of a row. */
const table = new Map(
  [DEVELOPERS, OTHERS].flatMap((text) => {
    const rows = text.split('\n').map((line) => line.replace('…', '/developers/apps/:id').split(/ +/));
    return rows.flatMap(([method, path, ...words]) =>
      method === 'GET' || method === 'POST' ? [[`${method} ${path}`, words.join(' ')] as const] : [],
    );
  }),
);

const served = routes.filter(({ path }) => CONSOLES.some((door) => path.startsWith(door)));

describe('콘솔 · the table of roles', () => {
  it('has a row for every route, and none for what is no route', () => {
    assert.deepEqual([...table.keys()].sort(), served.map(({ method, path }) => `${method} ${path}`).sort());
  });
});

describeHouse('콘솔 · roles', (world) => {
  it('everybody gets what the table says, and nobody changes anything by what is refused', async () => {
    const ask = await openAsking(world);
    const found: Record<string, string> = {};
    for (const route of served) found[`${route.method} ${route.path}`] = (await ask(route)).join(' ');
    assert.deepEqual(found, Object.fromEntries(served.map(({ method, path }) => [`${method} ${path}`, table.get(`${method} ${path}`)])));
  });
});
