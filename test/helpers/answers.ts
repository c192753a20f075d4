/**
 * The hook that holds every answer of kauth and kapi against its schema, whichever test asked and through whichever client:
 * it listens to the HTTP servers of the process. A test that got an answer of another shape fails.
 */
import assert from 'node:assert/strict';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { FACES, isKakaoHost } from '../../src/hosts.ts';
import { failure as kapiFailure } from '../../src/kapi/shapes.ts';
import { FAULT_HEADER } from '../../src/mishaps/index.ts';
import { served } from '../../src/kapi/routes.ts';
import { answers as kauthAnswers, failure as kauthFailure } from '../../src/oauth/answers.ts';
import { WHY_HEADER } from '../../src/why/index.ts';

/** One answer as it went over the wire. */
export interface Answered {
  path: string;
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: string;
}

const MISDIRECTED = 421;

const complaints: string[] = [];
let checked = 0;

/** How many answers of this process were held against a schema. */
export const answersChecked = (): number => checked;

export const mochaHooks = {
  afterEach(): void {
    const [first] = complaints.splice(0);
    if (first) assert.fail(first);
  },
};

const standIns = new WeakSet<object>();

/** A server that plays Kakao in a test, and may answer as it likes. */
export function standIn<S extends Server>(server: S): S {
  standIns.add(server);
  return server;
}

subscribe('http.server.request.start', (message) => {
  const { request, response, server } = message as { request: IncomingMessage; response: ServerResponse; server: Server };
  if (standIns.has(server)) return;
  const path = URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? '';
  if (!isApi(path) || request.method === 'HEAD' || isElsewhere(request, path)) return;
  const chunks: Buffer[] = [];
  const { write, end } = response;
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    keep(args[0]);
    return Reflect.apply(write, this, args) as boolean;
  };
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    keep(args[0]);
    // Whoever has hung up is told nothing, and who calls us by a name of theirs not much.
    if (response.socket?.writable === false || response.statusCode === MISDIRECTED) return Reflect.apply(end, this, args) as ServerResponse;
    const complaint = complaintAbout({
      path,
      status: response.statusCode,
      headers: response.getHeaders(),
      body: Buffer.concat(chunks).toString('utf8'),
    });
    if (complaint) complaints.push(complaint);
    checked += 1;
    return Reflect.apply(end, this, args) as ServerResponse;
  } as typeof response.end;
});

/** Whether one of Kakao's names was asked for what another one serves. */
function isElsewhere({ headers }: IncomingMessage, path: string): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '');
  return isKakaoHost(name) && !FACES[name].test(path);
}

/** What is wrong with an answer, or undefined. */
export function complaintAbout({ path, status, headers, body }: Answered): string | undefined {
  const about = `${path} answered ${status} ${body.slice(0, 300)}`;
  const isAskedFor = FAULT_HEADER.toLowerCase() in headers;
  // A gateway's page in its place, or a header that asked for what there is not.
  if ((isAskedFor && status >= 500) || String(headers['content-type']).startsWith('application/problem+json')) return undefined;
  if (!String(headers['content-type']).startsWith('application/json')) return `${about}: not JSON but ${String(headers['content-type'])}`;
  const schema = schemaOf(path, status);
  if (!schema) return `${about}: no schema says what this path gives`;
  const result = schema.safeParse(parsed(body));
  if (!result.success) return `${about}: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`;
  if (isKapi(path) && (status === 401) !== 'www-authenticate' in headers)
    return `${about}: WWW-Authenticate comes with 401 and with nothing else`;
  if ((isRefusal(status, body) || (isAskedFor && status !== 200)) !== WHY_HEADER.toLowerCase() in headers)
    return `${about}: ${WHY_HEADER} comes with what is refused and with nothing else`;
  return undefined;
}

/** What nobody expected is refused by no rule, so there is no page that could say why. */
function isRefusal(status: number, body: string): boolean {
  return status !== 200 && !/"(?:code":-1|error_code":"KOE003")[,}]/.test(body);
}

/** Undefined for what is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function schemaOf(path: string, status: number): z.ZodType | undefined {
  if (status !== 200) return isKapi(path) ? kapiFailure : kauthFailure;
  return isKapi(path) ? served.find((api) => api.path === path)?.gives : kauthAnswers[path];
}

function isApi(path: string): boolean {
  return isKapi(path) || path in kauthAnswers;
}

function isKapi(path: string): boolean {
  return /^\/v[12]\//.test(path);
}
