/** What `npm ci` and `npm pack` rely on. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesBelow, ROOT } from './helpers/plan.ts';

interface Manifest {
  bin: Record<string, string>;
  exports: Record<string, { types: string; default: string }>;
  files: string[];
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface Lock {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T;

describe('the package', () => {
  const manifest = read<Manifest>('package.json');
  const { packages } = read<Lock>('package-lock.json');

  it('pins every dependency to an exact version', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-beta\.\d+)?$/.test(version),
    );
    assert.deepEqual(loose, []);
  });

  it('comes from four folders, with the usual files beside them', () => {
    const made = ['artifacts', 'dist', 'node_modules'];
    const folders = readdirSync(ROOT, { withFileTypes: true }).filter((each) => each.isDirectory() && !each.name.startsWith('.'));
    assert.deepEqual(folders.flatMap(({ name }) => (made.includes(name) ? [] : [name])).sort(), ['data', 'src', 'test', 'views']);
  });

  it('names no registry in the lockfile', () => {
    assert.deepEqual(
      Object.keys(packages).filter((name) => packages[name]?.resolved),
      [],
    );
  });

  it('has every optional package in the lockfile, without which npm ci fails on any machine', () => {
    const missing = Object.entries(packages).flatMap(([name, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((each) => !packages[`node_modules/${each}`] && !packages[`${name}/node_modules/${each}`]),
    );
    assert.deepEqual(missing, []);
  });

  it('points to what the build makes of its sources', () => {
    for (const path of [manifest.bin['kakao-sync-simulator']!, manifest.exports['.']!.default]) {
      const source = path.replace(/^(\.\/)?dist\/(.*)\.js$/, 'src/$2.ts');
      assert.ok(existsSync(join(ROOT, source)), source);
    }
    for (const shipped of manifest.files.filter((each) => each !== 'dist')) assert.ok(existsSync(join(ROOT, shipped)), shipped);
  });

  it('is written for the oldest Node that it takes: 22 has no `using`', () => {
    const modern = modulesBelow('src').filter(({ text }) => /^\s*(?:await )?using \w+ = |\bAsyncDisposableStack\b/m.test(text));
    assert.deepEqual(
      modern.map(({ path }) => path),
      [],
    );
  });
});
