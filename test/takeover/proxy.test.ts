/** The proxy: Kakao's names come here, others go nowhere unless they may, and then by the proxy that there was. */
import assert from 'node:assert/strict';
import { createServer as createHttp, request } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { openProxy, type Proxy, type ProxyOptions } from '../../src/takeover/proxy.ts';

describe('takeover · the proxy', () => {
  const open: (Server | Proxy)[] = [];
  afterEach(async () => {
    for (const each of open.splice(0))
      await new Promise<void>((closed) => void Promise.resolve(each.close(closed as never)).then(() => closed()));
  });

  /** A server that says who it is to whoever connects. */
  async function speaking(word: string): Promise<number> {
    const server = createServer((socket) => socket.on('error', () => undefined).end(word));
    open.push(server);
    return listening(server);
  }

  async function proxy(options: Partial<ProxyOptions> = {}): Promise<string> {
    const opened = await openProxy({ securePort: await speaking('the simulator'), ...options });
    open.push(opened);
    return opened.url;
  }

  it('leads Kakao’s names to the simulator, at the port of HTTPS only', async () => {
    const url = await proxy();
    for (const name of ['kauth.kakao.com', 'kapi.kakao.com', 'accounts.kakao.com', 'k.kakaocdn.net', 'KAUTH.KAKAO.COM'])
      assert.equal(await connected(url, `${name}:443`), 'the simulator', name);
    assert.equal(await connected(url, 'kauth.kakao.com:80'), 403);
    assert.equal(await connected(url, 'kauth.kakao.com:5432'), 403);
  });

  it('passes nothing else on, and tells each name once', async () => {
    const refused: string[] = [];
    const there = await speaking('somebody else');
    const url = await proxy({ refused: (name) => refused.push(name) });
    for (const target of [`127.0.0.1:${there}`, `localhost:${there}`, `localhost:${there}`, 'developers.kakao.com:443'])
      assert.equal(await connected(url, target), 403, target);
    assert.deepEqual(refused, ['127.0.0.1', 'localhost', 'developers.kakao.com']);
  });

  it('passes others on when it may, and says when they are not there', async () => {
    const url = await proxy({ passOn: true });
    assert.equal(await connected(url, `127.0.0.1:${await speaking('somebody else')}`), 'somebody else');
    assert.equal(await connected(url, 'kapi.kakao.com:443'), 'the simulator');
    assert.equal(await connected(url, '127.0.0.1:1'), 502);
  });

  it('passes them on by the proxy that there was, and Kakao’s names not', async () => {
    const asked: unknown[] = [];
    const before = createHttp().on('connect', ({ url, headers }, socket: Duplex) => {
      asked.push([url, headers['proxy-authorization']]);
      socket.end(url?.startsWith('closed') ? 'HTTP/1.1 407 No\r\n\r\n' : 'HTTP/1.1 200 OK\r\n\r\nby the proxy of before');
    });
    open.push(before);
    const upstream = new URL(`http://me:p%40ss@127.0.0.1:${await listening(before)}`);
    const url = await proxy({ passOn: true, upstream });
    assert.equal(await connected(url, 'api.example:443'), 'by the proxy of before');
    assert.equal(await connected(url, 'closed.example:443'), 407);
    assert.equal(await connected(url, 'kapi.kakao.com:443'), 'the simulator');
    const proof = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    assert.deepEqual(asked, [
      ['api.example:443', proof],
      ['closed.example:443', proof],
    ]);
  });

  it('refuses what is no CONNECT to a host and a port', async () => {
    const url = await proxy({ passOn: true });
    for (const target of ['kauth.kakao.com', '', ':443', 'http://kauth.kakao.com/'])
      assert.equal(await connected(url, target), 400, target);
    assert.equal((await fetch(`${url}/x`)).status, 405);
  });

  it('listens on loopback and nowhere else', async () => {
    assert.match(await proxy(), /^http:\/\/127\.0\.0\.1:\d+$/);
  });
});

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

/** What is said behind CONNECT, or the status that it was refused with. */
function connected(proxy: string, target: string): Promise<string | number> {
  return new Promise((resolve, reject) => {
    request(proxy, { method: 'CONNECT', path: target, agent: false })
      .once('connect', ({ statusCode }, socket, head) => {
        let said = head.toString();
        const end = (): void => {
          socket.destroy();
          resolve(statusCode === 200 ? said : statusCode!);
        };
        socket.on('data', (piece: Buffer) => (said += piece.toString())).once('end', end);
      })
      .once('error', reject)
      .end();
  });
}
