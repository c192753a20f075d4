/** `/oauth/token`: Kakao's checks, then the provider, then Kakao's words for what it said. */
import type { Context, Middleware } from 'koa';
import type { House } from '../house.ts';
import { replay } from './dialect/replay.ts';
import { koeOf, tokenBody } from './dialect/token-answer.ts';
import { codeOf, readTokenRequest } from './dialect/token-request.ts';
import { Koe } from './koe.ts';
import { keepKoe } from './refused.ts';

/** The handler. `engine` is the provider's middleware, `report` gets what nobody expected. */
export function tokenEndpoint(house: House, engine: Middleware, report: (error: unknown) => void) {
  return jsonEndpoint(house, report, (ctx) => issue(house, ctx, engine));
}

/** The handler that answers in JSON: with what `bodyOf` resolves with, or with the three fields of what went wrong. */
export function jsonEndpoint(house: House, report: (error: unknown) => void, bodyOf: (ctx: Context) => Promise<object>) {
  return async (ctx: Context): Promise<void> => {
    try {
      answer(ctx, 200, await bodyOf(ctx));
    } catch (error) {
      const koe = error instanceof Koe ? error : new Koe('KOE003');
      if (koe === error) await keepKoe(house, ctx, koe).catch(report);
      else report(error);
      answer(ctx, koe.status, koe.body);
    }
  };
}

async function issue(house: House, ctx: Context, engine: Middleware): Promise<object> {
  const request = await readTokenRequest(house, ctx);
  ctx.state.keyType = request.client.key.type;
  replay(ctx, request.forProvider);
  await engine(ctx, async () => {});
  if (ctx.state.grantError) {
    throw koeOf(ctx.state.grantError, request, await codeOf(house, request.fields)) ?? ctx.state.grantError;
  }
  return tokenBody(house, ctx, request);
}

/** The provider lets any origin read the answer, as the replayed request has none; pages of other origins have no business here. */
const CORS = ['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers', 'Vary'];

function answer(ctx: Context, status: number, body: object): void {
  for (const header of CORS) ctx.remove(header);
  ctx.status = status;
  ctx.body = body;
  ctx.set({ 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'no-store', Pragma: 'no-cache' });
}
