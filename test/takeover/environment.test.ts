/** The environment of a program that is led here: what it gets, and what of before stays. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority } from '../../src/takeover/authority.ts';
import { environmentOf } from '../../src/takeover/environment.ts';
import { openTakeover, type Takeover } from '../../src/takeover/index.ts';

const NOBODY = { ca: '', files: {}, javaStore: '' };

describe('takeover · the environment', () => {
  let ca: string;
  let folder: string;
  let takeover: Takeover | undefined;
  before(async () => {
    ca = (await openAuthority(null)).certificate;
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kakao-sync-environment-'));
  });
  afterEach(async () => {
    await takeover?.close();
    takeover = undefined;
    rmSync(folder, { recursive: true });
  });

  async function led(environment: NodeJS.ProcessEnv = {}): Promise<NodeJS.ProcessEnv> {
    const https = { url: 'https://localhost:5253', ca };
    takeover = await openTakeover({ url: 'http://localhost:5252', https, environment, passOn: false, refused: () => undefined });
    return takeover.environment;
  }

  it('keeps what has nothing to do with it', async () => {
    const environment = await led({ PATH: '/bin', SECRET: 'x' });
    assert.deepEqual([environment.PATH, environment.SECRET], ['/bin', 'x']);
  });

  it('has one proxy for HTTPS in both spellings, and none for HTTP', async () => {
    const environment = await led({ https_proxy: 'http://before:1', http_proxy: 'http://before:1' });
    assert.match(environment.HTTPS_PROXY!, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(environment.https_proxy, environment.HTTPS_PROXY);
    assert.equal(environment.NODE_USE_ENV_PROXY, '1');
    assert.equal(environment.http_proxy, 'http://before:1');
    assert.equal(environment.HTTP_PROXY, undefined);
  });

  const loopback = 'localhost,127.0.0.1,::1';
  const direct: [before: string | undefined, after: string][] = [
    [undefined, loopback],
    ['', loopback],
    ['*', loopback],
    ['db.internal, .corp.example localhost', `${loopback},db.internal,.corp.example`],
    ['kakao.com,.kakao.com,*.kakao.com,KAPI.kakao.com,kauth.kakao.com:443,.com,net', loopback],
    ['notkakao.com,10.0.0.0/8,x.kapi.kakao.com', `${loopback},notkakao.com,10.0.0.0/8,x.kapi.kakao.com`],
  ];
  for (const [before, after] of direct) {
    it(`reaches without the proxy "${after}" where it was ${before === undefined ? 'nothing' : `"${before}"`}`, () => {
      const environment = environmentOf({ NO_PROXY: before }, { url: '', securePort: 1, ca, proxy: 'http://127.0.0.1:1', trust: NOBODY });
      assert.deepEqual([environment.NO_PROXY, environment.no_proxy], [after, after]);
    });
  }

  it('trusts the authority, and everybody who was trusted before', async () => {
    const other = (await openAuthority(null)).certificate;
    writeFileSync(join(folder, 'corp.pem'), other);
    const before = { REQUESTS_CA_BUNDLE: join(folder, 'corp.pem'), NODE_EXTRA_CA_CERTS: join(folder, 'corp.pem'), DENO_CERT: '/not/there' };
    const environment = await led(before);
    const trusted = (name: string): string => readFileSync(environment[name]!, 'utf8');
    for (const name of ['SSL_CERT_FILE', 'CURL_CA_BUNDLE']) {
      assert.ok(trusted(name).endsWith(ca));
      assert.ok(trusted(name).split('BEGIN CERTIFICATE').length > 50, name);
    }
    for (const name of ['REQUESTS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS']) assert.equal(trusted(name), other + ca);
    assert.equal(trusted('DENO_CERT'), ca);
    assert.equal(trusted('KAKAO_SYNC_CA'), ca);
    assert.equal(readFileSync(join(folder, 'corp.pem'), 'utf8'), other);
  });

  it('adds to the options of Node and Java, and quotes a path with blanks for Node as a URL', async () => {
    const environment = await led({ NODE_OPTIONS: '--max-old-space-size=512', JAVA_TOOL_OPTIONS: '-Xmx1g' });
    assert.match(environment.NODE_OPTIONS!, /^--max-old-space-size=512 --import=file:\/\/\S+\/hook\.js$/);
    assert.match(environment.JAVA_TOOL_OPTIONS!, /^-Xmx1g -Dhttps\.proxyHost=127\.0\.0\.1 -Dhttps\.proxyPort=\d+ .*trustStoreType=PKCS12/);
  });

  it('has the arguments for a browser that the program drives', async () => {
    const environment = await led();
    const args = JSON.parse(environment.KAKAO_SYNC_BROWSER_ARGS!) as string[];
    assert.match(args[0]!, /^--host-resolver-rules=MAP kauth\.kakao\.com:443 127\.0\.0\.1:5253, /);
    assert.match(args[1]!, /^--ignore-certificate-errors-spki-list=[\w+/]{43}=$/);
  });

  it('holds no key, and leaves no file behind', async () => {
    const environment = await led();
    assert.ok(!JSON.stringify(environment).includes('PRIVATE KEY'));
    const file = environment.KAKAO_SYNC_CA!;
    assert.ok(new X509Certificate(readFileSync(file)).ca);
    await takeover!.close();
    takeover = undefined;
    assert.ok(!existsSync(join(file, '..')));
  });
});
