/** A partner that records what it receives and misbehaves as told. Loopback, free port. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Names as they were written. */
  rawHeaders: string[];
  body: string;
}

/** What the receiver does once it has read a request. */
export type Answer = (res: ServerResponse) => void;

export interface Receiver {
  /** Where to send callbacks to. */
  readonly url: string;
  /** Everything received, in order. */
  readonly received: Received[];
  /** From now on answers by the script, one answer for each request; the last one stays. */
  answer(...script: Answer[]): void;
  /** Resolves when this many requests have arrived. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Listens, and answers 200 until told otherwise. */
export async function openReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let script: Answer[] = [answers.status(200)];

  const server = createServer((req, res) => {
    res.on('error', () => undefined);
    buffer(req).then(
      (body) => take(req, res, body),
      () => undefined, // the sender went away
    );
  });
  const take = (req: IncomingMessage, res: ServerResponse, body: Buffer): void => {
    const { method = '', url = '', headers, rawHeaders } = req;
    received.push({ method, path: url, headers, rawHeaders, body: body.toString('utf8') });
    for (const { count, resolve } of waiting) if (received.length >= count) resolve();
    const answer = script.length > 1 ? script.shift() : script[0];
    answer?.(res);
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answer(...next) {
      script = next;
    },
    arrived: (count) => new Promise((resolve) => (received.length >= count ? resolve() : waiting.push({ count, resolve }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers by name. Those that write to the socket speak before node's HTTP server could put it right. */
export const answers = {
  status:
    (code: number, headers: Record<string, string> = {}): Answer =>
    (res) =>
      void res.writeHead(code, headers).end('thanks'),
  redirect: (to: string, code = 302): Answer => answers.status(code, { location: to }),
  hang: (): Answer => () => undefined,
  /** A header that never ends, one byte at a time. */
  drip:
    (everyMs = 5): Answer =>
    (res) => {
      res.socket?.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      const drops = setInterval(() => res.socket?.write('a'), everyMs);
      res.socket?.on('close', () => clearInterval(drops));
    },
  resetBeforeStatus: (): Answer => (res) => void res.socket?.resetAndDestroy(),
  /** The socket is cut in the middle of a promised body. */
  resetAfterStatus: (): Answer => (res) => {
    res.writeHead(200, { 'content-length': '1000' });
    res.write('half', () => res.socket?.resetAndDestroy());
  },
  endlessBody: (): Answer => (res) => {
    const chunk = Buffer.alloc(64 * 1024);
    const pour = (): void => {
      while (!res.destroyed && res.write(chunk));
    };
    res.writeHead(200).on('drain', pour);
    pour();
  },
  garbage:
    (text = '\u0016\u0003\u0001 this is no HTTP\r\n\r\n'): Answer =>
    (res) =>
      void res.socket?.end(text),
  hugeHeaders:
    (bytes = 64 * 1024): Answer =>
    (res) =>
      void res.socket?.end(`HTTP/1.1 200 OK\r\nX-Huge: ${'a'.repeat(bytes)}\r\n\r\n`),
  /** A hint that the real answer is coming, and nothing after it. */
  earlyHintsOnly: (): Answer => (res) => void res.socket?.write('HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n'),
  after:
    (ms: number, answer: Answer): Answer =>
    (res) =>
      void setTimeout(answer, ms, res),
  /** Waits for a promise, then answers. */
  once:
    (signal: Promise<unknown>, answer: Answer): Answer =>
    (res) =>
      void signal.then(() => answer(res)),
};
