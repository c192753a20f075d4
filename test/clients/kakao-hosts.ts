/**
 * Kakao's host names, led to the simulator below the libraries, as a name server and a TLS proxy would do it: they ask
 * https://kauth.kakao.com and https://kapi.kakao.com, and know nothing. Every other host but loopback is out of reach.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import https from 'node:https';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach } from 'mocha';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import type { World } from '../helpers/house.ts';

const HOSTS = ['kauth.kakao.com', 'kapi.kakao.com'];
const LOOPBACK = ['localhost', '127.0.0.1'];

/** Leads the hosts there while a test of this suite runs. Returns what was asked of them, as `GET https://kapi.kakao.com/…`. */
export function leadKakaoHosts(world: World): string[] {
  const asked: string[] = [];
  const usual = { dispatcher: getGlobalDispatcher(), agent: https.globalAgent };
  let fetching: Agent;
  let requesting: https.Agent;

  const note = (method: string, { hostname, href }: URL): void => void (HOSTS.includes(hostname) && asked.push(`${method} ${href}`));
  const onFetch = (message: unknown): void => {
    const { request } = message as { request: { origin: string; method: string; path: string } };
    note(request.method, new URL(request.path, request.origin));
  };
  const onRequest = (message: unknown): void => {
    const { request } = message as { request: ClientRequest };
    note(request.method, new URL(request.path, `${request.protocol}//${request.host}`));
  };

  beforeEach(() => {
    asked.length = 0;
    const simulator = Number(new URL(world.url).port);
    fetching = new Agent({
      connect({ hostname, port }, done) {
        const socket = dial(simulator, hostname, port);
        socket.once('connect', () => done(null, socket)).once('error', (error) => done(error, null));
      },
    });
    requesting = unencrypted(simulator);
    setGlobalDispatcher(fetching);
    https.globalAgent = requesting;
    subscribe('undici:request:create', onFetch);
    subscribe('http.client.request.start', onRequest);
  });

  afterEach(async () => {
    unsubscribe('undici:request:create', onFetch);
    unsubscribe('http.client.request.start', onRequest);
    setGlobalDispatcher(usual.dispatcher);
    https.globalAgent = usual.agent;
    requesting.destroy();
    await fetching.destroy();
  });

  return asked;
}

/** For node:https, which passport-kakao uses: the requests of https, over connections in the clear. */
function unencrypted(simulator: number): https.Agent {
  return Object.assign(new https.Agent(), {
    createConnection: ({ host, port }: https.RequestOptions) => dial(simulator, String(host), String(port)),
  });
}

/** A connection to the simulator for Kakao's hosts, to itself for loopback. */
function dial(simulator: number, hostname: string, port: string): Socket {
  if (HOSTS.includes(hostname)) return connect(simulator, '127.0.0.1');
  if (LOOPBACK.includes(hostname)) return connect(Number(port), '127.0.0.1');
  throw new Error(`tests do not reach ${hostname}`);
}
