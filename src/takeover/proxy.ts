/** The proxy that leads Kakao's names here: CONNECT (RFC 9110 9.3.6) and nothing else, on loopback and nowhere else. */
import { createServer, type IncomingMessage, request as requestInTheClear, STATUS_CODES } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { isKakaoHost } from '../hosts.ts';

export interface ProxyOptions {
  /** Port of the simulator's HTTPS on this machine. */
  securePort: number;
  /** Whether other names are passed on to where they are. */
  passOn?: boolean;
  /** The proxy that other names go through, if they do not go directly. */
  upstream?: URL | null;
  /** Told of each name that was not passed on, once. */
  refused?: (name: string) => void;
}

export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens it on a free port. */
export async function openProxy({ securePort, passOn = false, upstream = null, refused }: ProxyOptions): Promise<Proxy> {
  const tunnels = new Set<Duplex>();
  const told = new Set<string>();
  const server = createServer((_request, response) => {
    response.writeHead(405, { Allow: 'CONNECT' }).end('This proxy takes CONNECT only.\n');
  });
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const tunnel = (there: Duplex, first?: Buffer): void => {
      for (const end of [client, there]) tunnels.add(end.once('close', () => void tunnels.delete(end)));
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) there.write(head);
      if (first?.length) client.write(first);
      there.pipe(client).pipe(there);
      there.once('close', () => client.destroy());
      client.once('close', () => there.destroy());
    };
    client.on('error', () => client.destroy());
    const target = URL.parse(`http://${request.url}`);
    if (!target || !/:\d+$/.test(request.url ?? '')) return refuse(client, 400, 'a host and a port were expected');
    const name = target.hostname.replace(/^\[|\]$/g, '');
    // The URL drops the port that its scheme has by itself.
    const port = Number(target.port || 80);
    if (isKakaoHost(name) && port === 443) return dial(client, securePort, '127.0.0.1', tunnel);
    if (passOn && !isKakaoHost(name)) return upstream ? ask(client, upstream, request.url!, tunnel) : dial(client, port, name, tunnel);
    if (!told.has(name)) refused?.(name);
    told.add(name);
    refuse(client, 403, `${name} is not passed on: it is not one of the names of Kakao that are led to the simulator`);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
        for (const end of tunnels) end.destroy();
      }),
  };
}

type Tunnel = (there: Duplex, first?: Buffer) => void;

function dial(client: Duplex, port: number, host: string, tunnel: Tunnel): void {
  const there = connect(port, host);
  const unreachable = (error: Error): void => refuse(client, 502, error.message);
  there.once('error', unreachable).once('connect', () => {
    there.off('error', unreachable).on('error', () => there.destroy());
    tunnel(there);
  });
  client.once('close', () => there.destroy());
}

/** By the proxy that there was before. */
function ask(client: Duplex, upstream: URL, path: string, tunnel: Tunnel): void {
  const request = upstream.protocol === 'https:' ? requestSecurely : requestInTheClear;
  const credentials = `${decodeURIComponent(upstream.username)}:${decodeURIComponent(upstream.password)}`;
  const proof = upstream.username ? { 'Proxy-Authorization': `Basic ${Buffer.from(credentials).toString('base64')}` } : {};
  request(upstream, { method: 'CONNECT', path, headers: { Host: path, ...proof }, agent: false })
    .once('connect', ({ statusCode = 502 }, there, first) => {
      if (statusCode === 200) return tunnel(there, first);
      there.destroy();
      refuse(client, statusCode, `the proxy ${upstream.host} does not pass it on`);
    })
    .once('error', (error) => refuse(client, 502, error.message))
    .end();
}

function refuse(client: Duplex, status: number, why: string): void {
  const body = `kakao-sync-simulator: ${why}\n`;
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Content-Type: text/plain', `Content-Length: ${Buffer.byteLength(body)}`];
  client.end(`${head.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`);
}
