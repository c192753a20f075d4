/** A plain proxy that gives each request to the next one of several servers, as a balancer without sticky sessions does. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { standIn } from './answers.ts';

export interface RoundRobin {
  readonly url: string;
  /** Who answers from now on. */
  to(urls: readonly string[]): void;
  close(): Promise<void>;
}

export async function openRoundRobin(): Promise<RoundRobin> {
  let targets: readonly string[] = [];
  let turn = 0;
  // What it passes on is looked at where it was said.
  const server = standIn(
    createServer((req, res) => {
      const target = targets[(turn += 1) % targets.length]!;
      const passed = request(new URL(req.url ?? '/', target), { method: req.method, headers: req.headers, agent: false }, (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(res);
      });
      passed.on('error', () => res.destroy());
      req.pipe(passed);
    }),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    to(urls) {
      targets = urls;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
