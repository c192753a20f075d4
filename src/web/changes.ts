/** Server-sent events that say only that something changed; pages fetch themselves anew. */
import type { Context } from 'koa';

/** Handler of a stream. @param watch calls its listener after each change, and returns the way to stop */
export function streamChanges(watch: (listener: () => void) => () => void) {
  return (ctx: Context): void => {
    const { res } = ctx;
    // Written past Koa, for which a reader that goes away in the middle of a body is an error to be reported.
    ctx.respond = false;
    ctx.status = 200;
    ctx.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no', Connection: 'close' });
    if (ctx.method === 'HEAD') return void res.end();
    res.write('retry: 1000\n\n'); // sends the headers, too
    const unwatch = watch(() => {
      if (!res.writableNeedDrain) res.write('event: changed\ndata: \n\n');
    });
    res.on('close', unwatch);
  };
}
