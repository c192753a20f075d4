/** Looking never changes: the whole store, byte by byte on the disk, is the same before and after every page of the gallery. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '../../src/index.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { useFolder } from '../helpers/store.ts';
import { Visitor } from '../helpers/visitor.ts';
import type { Picture } from './helpers.ts';

const BOTH = [
  ['layout', 'classic'],
  ['layout', 'newer'],
  ['in', 'ko'],
  ['in', 'en'],
] as const;

describe('gallery · looking never changes', () => {
  const folder = useFolder();
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await createSimulator({ memory: false, data: folder() });
  });
  afterEach(() => simulator.close());

  const see = async (path: string) => (await fetch(simulator.url + path, { redirect: 'manual' })).text();
  /** The list of logins waits for what is still to be written down. */
  const settled = () => see('/_sim/journeys');
  const lookAtAll = async (query: readonly (readonly [string, string])[]): Promise<number> => {
    const asked = new URLSearchParams(query.map(([name, value]) => [name, value]));
    await see(`/_sim/gallery?${asked}`);
    const { pictures } = JSON.parse(await see(`/_sim/gallery/states.json?${asked}`)) as { pictures: Picture[] };
    const drawn = pictures.filter(({ lacks }) => lacks.length === 0);
    for (const { path } of drawn) await see(path);
    return drawn.length;
  };

  it('leaves the whole store as it was after every picture, in both layouts and languages', async () => {
    const before = hashOf(folder());
    const seen = await lookAtAll([['app', APPS.demo], ...BOTH]);
    assert.ok(seen > 300, `${seen} pictures`);
    assert.equal(hashOf(folder()), before);
  });

  it('the same from a draft, from an approval, and in other eras', async () => {
    const before = hashOf(folder());
    for (const from of ['draft', `0-terms:${APPS.ellaBongBong}`]) {
      const seen = await lookAtAll([
        ['app', APPS.ellaBongBong],
        ['from', from],
        ['era', '2019'],
        ['era', 'current'],
      ]);
      assert.ok(seen > 100, `${seen} pictures from ${from}`);
    }
    assert.equal(hashOf(folder()), before);
  });

  it('leaves it as it was after every screen was laid open, with some rows ticked', async () => {
    const before = hashOf(folder());
    const { pictures } = JSON.parse(await see(`/_sim/gallery/states.json?app=${APPS.demo}`)) as { pictures: Picture[] };
    for (const { path } of pictures.filter(({ lacks }) => lacks.length === 0)) {
      await see(`${path}&inspect=on&items=required&item=birthday&term=service_20260105&age=on`);
    }
    assert.equal(hashOf(folder()), before);
  });

  it('leaves it as it was after the real screen was laid open, in the middle of a login', async () => {
    const visitor = new Visitor(simulator.url);
    const { clientId } = await simulator.apps.get(APPS.demo);
    const login = await visitor.authorize({ client_id: clientId, redirect_uri: CALLBACK });
    const consent = await visitor.submit(login, { persona: 'han' });
    await settled();
    const before = hashOf(folder());
    for (const query of ['', '&items=required&item=birthday', '&lang=en']) {
      const page = await visitor.open(`${consent.url.pathname}?inspect=on${query}`);
      assert.match(page.html, /data-testid="inspection"/);
    }
    await settled();
    assert.equal(hashOf(folder()), before);
  });

  it('would be seen: a refused request changes the hash', async () => {
    const before = hashOf(folder());
    await see('/oauth/authorize?client_id=unknown');
    assert.notEqual(hashOf(folder()), before);
  });
});

describeHouse('gallery · a look leaves nothing with who looks', (world) => {
  it('sets no cookie, and its language is no choice for other pages', async () => {
    const visitor = world.visitor();
    const page = await visitor.open(`/_sim/gallery/${APPS.demo}/first-link?in=en`);
    assert.match(page.html, /<html lang="en"/);
    assert.equal(page.headers['set-cookie'], undefined);
    assert.match((await visitor.open('/_sim/gallery')).html, /<html lang="ko"/);
  });
});

/** A fingerprint of every file of the data folder. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
