/** 로그아웃 and 연결 끊기. */
import type { Middleware } from 'koa';
import { type Kakao, succeeded } from './kakao.ts';
import type { Sessions } from './sessions.ts';
import { refused, showTrouble } from './trouble.ts';

/** Handler of `POST /logout`. Our own session ends whatever Kakao says. Source: kakao-api 2.7. */
export function logout(kakao: Kakao, sessions: Sessions): Middleware {
  return async (ctx) => {
    const login = sessions.of(ctx)?.login;
    if (!login) return ctx.redirect('/');
    sessions.close(ctx);
    const answer = await kakao.post('/v1/user/logout', login.accessToken);
    if (!succeeded(answer)) return showTrouble(ctx, sessions, refused('logout', answer));
    ctx.status = 303;
    ctx.redirect('/?left=logout');
  };
}

/** Handler of `POST /unlink`. Who is still linked stays signed in. Source: kakao-api 2.8. */
export function unlink(kakao: Kakao, sessions: Sessions): Middleware {
  return async (ctx) => {
    const login = sessions.of(ctx)?.login;
    if (!login) return ctx.redirect('/');
    const answer = await kakao.post('/v1/user/unlink', login.accessToken);
    if (!succeeded(answer)) return showTrouble(ctx, sessions, refused('unlink', answer));
    sessions.close(ctx);
    ctx.status = 303;
    ctx.redirect('/?left=unlink');
  };
}
