/** From an HTTP request to a call of the table and back. No cookie is read here. */
import type { Context } from 'koa';
import rawBody from 'raw-body';
import type { House } from '../house.ts';
import type { Call, Sent } from './call.ts';
import { RequestRefused } from './problems.ts';

const LIMIT = '256kb';
/** Shorter than the time after which proxies drop a silent connection. */
const HEARTBEAT_MS = 25_000;

/** Runs a call and writes its answer. Throws what the call throws, and RequestRefused. */
export async function serve(ctx: Context, house: House, call: Call): Promise<void> {
  const gone = new AbortController();
  ctx.res.on('close', () => gone.abort());
  const body = call.body ? await bodyOf(ctx) : {};
  const after = ctx.get('last-event-id');
  const query = { ...ctx.query, ...(call.isStream && after && { after }) };
  const answer = await call.run(house, { params: { ...(ctx.params as object) }, query, body, gone: gone.signal });
  ctx.status = answer.status;
  ctx.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  if ('events' in answer) return pour(ctx, answer.events);
  ctx.type = 'application/json';
  ctx.body = JSON.stringify(answer.body);
}

/** An object; one that is left out is an empty one. */
async function bodyOf(ctx: Context): Promise<object> {
  const text = await rawBody(ctx.req, { length: ctx.request.length ?? null, limit: LIMIT, encoding: 'utf-8' }).catch((error: unknown) => {
    // What was not read must not be taken for the next request.
    ctx.set('Connection', 'close');
    const isLarge = error instanceof Error && 'status' in error && error.status === 413;
    throw new RequestRefused(
      isLarge ? 'body_too_large' : 'body_unreadable',
      isLarge ? `more than ${LIMIT}` : 'the body ended before its end',
    );
  });
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw new RequestRefused('body_unreadable', `the body is no JSON: ${(error as Error).message}`);
  }
  throw new RequestRefused('body_unreadable', 'the body is JSON, and no object');
}

/** Server-sent events, written past Koa, for which a reader that goes away in the middle of a body is an error to be reported. */
async function pour(ctx: Context, events: AsyncIterable<Sent>): Promise<void> {
  const { res } = ctx;
  ctx.respond = false;
  ctx.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no', Connection: 'close' });
  if (ctx.method === 'HEAD') return void res.end();
  res.on('error', () => undefined);
  res.write('retry: 1000\n\n'); // sends the headers, too
  const heartbeat = setInterval(() => res.write(':\n\n'), HEARTBEAT_MS).unref();
  try {
    for await (const { id, event, data } of events) {
      if (res.destroyed) return;
      if (!res.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)) await drained(ctx);
    }
  } finally {
    clearInterval(heartbeat);
    res.end();
  }
}

/** Resolves when the reader has read on, or has gone. */
function drained({ res }: Context): Promise<void> {
  return new Promise((resolve) => {
    if (res.destroyed) resolve();
    res.once('drain', resolve).once('close', resolve);
  });
}
