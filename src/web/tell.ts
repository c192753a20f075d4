/** What a door says of the request that it answers, for whoever writes down what happened. */
import type { Context } from 'koa';

/** @see Told of journeys/exchange.ts, which this becomes. */
export interface Tale {
  screen?: string;
  accountId?: string;
  optional?: readonly string[];
  ticked?: readonly string[];
  fault?: string;
}

/** Adds to what is told of this request. */
export function tell(ctx: Context, tale: Tale): void {
  ctx.state.tale = { ...toldOf(ctx), ...tale };
}

export function toldOf(ctx: Context): Tale {
  return (ctx.state.tale ?? {}) as Tale;
}
