/**
 * Middleware around everything: each request gets an id, is counted, and is a line of the log where one is kept. Nothing that
 * a person typed, no token and no id of somebody is in either: a path is the pattern of its route.
 */
import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import { machineTime } from '../clock.ts';
import { faceOf, type Meter } from './meter.ts';

/** One line of the log. */
export interface Line {
  /** Machine time, RFC 3339. */
  time: string;
  /** As in `X-Request-Id` of the answer: the one that came with the request, or one of our own. */
  id: string;
  face: string;
  method: string;
  /** Pattern of the route, like `/oauth/consent/:uid`; null where there is none. */
  route: string | null;
  /** 0 when the client went away before it had an answer. */
  status: number;
  ms: number;
}

const HEADER = 'X-Request-Id';
/** Of a proxy before us. Anything else could be made to look like a line of its own. */
const ID = /^[\w.:-]{1,128}$/;

/** @param log gets a line for each request once it is over */
export function observe(meter: Meter, log: ((line: Line) => void) | null) {
  return (ctx: Context, next: Next): Promise<void> => {
    const began = performance.now();
    const { method } = ctx;
    // As it came: what cannot be read is answered, too.
    const face = faceOf(ctx.req.url?.split('?', 1)[0] ?? '');
    const given = ctx.get(HEADER);
    const id = ID.test(given) ? given : randomUUID();
    ctx.set(HEADER, id);
    ctx.res.once('close', () => {
      const ms = performance.now() - began;
      const status = ctx.res.writableFinished ? ctx.res.statusCode : 0;
      meter.count({ face, method, status, ms });
      const route = typeof ctx._matchedRoute === 'string' ? ctx._matchedRoute : null;
      log?.({ time: machineTime(), id, face, method, route, status, ms: Math.round(ms * 10) / 10 });
    });
    return next();
  };
}

/** Writes lines as JSON, one each, to where programs are listened to. */
export function toStandardError(line: Line): void {
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
