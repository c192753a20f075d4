/**
 * Logins without a login page: by an `agt`, in KakaoTalk's in-app browser, which knows whose KakaoTalk it is, and by a hint where the app allows it.
 * The browser is sent once more to the same address, now with a session. Source: kakao-api 1.2, 1.17, 5.10.
 */
import type { Context, Next } from 'koa';
import type { Provider } from 'oidc-provider';
import type { House } from '../house.ts';
import { talkSession } from '../web/session.ts';
import { tell } from '../web/tell.ts';
import { redeemAgt } from './agt.ts';
import { FLOW_PARAM } from './asked-for.ts';
import { words } from './dialect/authorize-params.ts';
import type { Parameter } from './dialect/parameters.ts';
import { hintedUser } from './hinted.ts';
import { closeSession } from './interaction.ts';
import { SESSION } from './lifetimes.ts';

/** Middleware between the dialect, which checked the request, and the provider. */
export function silentLogin(house: House, provider: Provider) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { pathname, searchParams } = new URL(ctx.originalUrl, house.url);
    const agt = searchParams.get('agt' satisfies Parameter<'/oauth/authorize'>);
    const agtUser = agt ? await redeemAgt(house, ctx.query.client_id, agt) : undefined;
    const talkUser = agtUser ? undefined : await inAppUser(house, ctx);
    const hintUser = agtUser || talkUser ? undefined : await hintedUser(house, ctx);
    const accountId = agtUser ?? talkUser ?? hintUser;
    if (accountId && (await openSession(provider, ctx, accountId))) {
      searchParams.delete('agt');
      if (ctx.state.faultFlow) searchParams.set(FLOW_PARAM, String(ctx.state.faultFlow));
      return ctx.redirect(`${pathname}?${searchParams}`);
    }
    if (accountId) tell(ctx, { accountId });
    if (talkUser) ignorePrompts(ctx, ['login']);
    if (hintUser) ignorePrompts(ctx, ['login', 'select_account']);
    await next();
  };
}

/** Whose KakaoTalk this browser belongs to: it says that it is KakaoTalk's, and somebody with KakaoTalk is signed in to /talk in it. */
async function inAppUser({ accounts }: House, ctx: Context): Promise<string | undefined> {
  if (!ctx.get('User-Agent').includes('KAKAOTALK')) return undefined;
  const account = await accounts.inSession(talkSession.id(ctx));
  return account?.hasTalk ? account.id : undefined;
}

/** Resolves with false where this account is signed in already. Another one's session ends first. */
async function openSession(provider: Provider, ctx: Context, accountId: string): Promise<boolean> {
  const before = await provider.Session.get(ctx);
  if (before.accountId === accountId) return false;
  if (before.accountId) await closeSession(provider, ctx, before);
  const session = new provider.Session();
  session.loginAccount({ accountId, transient: true });
  await session.save(SESSION);
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true } as const;
  ctx.cookies.set(provider.cookieName('session'), session.jti, cookie);
  return true;
}

/** "prompt=login has no effect there"; and a hint has chosen the account. */
function ignorePrompts(ctx: Context, ignored: readonly string[]): void {
  const { prompt, ...query } = ctx.query;
  const others = words(prompt).filter((word) => !ignored.includes(word));
  ctx.query = others.length > 0 ? { ...query, prompt: others.join(' ') } : query;
}
