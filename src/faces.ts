/** Which face answers, by the host that was asked: each of Kakao's names serves its own paths, our own name serves all of them. */
import compose from 'koa-compose';
import type { Context, Middleware, Next } from 'koa';
import { FACES, isKakaoHost, type KakaoHost } from './hosts.ts';
import type { House } from './house.ts';
import { pageHeaders } from './web/guard.ts';
import { hostNameOf, isOwnName } from './web/own-names.ts';
import { problems } from './web/problems.ts';

/** What Kakao does not have there, and pages of a login link to. */
const OURS = /^\/(?:$|(?:_sim|account|business|center|developers|talk)(?:\/|$))/;

/** Where people are led on accounts.kakao.com, whose pages are under other paths here. */
const ACCOUNT_PAGES: Readonly<Record<string, string>> = {
  '/': '/account',
  '/login': '/account/login',
  '/weblogin/create_account': '/account/signup',
};

/**
 * Middleware in front of the doors. A host that is nobody's name gets 421. `report` gets what nobody expected.
 * @param unknown what the hosts of programs answer to a path that is not theirs
 */
export function faces(
  house: House,
  report: (error: unknown) => void,
  unknown: Readonly<Record<'kauth.kakao.com' | 'kapi.kakao.com', Middleware>>,
): Middleware {
  const page = compose([problems(report) as Middleware, pageHeaders as Middleware]);
  const notFound: Readonly<Record<KakaoHost, Middleware>> = {
    ...unknown,
    'accounts.kakao.com': page,
    'k.kakaocdn.net': page,
  };
  return (ctx: Context, next: Next): Promise<unknown> | void => {
    const name = hostNameOf(ctx);
    if (!isKakaoHost(name)) return isOwnName(name, house) ? next() : misdirected(ctx);
    if (FACES[name].test(ctx.path)) return next();
    const onward = onwardOf(house, name, ctx);
    if (onward) return ctx.redirect(onward);
    return notFound[name](ctx, () => Promise.resolve()) as Promise<unknown>;
  };
}

function onwardOf({ url, addresses }: House, name: KakaoHost, ctx: Context): string | null {
  if (!['GET', 'HEAD'].includes(ctx.method)) return null;
  if (name === 'kauth.kakao.com') return OURS.test(ctx.path) ? url + ctx.url : null;
  if (name !== 'accounts.kakao.com') return null;
  // A login that a client sends there goes on where it came from.
  const { searchParams } = new URL(ctx.url, url);
  const back = ctx.path === '/login' ? (searchParams.get('continue') ?? '') : '';
  if (back.startsWith(`${addresses.kauth}/oauth/`)) return back;
  return ACCOUNT_PAGES[ctx.path] ?? (OURS.test(ctx.path) ? url + ctx.url : null);
}

function misdirected(ctx: Context): void {
  ctx.status = 421;
  ctx.body =
    'The Host of this request is no name of this simulator; reach it by its address, by localhost, or by a name that --host, --public-url or --allow-host gave it.\n';
}
