/** The fence around the house: imports, cycles, screens and their views, the size of files, who reads the time. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparesEras } from './helpers/era-fence.ts';
import { DOORS, FLOORS } from './helpers/floors.ts';
import { cycles, filesBelow, forbiddenImports, type Module, modulesBelow, partOf, ROOT } from './helpers/plan.ts';

const MOST_LINES = 150;

/** Files over 150 lines, each with its reason. */
const LONG_FILES: Readonly<Record<string, string>> = {
  'src/store/schema.ts': 'the whole state on one page',
  'test/guide/1-certification.test.ts': 'one stage of the guide, rule by rule',
};

describe('the house plan', () => {
  const sources = modulesBelow('src');

  it('knows every part of src', () => {
    assert.deepEqual(
      [...new Set(sources.map(({ path }) => partOf(path)))].filter((part) => !(part in FLOORS)),
      [],
    );
  });

  it('lets a module import only from the floors below it', () => {
    assert.deepEqual(forbiddenImports(sources), []);
  });

  it('opens rooms in house.ts alone', () => {
    const openers = sources.filter(
      ({ path, text }) =>
        DOORS.includes(partOf(path)) &&
        /\bopen(Accounts|Apps|Businesses|Channels|Consent|Documents|Faults|Inbox|Inspections|Reviews|Submissions|Sync|Terms|Webhooks|World)\(/.test(
          text,
        ),
    );
    assert.deepEqual(
      openers.map(({ path }) => path),
      [],
    );
  });

  it('has no cycle of imports', () => {
    assert.deepEqual(cycles(sources), []);
  });

  it('has a view for every screen, and a screen for every view', () => {
    const screens = sources.flatMap(({ text }) => [...text.matchAll(/\bscreen<[^(]*>\('([^']+)'\)/g)].map(([, name]) => name!));
    const views = filesBelow('views', '.ejs')
      .map((path) => path.replace(/^views\/(.*)\.ejs$/, '$1'))
      .filter((name) => !/^(layouts|partials)\/|\/_/.test(name));
    assert.deepEqual([...new Set(screens)].sort(), views.sort());
  });

  it('writes `<%-` only before include, so that every value is escaped', () => {
    const raw = filesBelow('views', '.ejs').filter((path) => /<%-(?!\s*include\()/.test(readFileSync(join(ROOT, path), 'utf8')));
    assert.deepEqual(raw, []);
  });

  it('quotes every attribute that holds a value', () => {
    const unquoted = filesBelow('views', '.ejs').filter((path) => /\s[a-z-]+=<%/.test(readFileSync(join(ROOT, path), 'utf8')));
    assert.deepEqual(unquoted, []);
  });

  it('has no inline style, script or handler in a view', () => {
    const inline = filesBelow('views', '.ejs').filter((path) =>
      /\sstyle="|\son[a-z]+="|<style|<script(?![^>]*\ssrc=)/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    assert.deepEqual(inline, []);
  });

  it(`keeps every file within ${MOST_LINES} lines, or says why not`, () => {
    const long = [...sources, ...modulesBelow('test')]
      .filter(({ text }) => text.trimEnd().split('\n').length > MOST_LINES)
      .map(({ path }) => path);
    assert.deepEqual(long, Object.keys(LONG_FILES).sort());
  });

  it('asks by name what differs between the eras, and never which era it is', () => {
    const asking = sources.filter(({ text }) => comparesEras(text)).map(({ path }) => path);
    assert.deepEqual(asking, ['src/apps/era.ts', 'src/store/schema.ts']);
  });

  it('takes oidc-provider from oauth/oidc alone, where its word about the runtime is kept back', () => {
    const takers = sources.filter(({ text }) => /^(import|export) (?!type).*from 'oidc-provider'/m.test(text));
    assert.deepEqual(
      takers.map(({ path }) => path),
      ['src/oauth/oidc/index.ts'],
    );
  });

  it('reads the time in clock.ts alone', () => {
    const readers = sources.filter(({ path, text }) => path !== 'src/clock.ts' && /\bDate\.now\(|\bnew Date\(\)/.test(text));
    assert.deepEqual(
      readers.map(({ path }) => path),
      [],
    );
  });
});

describe('the fence itself', () => {
  const module = (path: string, imports: string[], typeOnly = false): Module => ({
    path,
    text: '',
    imports: imports.map((to) => ({ path: to, typeOnly, later: false })),
  });

  it('finds a room that imports a door', () => {
    assert.deepEqual(forbiddenImports([module('src/terms/index.ts', ['src/oauth/koe.ts'])]), [
      'src/terms/index.ts imports src/oauth/koe.ts',
    ]);
  });

  it('finds a door that imports another door', () => {
    assert.deepEqual(forbiddenImports([module('src/kapi/routes.ts', ['src/oauth/koe.ts'])]).length, 1);
  });

  it('finds a door that reaches behind the index of a room', () => {
    assert.deepEqual(forbiddenImports([module('src/kapi/user-me.ts', ['src/consent/tokens.ts'])]).length, 1);
    assert.deepEqual(forbiddenImports([module('src/kapi/user-me.ts', ['src/consent/index.ts'])]), []);
  });

  it('finds a partner that looks into the simulator', () => {
    assert.deepEqual(forbiddenImports([module('src/partner/app.ts', ['src/house.ts'], true)]).length, 1);
  });

  it('finds a cycle, and lets types go round', () => {
    const [a, b] = [module('src/terms/a.ts', ['src/terms/b.ts']), module('src/terms/b.ts', ['src/terms/a.ts'])];
    assert.deepEqual(cycles([a, b]), ['src/terms/a.ts → src/terms/b.ts → src/terms/a.ts']);
    assert.deepEqual(cycles([a, { ...b, imports: b.imports.map((each) => ({ ...each, typeOnly: true })) }]), []);
  });

  it('finds who asks which era it is, however it is put', () => {
    const compared = [`if (app.era === 'x')`, `'x' != era`, 'switch (app.era) {', 'words[app.era]', `"2019"`, `['x'].includes(era)`];
    assert.deepEqual(compared.filter(comparesEras), compared);
    const told = ['/** The era of 2019 */', `inEra(app, 'userCount')`, '{ era: app.era }', 'era: appRow.era.default(now)'];
    assert.deepEqual(told.filter(comparesEras), []);
  });

  it('reads imports as they are written', () => {
    const found = modulesBelow('src').find(({ path }) => path === 'src/main.ts');
    assert.deepEqual(found?.imports, [{ path: 'src/command/index.ts', typeOnly: false, later: true }]);
  });
});
