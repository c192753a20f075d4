/** A TCP proxy that spoils connections: between a sender and a receiver that are both all right. Loopback, free port. Source: security 7. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What is done to one connection; `ahead` opens the way to the receiver. */
export type Fault = (client: Socket, ahead: () => Socket) => void;

export interface FaultProxy {
  /** The receiver's address, through this proxy. */
  readonly url: string;
  /** From now on by the script, one fault for each connection; the last one stays. */
  script(...faults: Fault[]): void;
  connections(): number;
  close(): Promise<void>;
}

export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let faults: Fault[] = [through.pass()];
  let connections = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    connections += 1;
    keep(client);
    const fault = faults.length > 1 ? faults.shift() : faults[0];
    fault?.(client, () => {
      const receiver = keep(connect(Number(port), hostname));
      client.on('close', () => receiver.destroy());
      return receiver;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    script(...next) {
      faults = next;
    },
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Faults by name. */
export const through = {
  /** None. */
  pass: (): Fault => (client, ahead) => void client.pipe(ahead()).pipe(client),
  /** The receiver's answer comes so much later. */
  delay:
    (ms: number): Fault =>
    (client, ahead) => {
      const receiver = ahead();
      client.pipe(receiver);
      receiver.on('data', (bytes) => setTimeout(() => client.write(bytes), ms));
    },
  /** The answer comes one byte at a time. */
  drip:
    (everyMs: number): Fault =>
    (client, ahead) => {
      const receiver = ahead();
      client.pipe(receiver);
      receiver.once('data', (bytes: Buffer) => {
        let at = 0;
        const drops = setInterval(() => (at < bytes.length ? client.write(bytes.subarray(at, (at += 1))) : clearInterval(drops)), everyMs);
        client.on('close', () => clearInterval(drops));
      });
    },
  /** Cut before anything is passed on. */
  reset: (): Fault => (client) => void client.resetAndDestroy(),
  /** Everything goes in, and nothing comes out: the receiver never hears of it. */
  blackHole: (): Fault => (client) => void client.resume(),
  /** The request goes through; the answer is lost, and the connection cut after so many bytes of it. */
  cutAfter:
    (bytes: number): Fault =>
    (client, ahead) => {
      const receiver = ahead();
      client.pipe(receiver);
      receiver.once('data', (answer: Buffer) => {
        client.write(answer.subarray(0, bytes), () => client.resetAndDestroy());
      });
    },
  /** The receiver closes its side and reads on. */
  halfOpen: (): Fault => (client) => {
    client.resume();
    client.end();
  },
} as const;
