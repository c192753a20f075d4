/** The local authority: what it may vouch for, where it is kept, and when another one takes its place. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '../../src/clock.ts';
import { AuthorityRefused, NAMES, openAuthority } from '../../src/takeover/authority.ts';
import { newAuthority, newLeaf, type Pair } from '../../src/takeover/x509.ts';
import { askSecurely } from './asking.ts';

describe('takeover · the local authority', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'kakao-sync-authority-')), 'certificates');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

  it('is made once, its key for nobody else to read', async () => {
    const first = await openAuthority(folder);
    assert.deepEqual(readdirSync(folder).sort(), ['ca-key.pem', 'ca.pem']);
    assert.equal(statSync(join(folder, 'ca-key.pem')).mode & 0o777, 0o600);
    assert.equal(readFileSync(first.file!, 'utf8'), first.certificate);
    assert.ok(!readFileSync(first.file!, 'utf8').includes('PRIVATE'));

    chmodSync(join(folder, 'ca-key.pem'), 0o644);
    rmSync(first.file!);
    const second = await openAuthority(folder);
    assert.equal(second.certificate, first.certificate);
    assert.equal(statSync(join(folder, 'ca-key.pem')).mode & 0o777, 0o600);
    assert.equal(readFileSync(first.file!, 'utf8'), first.certificate);
  });

  it('is one, whoever opens it at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => openAuthority(folder)));
    assert.equal(new Set(all.map(({ certificate }) => certificate)).size, 1);
    assert.deepEqual(readdirSync(folder).sort(), ['ca-key.pem', 'ca.pem']);
    assert.equal(statSync(join(folder, 'ca-key.pem')).mode & 0o777, 0o600);
  });

  it('leaves nothing behind in memory', async () => {
    const { certificate, file } = await openAuthority(null);
    assert.equal(file, null);
    assert.ok(new X509Certificate(certificate).ca);
  });

  it('vouches for its names and this machine, with certificates of two days', async () => {
    const authority = await openAuthority(null);
    const leaf = await authority.leaf();
    assert.equal(await authority.leaf(), leaf);
    const { validFromDate, validToDate } = new X509Certificate(leaf.cert);
    assert.ok(validToDate.getTime() - validFromDate.getTime() < 2.1 * DAY);
    await serving(leaf, async (port) => {
      for (const name of [...NAMES, '127.0.0.1'])
        assert.equal((await askSecurely(name, port, '/', authority.certificate)).body, 'here', name);
      await assert.rejects(askSecurely('kakao.com', port, '/', authority.certificate), /ERR_TLS_CERT_ALTNAME_INVALID|altnames/);
    });
  });

  it('is refused by clients for any other name, even by its own key', async () => {
    await openAuthority(folder);
    const [key, cert] = readFileSync(join(folder, 'ca-key.pem'), 'utf8').split(/(?=-----BEGIN CERTIFICATE)/) as [string, string];
    const validity = { from: Date.now() - DAY, until: Date.now() + DAY };
    const stranger = await newLeaf({ key, cert }, 'a stranger', ['bank.example'], validity);
    await serving(stranger, async (port) => {
      await assert.rejects(askSecurely('bank.example', port, '/', cert), /permitted subtree violation/);
    });
  });

  it('gives way to another when its time is nearly over, or its names are not today’s', async () => {
    const { file } = await openAuthority(folder);
    const soon = { from: Date.now() - DAY, until: Date.now() + 29 * DAY };
    const long = { from: Date.now() - DAY, until: Date.now() + 300 * DAY };
    for (const old of [await newAuthority('old', NAMES, soon), await newAuthority('old', ['kakao.com'], long)]) {
      writeFileSync(join(folder, 'ca-key.pem'), old.key + old.cert);
      const { certificate } = await openAuthority(folder);
      assert.notEqual(certificate, old.cert);
      assert.equal(readFileSync(file!, 'utf8'), certificate);
    }
  });

  it('refuses files that are broken or do not belong together, and names them', async () => {
    await openAuthority(folder);
    const other = await openAuthority(null);
    const [key] = readFileSync(join(folder, 'ca-key.pem'), 'utf8').split(/(?=-----BEGIN CERTIFICATE)/);
    for (const text of ['', 'nonsense', key!, key! + other.certificate]) {
      writeFileSync(join(folder, 'ca-key.pem'), text);
      await assert.rejects(
        openAuthority(folder),
        (error) => error instanceof AuthorityRefused && /ca-key\.pem .* remove it/.test(error.message),
      );
    }
  });
});

async function serving({ key, cert }: Pair, asks: (port: number) => Promise<void>): Promise<void> {
  const server = createServer({ key, cert }, (_request, response) => response.end('here'));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    await asks((server.address() as { port: number }).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
