/** Listening: a server that is up before it knows its answers, because they hold its address. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RuleBroken } from './rule.ts';

/** The address cannot be listened on. */
export class AddressRefused extends RuleBroken {
  readonly code = 'address_refused';
}

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Listening {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  /** From now on requests are answered so; those that came before waited. */
  answer(listener: Answer): void;
  /** From now on each connection ends with its answer, so that whoever keeps some begins anew elsewhere. */
  drain(): void;
  /** No new connections; requests in flight finish (within six seconds), streams and the idle are cut off after one. */
  stop(): Promise<void>;
}

/** Key and certificate as PEM, as they are at this moment. */
type Certificate = () => Promise<{ key: string; cert: string }>;

const GRACE_MS = 1000;
/** A store that is asked answers sooner; and whoever ended us with more patience than usual (10 seconds) need not kill us. */
const LONGEST_MS = 6000;
const RENEW_MS = 60_000;

/** Listens on the port (0: a free one), by HTTPS where there is a certificate. Throws AddressRefused. */
export async function listen(port: number, host: string, certificate?: Certificate): Promise<Listening> {
  const { promise: ready, resolve: answer } = Promise.withResolvers<Answer>();
  const underWay = new Set<ServerResponse>();
  let isDraining = false;
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    if (isDraining) response.setHeader('Connection', 'close');
    void ready.then((listener) => listener(request, response));
  };
  const server = certificate ? await secureServer(certificate, onRequest) : createServer(onRequest);
  await new Promise<void>((listening, refused) => {
    server.once('error', (error: NodeJS.ErrnoException) => refused(refusal(error, port, host)));
    server.listen(port, host, listening);
  });
  return {
    url: `${certificate ? 'https' : 'http'}://${nameOf(host)}:${(server.address() as AddressInfo).port}`,
    answer,
    drain: () => (isDraining = true),
    stop: () =>
      new Promise((stopped) => {
        const cutOff = setTimeout(() => {
          for (const response of underWay) if (isStream(response)) response.destroy();
          if (underWay.size === 0) server.closeAllConnections();
        }, GRACE_MS);
        const giveUp = setTimeout(() => server.closeAllConnections(), LONGEST_MS);
        server.close(() => {
          clearTimeout(cutOff);
          clearTimeout(giveUp);
          stopped();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Changes to the next certificate while it runs, for those who connect from then on. */
async function secureServer(certificate: Certificate, onRequest: (request: IncomingMessage, response: ServerResponse) => void) {
  let current = await certificate();
  // All of TLS, which nobody else pays for.
  const { createServer } = await import('node:https');
  const server = createServer(current, onRequest);
  const renew = async (): Promise<void> => {
    const next = await certificate();
    if (next !== current) server.setSecureContext((current = next));
  };
  const renewing = setInterval(() => void renew(), RENEW_MS).unref();
  return server.once('close', () => clearInterval(renewing));
}

/** Goes on until somebody ends it. */
function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}

/** Loopback and "any" addresses are reached as localhost. */
function nameOf(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE:
      'another program listens there; stop it, or choose another port with --port, --partner-port or --https-port (0 takes a free one)',
    EACCES: 'this user may not listen there; choose a port above 1023',
    EADDRNOTAVAIL: 'this machine has no such address; choose another --host',
    ENOTFOUND: 'this name is not known; choose another --host',
  };
  const mend = why[error.code ?? ''];
  return mend ? new AddressRefused(`port ${port} on ${host}: ${mend}`, { port, host }) : error;
}
