/** What every page and cookie has to know of how the simulator is reached. */
import type { Context, Next } from 'koa';

/**
 * Middleware: cookies are Secure where people come by https, whatever a proxy makes of it, and pages know whether others see them, too.
 * @param url the simulator's own, as browsers know it
 */
export function asReached(url: string, isShared: boolean) {
  const isSecure = url.startsWith('https:');
  return (ctx: Context, next: Next): Promise<void> => {
    if (isSecure) ctx.cookies.secure = true;
    ctx.state.isShared = isShared;
    return next();
  };
}

/** What a page says of it: `alone`, of a simulator that others reach, or to whom an operator is signed in there. */
export type Sharing = 'alone' | 'shared' | 'operator';

export function sharing({ state }: Context): Sharing {
  if (state.isShared !== true) return 'alone';
  return state.isOperator === true ? 'operator' : 'shared';
}

/** From here on the pages of this request are an operator's, who can sign out on them. */
export function asOperator(ctx: Context): void {
  ctx.state.isOperator = true;
}
