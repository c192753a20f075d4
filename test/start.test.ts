/** What a start reads before it is ready: the rest waits for whoever asks for it. */
import assert from 'node:assert/strict';
import { type Module, modulesBelow } from './helpers/plan.ts';

/** What is read with these modules, without what they read later. */
function readWith(roots: readonly string[], modules: readonly Module[]): Module[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const found = new Set<Module>();
  const read = (path: string): void => {
    const module = byPath.get(path);
    if (!module || found.has(module)) return;
    found.add(module);
    for (const each of module.imports) if (!each.typeOnly && !each.later) read(each.path);
  };
  roots.forEach(read);
  return [...found];
}

describe('a start', () => {
  const read = readWith(['src/command/index.ts', 'src/index.ts', 'src/banner.ts'], modulesBelow('src'));

  it('reads no door but what says that it is up, and where the others are', () => {
    const doors = read.filter(({ path }) =>
      /^src\/(?:consoles|control|kapi|coverage|pages\.ts|oauth\/(?:oidc|provider|routes))/.test(path),
    );
    assert.deepEqual(
      doors.map(({ path }) => path),
      [],
    );
  });

  it('reads no library that only some of its requests need', () => {
    const later = /^import (?!type).*from '(oidc-provider|undici|pkijs|asn1js|pg|prom-client|yaml|pngjs|pixelmatch)'/m;
    assert.deepEqual(
      read.flatMap(({ path, text }) => (later.test(text) ? [path] : [])),
      [],
    );
  });

  it('knows what is read at once from what is read later', () => {
    const module = (path: string, to: string, how: { typeOnly?: boolean; later?: boolean }): Module => ({
      path,
      text: '',
      imports: [{ path: to, typeOnly: false, later: false, ...how }],
    });
    const modules = [module('a', 'b', {}), module('b', 'c', { later: true }), module('c', 'a', {})];
    assert.deepEqual(
      readWith(['a'], modules).map(({ path }) => path),
      ['a', 'b'],
    );
  });
});
