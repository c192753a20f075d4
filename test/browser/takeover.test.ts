/** A browser with the arguments that `doctor` prints, at Kakao's own address. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createSimulator } from '../../src/index.ts';
import { ARGUMENTS } from '../../src/sheet/chromium.ts';
import { PATIENCE } from '../command/program.ts';
import { APPS, CALLBACK } from '../helpers/house.ts';
import { selfSigned } from '../helpers/certificate.ts';
import { app } from '../helpers/world.ts';
import { running } from '../takeover/running.ts';
import { listen } from '../../src/serve.ts';
import { findChromium } from './chromium.ts';

const clientId = app(APPS.demo).keys.find(({ type }) => type === 'rest')!.key;

describe('a browser at https://kauth.kakao.com', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kakao-sync-browser-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

  it('signs in there with the arguments that doctor prints, and believes nobody else by them', async () => {
    const data = join(folder, 'data');
    await using simulator = await createSimulator({ memory: false, data, kakaoHosts: true });
    const { port } = new URL(simulator.https!.url);
    const doctor = await running(['doctor', '--json', '--data', data, '--https-port', port, '--no-config', '--port', '0']);
    assert.equal(doctor.code, 0, doctor.stderr);
    const { browser: line } = JSON.parse(doctor.stdout) as { browser: string };
    const args = [...line.matchAll(/'(--[^']+)'/g)].map(([, argument]) => argument!);
    assert.deepEqual(
      args.map((argument) => argument.split('=')[0]),
      ['--host-resolver-rules', '--ignore-certificate-errors-spki-list'],
    );

    const { path, environment } = await findChromium();
    const env = { ...process.env, ...environment };
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: path,
      args: [...ARGUMENTS, ...args],
      env,
    });
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      const query = new URLSearchParams({ client_id: clientId, redirect_uri: CALLBACK, response_type: 'code' });
      await page.goto(`https://kauth.kakao.com/oauth/authorize?${query.toString()}`);
      assert.equal(new URL(page.url()).origin, 'https://kauth.kakao.com');
      // Nobody is at the partner's address; that the browser goes there is enough.
      const back = page.waitForRequest((request) => request.url().startsWith(`${CALLBACK}?`));
      await page.getByTestId('persona-returning').click();
      assert.ok(new URL((await back).url()).searchParams.get('code'));

      const stranger = await listen(0, '127.0.0.1', () => Promise.resolve(selfSigned()));
      const refused = assert.rejects(page.goto(stranger.url.replace('localhost', '127.0.0.1')), /ERR_CERT_AUTHORITY_INVALID/);
      await Promise.allSettled([refused]);
      await stranger.stop();
      await refused;
    } finally {
      await context.close();
    }
  }).timeout(PATIENCE);
});
