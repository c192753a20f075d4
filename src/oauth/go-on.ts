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

type Cookies = Context['cookies'];

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
  try {
    await gather(house)(ctx, async () => {
      await interaction.persist();
      await comeBack(provider, ctx, interaction);
      await keepAnswer(house, ctx, interaction.uid);
    });
  } catch (error) {
    // They were made for what has not landed.
    for (const header of ['Location', 'Set-Cookie']) ctx.remove(header);
    throw error;
  }
}

/** All that the provider does with a request. */
export const engineOf = (provider: Provider): Middleware => compose(provider.middleware as Middleware[]);

/** Middleware in front of the provider: a browser that does not come back gets no cookie for it. */
export function noWayBack(provider: Provider): Middleware {
  return (ctx, next) => {
    ctx.cookies = withWayBack(provider, ctx.cookies);
    return next();
  };
}

/** Has the provider take the request as though the browser had come back by itself; without a query, which could pretend to be another authorize request. */
async function comeBack(provider: Provider, ctx: Context, { uid, returnTo }: Interaction): Promise<void> {
  const { req, cookies, _matchedRoute } = ctx;
  const { method, url } = req;
  Object.assign(req, { method: 'GET', url: new URL(returnTo).pathname });
  ctx.cookies = withWayBack(provider, cookies, uid);
  try {
    await engineOf(provider)(ctx, () => Promise.resolve());
  } finally {
    Object.assign(req, { method, url });
    // The provider's router leaves its own route there, which is not the one that the log is to name.
    Object.assign(ctx, { cookies, _matchedRoute });
  }
}

/** Cookies of which the one for the way back is never set, and is this one where it is asked for. */
function withWayBack(provider: Provider, cookies: Cookies, uid?: string): Cookies {
  const wayBack = provider.cookieName('resume');
  const get: Cookies['get'] = (name, options) => (name === wayBack ? uid : cookies.get(name, options));
  const set: Cookies['set'] = (name, ...given) => (name === wayBack ? cookies : cookies.set(name, ...given));
  return { get, set } as Cookies;
}
