/** A receiver that keeps connections, and says which request came over which. It takes every callback, and answers 200 unless told otherwise. Loopback, free port. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface Taken {
  id: string;
  /** Of those that this receiver had, from 1. */
  connection: number;
  /** Of the requests over this connection, from 1. */
  nth: number;
}

export interface Keeper {
  readonly url: string;
  readonly server: Server;
  readonly taken: Taken[];
  /** How many connections are open. */
  open(): number;
  /** Resolves when none is. */
  left(): Promise<void>;
  answer(next: (res: ServerResponse, taken: Taken) => void): void;
  close(): Promise<void>;
}

export async function openKeeper(certificate?: { key: string; cert: string }): Promise<Keeper> {
  const taken: Taken[] = [];
  const connections = new Map<Socket, { at: number; requests: number }>();
  const open = new Set<Socket>();
  let leaving = (): void => undefined;
  let answer: (res: ServerResponse, taken: Taken) => void = (res) => void res.end('thanks');
  const listener: RequestListener = (req, res) => {
    const connection = connections.get(req.socket)!;
    connection.requests += 1;
    const one = { id: String(req.headers['x-kakao-resource-id']), connection: connection.at, nth: connection.requests };
    req.resume().on('end', () => {
      taken.push(one);
      answer(res, one);
    });
  };
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  server.on(certificate ? 'secureConnection' : 'connection', (socket: Socket) => {
    connections.set(socket, { at: connections.size + 1, requests: 0 });
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      if (open.size === 0) leaving();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http${certificate ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    server,
    taken,
    open: () => open.size,
    left: () => new Promise((resolve) => (open.size === 0 ? resolve() : (leaving = resolve))),
    answer(next) {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
