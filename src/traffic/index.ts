/** Listens in on Kakao's faces: every request and its answer, byte for byte, without being in their way. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Context, Next } from 'koa';
import type { Exchange, Journeys } from '../journeys/index.ts';
import { isInspected } from '../web/inspect.ts';
import { toldOf } from '../web/tell.ts';

/** What is longer is cut: it is for looking at. */
const LONGEST = 16 * 1024;
/** In the place of what nobody is to read here. */
const LEFT_OUT = '***';

/** Middleware around everything that answers as Kakao. */
export function listenIn(journeys: Journeys) {
  return (ctx: Context, next: Next): Promise<void> => {
    const { req, res, path, originalUrl: url, method } = ctx;
    if (isLook(ctx) || !journeys.isKept(path)) return next();
    const began = performance.now();
    const requestBody = overhear(req);
    const responseBody = overhearAnswer(res);
    res.once('close', () => {
      journeys.record({
        method,
        url: cut(url),
        requestHeaders: headersOf(req.headers),
        requestBody: withoutPassword(path, requestBody()),
        status: res.statusCode,
        responseHeaders: headersOf(res.getHeaders()),
        responseBody: responseBody(),
        durationMs: Math.round((performance.now() - began) * 10) / 10,
        told: toldOf(ctx),
      } satisfies Exchange);
    });
    return next();
  };
}

/** Who lays a screen open, or asks what an app will get of a persona, looks at it, and takes no step. */
function isLook(ctx: Context): boolean {
  if (ctx.method !== 'GET') return false;
  return (ctx.path.startsWith('/oauth/consent/') && isInspected(ctx)) || (ctx.path.startsWith('/oauth/login/') && 'user' in ctx.query);
}

/** Somebody may have typed a real one by mistake. */
function withoutPassword(path: string, body: string): string {
  return /^\/oauth\/(?:login|signup)\//.test(path) ? body.replace(/((?:^|&)password=)[^&]+/g, `$1${LEFT_OUT}`) : body;
}

/** The body as somebody reads it: each piece that leaves a stream is an event, whichever way it is read. '' where none was announced (RFC 9112 6.3). */
function overhear(req: IncomingMessage): () => string {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = req.headers;
  if (length === '0' && coding === undefined) return () => '';
  const heard = hearing();
  const { emit } = req;
  req.emit = function (this: IncomingMessage, event: string | symbol, ...rest: unknown[]) {
    if (event === 'data') heard.take(rest[0]);
    return Reflect.apply(emit, this, [event, ...rest]);
  } as typeof emit;
  return heard.text;
}

/** The body of an answer; '' for a page. */
function overhearAnswer(res: ServerResponse): () => string {
  const heard = hearing();
  const { write, end } = res;
  res.write = function (this: ServerResponse, piece: unknown, ...rest: unknown[]) {
    if (!isPage(res)) heard.take(piece, rest[0]);
    return Reflect.apply(write, this, [piece, ...rest]) as boolean;
  } as typeof write;
  res.end = function (this: ServerResponse, piece?: unknown, ...rest: unknown[]) {
    if (!isPage(res)) heard.take(piece, rest[0]);
    return Reflect.apply(end, this, [piece, ...rest]) as ServerResponse;
  } as typeof end;
  return heard.text;
}

function hearing(): { take: (piece: unknown, encoding?: unknown) => void; text: () => string } {
  const pieces: Buffer[] = [];
  let bytes = 0;
  return {
    take(piece, encoding) {
      if (bytes > LONGEST || (typeof piece !== 'string' && !(piece instanceof Uint8Array))) return;
      const buffer =
        typeof piece === 'string'
          ? Buffer.from(piece, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
          : Buffer.from(piece);
      pieces.push(buffer);
      bytes += buffer.length;
    },
    text: () => cut(Buffer.concat(pieces).toString('utf8')),
  };
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function isPage(res: ServerResponse): boolean {
  return /^text\/html/i.test(String(res.getHeader('content-type') ?? ''));
}

/** By their names in small letters, as both sides of node have them. */
function headersOf(headers: Readonly<OutgoingHttpHeaders>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) kept[name] = cut(withoutOperator(Array.isArray(value) ? value.join(', ') : String(value)));
  }
  return kept;
}

/** Who reads a login must not become its operator by that. */
function withoutOperator(value: string): string {
  if (!value.includes('kakao_sync_operator=')) return value;
  return value.replace(/(\bkakao_sync_operator=)[^;,\s]+/g, `$1${LEFT_OUT}`);
}
