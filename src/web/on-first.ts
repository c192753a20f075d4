/** Doors that are read and built when the first request knocks: what nobody has asked for yet, nobody waits for at a start. */
import type { Context, Middleware, Next } from 'koa';

/**
 * @param open reads the door; it is called once
 * @param paths of which requests it is; of all that come so far unless told otherwise
 */
export function onFirst(open: () => Promise<Middleware>, paths = /^/): Middleware {
  let opening: Promise<Middleware> | undefined;
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!paths.test(ctx.path)) return next();
    const door = await (opening ??= open());
    await door(ctx, next);
  };
}
