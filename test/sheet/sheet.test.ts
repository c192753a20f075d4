/** The contact sheet: drawn twice it is the same, and a changed title is found, shown, and told by the exit code. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { SEED } from '../helpers/house.ts';
import { useRoom } from '../command/program.ts';
import { findChromium } from '../browser/chromium.ts';

const PATIENCE = 240_000;
const FEW = ['--lang', 'ko', '--width', '360', '--state', 'first-link,koe006,terms-one'];

describe('the command · gallery', function () {
  this.timeout(PATIENCE);
  const room = useRoom();
  const at = (...names: string[]): string => join(room.folder, ...names);
  const run = async (args: readonly string[], environment: Record<string, string> = {}) => {
    const { path, environment: needed } = await findChromium();
    return room.start(['gallery', ...args], { KAKAO_SYNC_CHROMIUM: path, ...needed, ...environment }).ended;
  };

  it('draws each chosen state as a PNG of that width, and the same again: no difference, exit 0', async () => {
    const first = await run(['--out', at('one'), ...FEW]);
    assert.equal(first.code, 0, first.stderr);
    assert.match(first.stdout, /^1\/3 {2}1000001-[\w-]+-ko-360\.png\n2\/3 /);
    for (const state of ['first-link', 'koe006', 'terms-one'])
      assert.equal(PNG.sync.read(readFileSync(at('one', `1000001-${state}-ko-360.png`))).width, 360);

    const again = await run(['--out', at('two'), '--compare', at('one'), ...FEW]);
    assert.equal(again.code, 0, again.stdout + again.stderr);
    assert.match(again.stdout, /\n0 changed, 0 came, 0 went, 3 the same: .*comparison\.html\n$/);
    assert.doesNotMatch(readFileSync(at('two', 'comparison.html'), 'utf8'), /<section/);
  });

  it('finds a changed title, shows it before, after and over one another, and exits with 1; so it does for what came and went', async () => {
    await run(['--out', at('one'), ...FEW]);
    const world = JSON.parse(readFileSync(SEED, 'utf8')) as {
      apps: { id: string; applications?: { terms?: { terms: { title: { ko: string } }[] } } }[];
    };
    world.apps.find(({ id }) => id === '1000001')!.applications!.terms!.terms[0]!.title.ko = '새로운 서비스 이용약관';
    writeFileSync(at('changed.json'), JSON.stringify(world));
    const { code, stdout, stderr } = await run(['--out', at('two'), '--compare', at('one'), '--seed', at('changed.json'), ...FEW]);
    assert.equal(code, 1, stderr);
    assert.match(stdout, /\nchanged {2}1000001-first-link-ko-360\.png \(\d+ pixels\)\nchanged {2}1000001-terms-one-ko-360\.png/);
    assert.match(stdout, /\n2 changed, 0 came, 0 went, 1 the same/);
    const page = readFileSync(at('two', 'comparison.html'), 'utf8');
    assert.equal([...page.matchAll(/<section/g)].length, 2);
    assert.equal([...page.matchAll(/<img src="data:image\/png;base64,/g)].length, 6);
    assert.match(page, /SIMULATOR · 테스트 전용/);
    assert.doesNotMatch(page, /(src|href)="(?!data:)/);

    const other = await run([
      '--out',
      at('three'),
      '--compare',
      at('one'),
      '--lang',
      'ko',
      '--width',
      '360',
      '--state',
      'first-link,login',
    ]);
    assert.equal(other.code, 1);
    assert.match(other.stdout, /\ncame {5}1000001-login-ko-360\.png\n0 changed, 1 came, 0 went, 1 the same/);
  });

  it('says in a sentence what it cannot do, and exits with 2', async () => {
    const refusals: [string[], Record<string, string>, RegExp][] = [
      [
        ['--out', at('x')],
        { KAKAO_SYNC_CHROMIUM: '', PATH: '/nowhere' },
        /^kakao-sync-simulator: no browser to draw with: put chromium-headless-shell or .*\n$/,
      ],
      [['--out', at('x'), '--compare', at('gone')], {}, /gone: there is no gallery\.json in it/],
      [['--out', at('x'), '--compare', at('x')], {}, /name the same folder/],
      [['--out', at('x'), '--lang', 'jp'], {}, /--lang: expected ko, en or several, got "jp"/],
      [['--out', at('x'), '--state', 'typo'], {}, /--state: there is no state "typo"/],
      [['--out', at('x'), '--app', '1'], {}, /--app: the simulator at .* has no app 1/],
    ];
    for (const [args, environment, expected] of refusals) {
      const { code, stdout, stderr } = await run(args, environment);
      assert.deepEqual([code, stdout], [2, ''], stderr);
      assert.match(stderr, expected);
    }
    assert.ok(!existsSync(at('x', 'gallery.json')));
  });

  it('can be stopped: it keeps what it has drawn, and says so', async () => {
    const { path, environment } = await findChromium();
    const program = room.start(['gallery', '--out', at('one'), '--lang', 'ko'], { KAKAO_SYNC_CHROMIUM: path, ...environment });
    await program.said(/^ *1\//);
    const { code, stdout } = await program.end('SIGINT');
    assert.equal(code, 130);
    assert.match(stdout, /\nstopped; the \d+ pictures so far are in .*one\n$/);
    const { pictures } = JSON.parse(readFileSync(at('one', 'gallery.json'), 'utf8')) as { pictures: { file: string }[] };
    assert.ok(pictures.length > 0);
    for (const { file } of pictures) PNG.sync.read(readFileSync(at('one', file)));
  });
});
