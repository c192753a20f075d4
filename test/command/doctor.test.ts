/** `doctor`: what is in the way of a start, each with its mend, and what to set elsewhere. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finding, findings } from '../../src/command/checks.ts';
import { hintsOf } from '../../src/command/hints.ts';
import { configure } from '../../src/config.ts';
import { createSimulator } from '../../src/index.ts';
import { openAuthority } from '../../src/takeover/authority.ts';

describe('the command · doctor', () => {
  let data: string;
  beforeEach(() => {
    data = join(mkdtempSync(join(tmpdir(), 'kakao-sync-doctor-')), 'data');
  });
  afterEach(() => rmSync(join(data, '..'), { recursive: true }));

  const config = (flags: Record<string, unknown> = {}) => configure({ data, port: 0, ...flags }, {});
  async function found(about: string, flags: Record<string, unknown> = {}, environment: NodeJS.ProcessEnv = {}): Promise<Finding> {
    const all = await findings(config(flags), null, environment);
    return all.find((each) => each.about === about) ?? assert.fail(`nothing about ${about}`);
  }

  it('finds nothing in the way of a first start', async () => {
    const all = await findings(config(), null, {});
    assert.deepEqual(
      all.map(({ about }) => about),
      ['Node', 'config file', 'data', 'port', 'https-port', 'partner-port', 'local CA', 'Chromium'],
    );
    for (const { about, state } of all.slice(0, -1)) assert.equal(state, 'ok', about);
    assert.deepEqual(hintsOf(config({ httpsPort: 5253 }), {}), { browser: null, compose: null });
  });

  it('tells a port that another program has from one that a simulator has', async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((listening) => void other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    const taken = await found('port', { port });
    other.close();
    assert.deepEqual([taken.state, taken.says], ['problem', `another program listens on ${port}; stop it, or choose another with --port`]);

    await using simulator = await createSimulator();
    const ours = Number(new URL(simulator.url).port);
    assert.deepEqual(await found('port', { port: ours }), { about: 'port', state: 'note', says: `a simulator runs on ${ours}` });
    assert.equal((await found('https-port', { httpsPort: port })).state, 'ok');
  });

  it('knows the local CA, and one that is broken', async () => {
    const folder = join(data, 'certificates');
    const { certificate, file } = await openAuthority(folder);
    assert.deepEqual(await found('local CA'), { about: 'local CA', state: 'ok', says: file });
    const { browser, compose } = hintsOf(config({ httpsPort: 5253 }), {});
    assert.match(browser!, /^chromium --user-data-dir=\S+ '--host-resolver-rules=MAP kauth\.kakao\.com:443 127\.0\.0\.1:5253, /);
    assert.ok(compose!.includes(`${file}:/kakao-ca.pem:ro`) && compose!.includes(`'${data}:/data'`));
    assert.ok(!`${browser}${compose}`.includes('PRIVATE KEY') && certificate.includes('CERTIFICATE'));

    writeFileSync(file!, 'no certificate');
    assert.equal((await found('local CA')).state, 'note');
    assert.deepEqual(hintsOf(config({ httpsPort: 5253 }), {}), { browser: null, compose: null });
    assert.deepEqual(hintsOf(config({ memory: true }), {}), { browser: null, compose: null });
  });

  it('says what of the environment stands in the way of Kakao’s names, and shows no password of it', async () => {
    const environment = { https_proxy: 'http://me:secret@proxy.example', NO_PROXY: '.kakao.com', SSL_CERT_FILE: '/not/there.pem' };
    const all = await findings(config(), null, environment);
    assert.deepEqual(
      all.slice(-3).map(({ about, state }) => [about, state]),
      [
        ['HTTPS_PROXY', 'note'],
        ['NO_PROXY', 'note'],
        ['SSL_CERT_FILE', 'problem'],
      ],
    );
    assert.ok(!JSON.stringify(all).includes('secret'));
  });

  it('names a data folder that is none', async () => {
    mkdirSync(join(data, '..'), { recursive: true });
    writeFileSync(data, '');
    assert.equal((await found('data')).state, 'problem');
  });
});
