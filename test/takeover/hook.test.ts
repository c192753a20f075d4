/** The hook for Node: libraries that ask no proxy are led here, in every way in which a TLS connection is made. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openAuthority } from '../../src/takeover/authority.ts';

const HOOK = new URL('../../src/takeover/hook.js', import.meta.url).href;
const PROGRAM = fileURLToPath(new URL('programs/without-proxy.ts', import.meta.url));

describe('takeover · the hook for Node', () => {
  it('leads connections to Kakao’s names, however they are made, and no others', async () => {
    const authority = await openAuthority(null);
    const server = createServer(await authority.leaf(), ({ headers }, response) => response.end(`here, ${headers.host}`));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const env = { KAKAO_SYNC_HOOK: JSON.stringify({ port, hosts: ['kapi.kakao.com', 'kauth.kakao.com'], ca: authority.certificate }) };
      const { stdout } = await promisify(execFile)(process.execPath, [`--import=${HOOK}`, PROGRAM], { env });
      assert.deepEqual(JSON.parse(stdout), {
        'node:https': 'here, kauth.kakao.com',
        'node:https with its own authorities': 'here, kapi.kakao.com',
        fetch: 'here, kauth.kakao.com',
        'tls.connect(options)': 'kapi.kakao.com',
        'tls.connect(port, host, options)': 'kapi.kakao.com',
        'import { connect }': 'kapi.kakao.com',
        'another port': 'refused',
        'another name': 'refused',
        'a name in a worker': 'here, kauth.kakao.com',
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
