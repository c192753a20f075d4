/** `GET` and `POST /_sim/inbox/:app/:kind`: the built-in receiver. It answers as its script says: late, elsewhere, or not at all. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Context, Next } from 'koa';
import rawBody from 'raw-body';
import type { House } from '../../../house.ts';
import { inboxKinds, type Reply } from '../../../inbox/index.ts';
import { ForeignOrigin } from '../../../web/guard.ts';

const LIMIT = '256kb';

export function receive({ inbox }: House) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const kind = inboxKinds.find((each) => each === ctx.params.kind);
    if (!kind) return next();
    // A reset, where one is asked for, must meet a connection that was not used before; and what was not read must not be taken for the next request.
    ctx.set('Connection', 'close');
    mustBeNoPage(ctx);
    const body = await bytesOf(ctx);
    const { method, querystring: query, req } = ctx;
    const headers = pairs(req.rawHeaders);
    await answer(ctx, await inbox.receive(String(ctx.params.app), kind, { method, query, headers, body }));
  };
}

/** A picture on a foreign page would arrive, too, and use up a script. Throws ForeignOrigin. */
function mustBeNoPage(ctx: Context): void {
  const site = ctx.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') throw new ForeignOrigin('an arrival from a page of another origin', { site });
}

/** Throws the error of a body that is too long or broken off, which has its status. */
function bytesOf(ctx: Context): Promise<Buffer> {
  return rawBody(ctx.req, { length: ctx.request.length ?? null, limit: LIMIT });
}

async function answer(ctx: Context, reply: Reply): Promise<void> {
  if (!(await isStillThere(ctx, reply.delayMs))) return;
  if (reply.does === 'hang' || reply.does === 'reset') {
    // Of one that is not answered nobody keeps anything: it ends with its sender's connection.
    ctx.respond = false;
    if (reply.does === 'reset') ctx.req.socket.resetAndDestroy();
    return;
  }
  const isRedirect = reply.does === 'redirect';
  ctx.body = isRedirect ? null : reply.body;
  ctx.status = reply.status;
  if (isRedirect) ctx.set('Location', reply.location);
}

/** Waits for so long, and says whether the sender has waited, too. */
async function isStillThere(ctx: Context, ms: number): Promise<boolean> {
  if (ms === 0) return true;
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  ctx.res.once('close', leave);
  try {
    await wait(ms, undefined, { signal: gone.signal });
    return true;
  } catch {
    ctx.respond = false;
    return false;
  } finally {
    ctx.res.off('close', leave);
  }
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
}
