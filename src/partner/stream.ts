/** Tells open pages that a callback came in, by server-sent events. A hint only: the page then reads its list again. */
import { PassThrough } from 'node:stream';
import type { Middleware } from 'koa';
import { userOf } from './profile.ts';
import { isAbout, type Received } from './received.ts';
import type { Sessions } from './sessions.ts';

/** Shorter than the time after which proxies drop a silent connection. */
const HEARTBEAT_MS = 25_000;

export interface Stream {
  /** Handler of `GET /callbacks/stream`: 204 for who is not signed in, which tells the browser not to try again. */
  handler: Middleware;
  /** Ends every open stream. */
  close(): void;
}

/** The stream over `received`. The first event comes at once, for what arrived while the page was on its way. */
export function callbackStream(sessions: Sessions, received: Received): Stream {
  const open = new Map<PassThrough, () => void>();
  const heartbeat = setInterval(() => open.forEach((_stop, stream) => stream.write(':\n\n')), HEARTBEAT_MS);
  heartbeat.unref();
  const end = (stream: PassThrough) => {
    open.get(stream)?.();
    open.delete(stream);
    stream.end();
  };

  return {
    handler(ctx) {
      const login = sessions.of(ctx)?.login;
      if (!login) {
        ctx.status = 204;
        return;
      }
      const user = userOf(login);
      const stream = new PassThrough();
      const tell = (number: number) => stream.write(`event: callback\ndata: ${number}\n\n`);
      const stop = received.watch((callback) => isAbout(callback, user) && tell(callback.number));
      open.set(stream, stop);
      stream.once('close', () => end(stream));
      tell(received.about(user)[0]?.number ?? 0);
      ctx.type = 'text/event-stream';
      ctx.set({ 'X-Accel-Buffering': 'no', Connection: 'close' });
      ctx.body = stream;
    },
    close() {
      clearInterval(heartbeat);
      for (const stream of open.keys()) end(stream);
    },
  };
}
