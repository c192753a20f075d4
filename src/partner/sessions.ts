/** Who is at the counter: sessions in memory, and the cookies of this shop. */
import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';
import { keep } from './bounded.ts';
import type { Answer } from './kakao.ts';
import type { Trouble } from './trouble.ts';

/** Cookies know no ports: a name of our own, so that the simulator on the same host is not in the way. */
const COOKIE = 'demo_shop_session';
const LIMIT = 1_000;

/** A login that worked, with all that Kakao answered. */
export interface Login {
  readonly callback: Readonly<Record<string, unknown>>;
  readonly accessToken: string;
  readonly token: Answer;
  readonly me: Answer;
  readonly terms: Answer;
  readonly scopes: Answer;
  readonly channels: Answer;
}

/** What this shop remembers of a browser. */
export interface Session {
  readonly login?: Login;
  /** The last thing that did not work. */
  trouble?: Trouble;
}

export interface Sessions {
  /** The session of this browser, if it has one. */
  of(ctx: Context): Session | undefined;
  /** Begins a session under a new id; the browser's former one ends. */
  open(ctx: Context, session: Session): void;
  /** Ends the session of this browser. */
  close(ctx: Context): void;
}

/** Sessions with random ids, at most a thousand: the oldest is dropped. `secure` when the shop is served over TLS. */
export function createSessions(secure: boolean): Sessions {
  const sessions = new Map<string, Session>();
  const idOf = (ctx: Context) => ctx.cookies.get(COOKIE) ?? '';
  return {
    of: (ctx) => sessions.get(idOf(ctx)),
    open(ctx, session) {
      sessions.delete(idOf(ctx));
      const id = randomBytes(32).toString('base64url');
      keep(sessions, id, session, LIMIT);
      setCookie(ctx, COOKIE, id, { secure });
    },
    close(ctx) {
      sessions.delete(idOf(ctx));
      setCookie(ctx, COOKIE, null, { secure });
    },
  };
}

/** Sets or (null) removes a cookie that scripts cannot read and that comes along when Kakao sends the browser back. */
export function setCookie(
  ctx: Context,
  name: string,
  value: string | null,
  options: { secure: boolean; path?: string; maxAge?: number },
): void {
  // The connection behind a TLS proxy is plain; what counts is the address that the browser sees.
  ctx.cookies.secure = options.secure;
  ctx.cookies.set(name, value, { httpOnly: true, sameSite: 'lax', signed: false, overwrite: true, ...options });
}
