/** What `npm pack` makes: it installs in an empty folder and runs there, on each Node that it is for. Run by `npm run test:package`. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../helpers/plan.ts';

const run = promisify(execFile);
const NAME = 'kakao-sync-simulator';
const MEGABYTE = 1024 * 1024;
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
/** Of the npm package `node`: the oldest line that it is for, the one that it is made with, the newest. */
const NODES = ['22', MANIFEST.devDependencies.node!, 'latest'];
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

const TYPED = `import { createSimulator, defineConfig, type Simulator } from '${NAME}';
const config = defineConfig({ port: 0, apps: [{ name: 'mine', items: { name: 'required' }, terms: ['service'] }] });
const kakao: Simulator = await createSimulator(config);
const url: string = kakao.url;
// @ts-expect-error: a misspelt key is red
defineConfig({ prot: 1 });
export { url };
`;

describe('the package', function () {
  this.timeout(600_000);
  let folder = '';
  let installed = '';

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kakao-sync-package-'));
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, ...QUIET], { cwd: ROOT });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    assert.ok(stdout.includes(tarball));
    const home = join(folder, 'home');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    await run('npm', ['install', join(folder, tarball), ...QUIET], { cwd: home });
    installed = join(home, 'node_modules', NAME);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what it needs and nothing else: under 6 MB unpacked, with types, without sources and tests', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(installed, name)).isFile());
    const size = files.reduce((sum, name) => sum + statSync(join(installed, name)).size, 0);
    assert.ok(size < 6 * MEGABYTE, `${(size / MEGABYTE).toFixed(1)} MB`);
    const tops = new Set(files.map((name) => name.split('/')[0]));
    assert.deepEqual(tops, new Set(['LICENSE', 'README.md', 'data', 'dist', 'package.json', 'views']));
    assert.ok(files.includes('dist/index.d.ts'));
    assert.deepEqual(
      files.filter((name) => /(?<!\.d)\.ts$|\.map$/.test(name)),
      [],
    );
  });

  it('tells the licence of every package whose code it holds', () => {
    const notices = readFileSync(join(installed, 'dist', 'NOTICES.txt'), 'utf8');
    for (const name of ['koa', 'oidc-provider', 'zod', 'undici'])
      assert.match(notices, new RegExp(`^${name} \\d[^]{0,80}?Licen[cs]e`, 'im'), name);
  });

  it('brings no dev dependency along', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const names = Object.keys(MANIFEST.devDependencies).filter((name) => packages[`node_modules/${name}`]?.dev);
    const there = names.filter((name) => existsSync(join(folder, 'home', 'node_modules', name)));
    assert.deepEqual(there, []);
  });

  it('has types that a strict compiler takes, and that refuse a misspelt key', async () => {
    const file = join(folder, 'home', 'typed.ts');
    writeFileSync(file, TYPED);
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--lib',
      'es2024,esnext.disposable',
      '--skipLibCheck',
    ];
    const types = ['--typeRoots', join(ROOT, 'node_modules', '@types'), '--types', 'node'];
    await run(join(ROOT, 'node_modules', '.bin', 'tsc'), [...options, ...types, file], { cwd: join(folder, 'home') }).catch(
      (error: { stdout: string }) => assert.fail(error.stdout),
    );
  });

  for (const version of NODES) {
    it(`runs on Node ${version}: a config file of TypeScript is written, checked and started with, and nothing is said beside`, async () => {
      const work = mkdtempSync(join(folder, 'work-'));
      const node = await nodeOf(version, folder);
      const main = join(installed, 'dist', 'main.js');
      assert.equal((await run(node, [main, 'init', '--format', 'ts'], { cwd: work })).stderr, '');
      const checked = await run(node, [main, 'validate'], { cwd: work });
      assert.deepEqual([checked.stderr, /is right: /.test(checked.stdout)], ['', true]);
      const child = spawn(node, [main, '--port', '0', '--memory', '--no-partner', '--json'], {
        cwd: work,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'close').then(() => assert.fail(stderr))])) as [Buffer];
      const { url, apps } = JSON.parse(String(line)) as { url: string; apps: { name: string }[] };
      assert.ok(apps.some(({ name }) => name === '우리상점'));
      assert.equal((await fetch(url)).status, 200);
      child.kill('SIGTERM');
      const [code] = (await once(child, 'close')) as [number];
      assert.deepEqual([code, stderr], [0, '']);
    });
  }
});

/** The program of a Node: this one, or one that npm brings. */
async function nodeOf(version: string, folder: string): Promise<string> {
  if (version === process.versions.node) return process.execPath;
  const home = join(folder, `node-${version}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  await run('npm', ['install', `node@${version}`, ...QUIET], { cwd: home });
  return join(home, 'node_modules', 'node', 'bin', 'node');
}
