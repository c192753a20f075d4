/**
 * A plain balancer: each request goes to the next one of several servers, whoever asks. One that refuses the connection has not had
 * the request, so the next one gets it; a connection that breaks later breaks for whoever asked, too. One that says at `/readyz` that it is not ready gets none, unless nobody is.
 */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';

export interface Balancer {
  readonly url: string;
  readonly server: Server;
  /** Who answers from now on. */
  to(urls: readonly string[]): void;
  /** Whom a request has reached and no answer came from. */
  failures(): readonly string[];
  close(): Promise<void>;
}

const CHECK_MS = 250;

/** On loopback, at a free port unless told otherwise. Rejects with the error of the server when that is taken. */
export async function openBalancer(port = 0): Promise<Balancer> {
  let targets: readonly string[] = [];
  let unready: ReadonlySet<string> = new Set();
  let turn = 0;
  const failures: string[] = [];

  const pass = (req: IncomingMessage, res: ServerResponse, order: readonly string[]): void => {
    const [target, ...others] = order;
    if (target === undefined) return void res.destroy();
    let isReached = false;
    const how = { method: req.method, headers: req.headers, agent: false, family: 4, lookup: loopback };
    const passed = request(new URL(req.url ?? '/', target), how, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.on('error', () => res.destroy()).pipe(res);
    });
    passed.once('socket', (socket) =>
      socket.once('connect', () => {
        isReached = true;
        req.pipe(passed);
      }),
    );
    passed.on('error', () => {
      if (!isReached) return pass(req, res, others);
      if (res.destroyed) return; // whoever asked has gone
      failures.push(target);
      res.destroy();
    });
    res.on('close', () => passed.destroy());
  };
  const server = createServer((req, res) => {
    const ready = targets.filter((each) => !unready.has(each));
    const able = ready.length > 0 ? ready : targets;
    turn += 1;
    pass(req, res, [...able.slice(turn % able.length), ...able.slice(0, turn % able.length)]);
  });
  const check = async (): Promise<void> => {
    const states = await Promise.all(targets.map(isUnready));
    unready = new Set(targets.filter((_, at) => states[at]));
    checking = setTimeout(() => void check(), CHECK_MS).unref();
  };
  let checking = setTimeout(() => void check(), CHECK_MS).unref();
  await new Promise<void>((listening, refused) => server.once('error', refused).listen(port, '127.0.0.1', listening));

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    server,
    to(urls) {
      targets = urls;
    },
    failures: () => failures,
    close: () =>
      new Promise((closed) => {
        clearTimeout(checking);
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** All of them are there: none is to be looked up for each request. */
const loopback: LookupFunction = (_host, _options, found) => found(null, '127.0.0.1', 4);

/** Whether it says so itself: one that does not answer at all is found out by the next request. */
function isUnready(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).then(
    ({ status }) => status === 503,
    () => false,
  );
}
