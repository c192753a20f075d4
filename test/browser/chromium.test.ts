/** Which browser the tests take. */
import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Found, findChromium, launch } from './chromium.ts';
import { unpackChromium } from './unpacked.ts';

describe('the browser of the tests', () => {
  let folder: string;
  const brought: Found = { path: '/brought/by/npm', environment: {} };
  const find = (environment: Record<string, string>, unpack = async () => brought) => findChromium(environment, unpack);

  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kakao-sync-browser-'))));
  afterEach(() => rm(folder, { recursive: true }));
  const program = async (name: string) => {
    await writeFile(join(folder, name), '');
    await chmod(join(folder, name), 0o755);
    return join(folder, name);
  };

  it('is the one that KAKAO_SYNC_CHROMIUM names', async () => {
    await program('chromium');
    const mine = await program('mine');
    assert.equal((await find({ KAKAO_SYNC_CHROMIUM: mine, PATH: folder })).path, mine);
  });

  it('is no other when the named one is not there', async () => {
    await assert.rejects(find({ KAKAO_SYNC_CHROMIUM: join(folder, 'gone') }), /KAKAO_SYNC_CHROMIUM is ".*gone", and that is no program/);
  });

  it('is else the first one on the path', async () => {
    await program('google-chrome');
    const chromium = await program('chromium');
    assert.equal((await find({ PATH: ['/nowhere', folder].join(delimiter) })).path, chromium);
  });

  it('is else the one that npm brought', async () => {
    assert.equal((await find({ PATH: folder })).path, brought.path);
  });

  it('is asked for in one sentence when there is none at all', async () => {
    const none = async () => Promise.reject(new Error('not installed'));
    await assert.rejects(
      find({ PATH: folder }, none),
      /^Error: no browser to test with: put chromium-headless-shell or .* on the PATH, or name one in KAKAO_SYNC_CHROMIUM, or run npm ci/,
    );
  });

  it('starts and draws, even the one that npm brought', async () => {
    const browser = await launch(await unpackChromium());
    const page = await browser.newPage();
    await page.setContent('<button>동의하고 계속하기</button>');
    assert.equal(await page.getByRole('button').innerText(), '동의하고 계속하기');
    await browser.close();
  });
});
