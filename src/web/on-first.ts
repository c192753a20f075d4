/** Doors that are read and built when the first request knocks: what nobody has asked for yet, nobody waits for at a start. */
import type { Context, Middleware, Next } from 'koa';

/**
 * @param open reads the door; it is called once
 * @param paths of which requests it is; of all that come so far unless told otherwise
 */
export function onFirst(open: () => Promise<Middleware>, paths = /^/): Middleware {
  let opening: Promise<Middleware> | undefined;
  let door: Middleware | undefined;
  return (ctx: Context, next: Next): unknown => {
    if (!paths.test(ctx.path)) return next();
    if (door) return door(ctx, next);
    return (opening ??= open().then((opened) => (door = opened))).then((opened) => opened(ctx, next) as unknown);
  };
}
