/** One connection out of the house: it carries one request after the other, as long as each answer came whole. */
import type { LookupAddress } from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import type { Dispatcher } from 'undici';

export interface Place {
  origin: string;
  verifyTls: boolean;
  /** What its name leads to now, and may be connected to. */
  addresses: readonly LookupAddress[];
}

export interface Status {
  status: number;
  headers: Record<string, string>;
}

/** Made anew for each time it is sent: a body that trickles can be read once. */
type Request = () => Dispatcher.DispatchOptions;

export interface Connection {
  /** Whether it is open, and to one of these addresses. */
  leadsTo(addresses: Place['addresses']): boolean;
  /**
   * Resolves with the status, whatever the body does after it. Throws what undici throws.
   * Where the other side closed a connection that was used before, and said nothing, the request goes over a new one, once.
   */
  ask(request: Request, addresses: Place['addresses']): Promise<Status>;
  /** In whatever phase it is. */
  end(): void;
}

export interface Keeper {
  /** A whole answer was read: it can be asked again. */
  onIdle: (connection: Connection) => void;
  onEnd: (connection: Connection) => void;
}

/** Shorter than any server waits (gunicorn 2 s, node and Apache 5 s); where one says that it waits less, it is believed. */
const IDLE_MS = 1000;
const BEFORE_THEIRS_MS = 500;
/** Nobody reads a body: one that is longer, or takes longer, is not worth a connection. */
const LONGEST_BODY = 16 * 1024;
const BODY_MS = 100;
/** Nobody hears of it; one for all of them, as otherwise one with its stack is made for each. */
export const OVER = new Error('the exchange is over');

/** It is not open before it is asked. Without somebody who keeps it, it says so to the other side, and is its opener's to end. */
export async function connectionTo({ origin, verifyTls }: Omit<Place, 'addresses'>, keeper?: Keeper): Promise<Connection> {
  // Read with the first request: no start waits for it.
  const { buildConnector, Client } = await import('undici');
  // undici cannot abort a request whose socket still connects: the signal ends a socket in every phase.
  const over = new AbortController();
  let socket: Socket | undefined;
  let leads: Place['addresses'] = [];
  let isAsked = false;
  let late: NodeJS.Timeout | undefined;

  const lookup: LookupFunction = (_hostname, { all }, done) =>
    all ? done(null, [...leads]) : done(null, leads[0]?.address ?? '', leads[0]?.family);
  const connect = buildConnector({ timeout: 0, signal: over.signal, rejectUnauthorized: verifyTls, lookup });
  const client = new Client(origin, {
    // 0 is how undici says "no keep-alive".
    pipelining: keeper ? 1 : 0,
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
    keepAliveTimeoutThreshold: BEFORE_THEIRS_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, done) =>
      connect(options, (...result) => {
        socket = result[1] ?? undefined;
        done(...result);
      }),
  });
  client.on('disconnect', () => {
    if (!isAsked) end();
  });

  function end(): void {
    clearTimeout(late);
    if (over.signal.aborted) return;
    over.abort(OVER);
    client.destroy(OVER).catch(() => undefined);
    keeper?.onEnd(connection);
  }

  const once = (request: Dispatcher.DispatchOptions): Promise<Status> =>
    new Promise((resolve, reject) => {
      let read = 0;
      client.dispatch(request, {
        onRequestStart: () => undefined,
        onResponseStart(_controller, status, headers) {
          if (status < 200) return;
          isAsked = false;
          late = setTimeout(end, BODY_MS).unref();
          resolve({ status, headers: joined(headers) });
        },
        onResponseData(controller, { length }) {
          read += length;
          if (read > LONGEST_BODY) controller.abort(OVER);
        },
        onResponseEnd() {
          clearTimeout(late);
          keeper?.onIdle(connection);
        },
        onResponseError(_controller, error) {
          reject(error);
          if (!isAsked) end();
        },
      });
    });

  const connection: Connection = {
    leadsTo: (addresses) => !socket?.destroyed && addresses.some(({ address }) => address === socket?.remoteAddress),
    async ask(request, addresses) {
      const used = socket?.destroyed ? undefined : socket;
      const readBefore = used?.bytesRead;
      const wasClosedUnheard = (): boolean =>
        used?.destroyed === true && used === socket && used.bytesRead === readBefore && !over.signal.aborted;
      leads = addresses;
      isAsked = true;
      try {
        return await once(request());
      } catch (error) {
        if (!wasClosedUnheard()) throw error;
        return once(request());
      }
    },
    end,
  };
  return connection;
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
}
