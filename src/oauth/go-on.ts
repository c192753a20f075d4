/**
 * How a person goes on from a page: in the answer to it, as Kakao sends whoever agreed straight to the partner. Left to itself, the provider
 * would have the browser come back first, to an address of its own. Source: kakao-api 1.2.
 */
import type { Context, Middleware } from 'koa';
import compose from 'koa-compose';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { House } from '../house.ts';
import { keepAnswer } from './answered-alike.ts';
import { gather } from './gathered.ts';
import type { Interaction } from './interaction.ts';

/**
 * Hands the result to the provider, and sends the person on: back to the partner, or to the next page that is due. Results add up from
 * page to page; a login among them is done once and not again, or it would be dated by the last page. Throws InteractionLost.
 */
export async function goOn(
  house: House,
  provider: Provider,
  ctx: Context,
  interaction: Interaction,
  result: InteractionResults,
): Promise<void> {
  const added = { login: null, ...result } as InteractionResults;
  interaction.result = 'error' in added ? added : { ...interaction.lastSubmission, ...added };
  const engine = compose(provider.middleware as Middleware[]);
  try {
    await gather(house)(ctx, async () => {
      await interaction.persist();
      await engine(returned(provider, ctx, interaction), () => Promise.resolve());
      await keepAnswer(house, ctx, interaction.uid);
    });
  } catch (error) {
    // They were made for what has not landed.
    for (const header of ['Location', 'Set-Cookie']) ctx.remove(header);
    throw error;
  }
}

/**
 * The request as it would be, had the browser come back by itself: by a cookie that no other path gets, and without a query, which could pretend
 * that it is another authorize request.
 */
function returned(provider: Provider, ctx: Context, { uid, returnTo }: Interaction): Context {
  const { cookies } = ctx;
  const resumes = provider.cookieName('resume');
  const get: typeof cookies.get = (name, options) => (name === resumes ? uid : cookies.get(name, options));
  return Object.create(ctx, {
    method: { value: 'GET' },
    path: { value: new URL(returnTo).pathname },
    query: { value: {} },
    cookies: { value: Object.create(cookies, { get: { value: get } }) },
  }) as Context;
}
