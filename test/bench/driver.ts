/** A process of its own: the load, and the partner that is told of it. Everybody who is measured gets it from the same one. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Agent, request } from 'undici';
import type { Send } from '../../src/kit/browser.ts';
import { signUp, type Target, token, type Tokens, whoIs } from './flows.ts';
import { serveHarness } from './processes.ts';
import { CALLBACK_BODY, CALLBACK_HEADERS } from './world.ts';

/** `count` times of something, so many at a time. */
export interface Load {
  does: 'sign-up' | 'refresh' | 'user';
  target: Target;
  count: number;
  atOnce: number;
  /** Number of the first person; each signs up once. */
  from: number;
  /** Whether a sign-up is over when the partner was told of it. */
  isTold: boolean;
}

/** The same with callbacks: a plain loop, of the `fetch` that everybody has, which keeps nothing of what was answered. */
export interface Posts {
  does: 'post';
  url: string;
  count: number;
  atOnce: number;
  /** Whether each has a connection of its own. */
  isApart: boolean;
}

/** Where sign-ups are told. */
export interface DriverFacts {
  callback: string;
}

const LATEST_MS = 60_000;

const agent = new Agent({ connections: 64 });
const send: Send = async (url, { method, headers, body }) => {
  const answer = await request(url, { method, headers, body: body ?? null, dispatcher: agent });
  const content = await answer.body.text();
  const header = (name: string): string[] => [answer.headers[name] ?? []].flat();
  const get = (name: string): string | null => header(name)[0] ?? null;
  return { status: answer.statusCode, headers: { get, getSetCookie: () => header('set-cookie') }, text: async () => content };
};

/** Of whom the partner was told, and who waits for that. */
const told = new Set<string>();
const waiting = new Map<string, () => void>();
/** Of somebody who has signed up, by whom it was asked. */
const tokens = new Map<string, Tokens>();

await serveHarness(async () => {
  const partner = createServer((req, res) => void hear(req, res));
  await new Promise<void>((listening) => partner.listen(0, '127.0.0.1', listening));
  const facts: DriverFacts = { callback: `http://127.0.0.1:${(partner.address() as AddressInfo).port}/` };
  return { facts, answer: perSecond };
});

async function hear(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const [, user = ''] = /"id":"?([^",}]+)/.exec(await text(req)) ?? [];
  res.end();
  told.add(user);
  waiting.get(user)?.();
}

/** Applies the load and resolves with how often it was done in a second. */
async function perSecond(load: Load | Posts): Promise<number> {
  let next = 0;
  const began = performance.now();
  const work = async (): Promise<void> => {
    while (next < load.count) await once(load, next++);
  };
  await Promise.all(Array.from({ length: load.atOnce }, work));
  return (load.count / (performance.now() - began)) * 1000;
}

async function once(load: Load | Posts, at: number): Promise<void> {
  if (load.does === 'post') return post(load);
  const { does, target, from, isTold } = load;
  if (does === 'sign-up') {
    const done = await signUp(send, target, from + at);
    tokens.set(target.url, done.tokens);
    if (isTold) await toldOf(done.user);
  } else if (does === 'refresh') {
    await token(send, target, { grant_type: 'refresh_token', refresh_token: tokens.get(target.url)!.refresh_token });
  } else await whoIs(send, target, tokens.get(target.url)!);
}

async function post({ url, isApart }: Posts): Promise<void> {
  const headers = { ...CALLBACK_HEADERS, ...(isApart && { connection: 'close' }) };
  const answer = await fetch(url, { method: 'POST', headers, body: CALLBACK_BODY });
  await answer.arrayBuffer();
}

/** Throws Error for a callback that does not come. */
async function toldOf(user: string): Promise<void> {
  const came = Promise.withResolvers<void>();
  const late = setTimeout(() => came.reject(new Error(`the partner was not told of ${user}`)), LATEST_MS);
  waiting.set(user, came.resolve);
  if (told.has(user)) came.resolve();
  await came.promise.finally(() => clearTimeout(late));
  waiting.delete(user);
  told.delete(user);
}
