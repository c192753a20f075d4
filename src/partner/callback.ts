/** Back from Kakao: checks the state, exchanges the code, asks who came, and remembers every answer. */
import type { Context, Middleware } from 'koa';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import { readJson, textAt } from './json.ts';
import { type Kakao, succeeded } from './kakao.ts';
import { takeAttempt } from './login.ts';
import type { Login, Sessions } from './sessions.ts';
import { refused, showTrouble, turnedAway } from './trouble.ts';

const strangerPage = screen<{ title: string }>('partner/stranger');

/** Handler of `GET /oauth/callback`. A 4xx of one of the four questions is part of the result, not its end. */
export function receiveCode(kakao: Kakao, sessions: Sessions, secure: boolean): Middleware {
  return async (ctx) => {
    const { state, error, code } = ctx.query;
    const verifier = takeAttempt(ctx, state, secure);
    if (!verifier) return strangerPage(ctx, { title: reading(ctx).t('partner.strangerTitle') }, 400);
    if (error !== undefined || typeof code !== 'string') return showTrouble(ctx, sessions, turnedAway(ctx.query));

    const token = await kakao.exchange(code, verifier);
    const accessToken = textAt(readJson(token.text), 'access_token');
    if (!succeeded(token) || !accessToken) return showTrouble(ctx, sessions, refused('token', token));

    const [me, terms, scopes, channels] = await Promise.all([
      kakao.get('/v2/user/me?secure_resource=false', accessToken),
      kakao.get('/v2/user/service_terms?result=app_service_terms', accessToken),
      kakao.get('/v2/user/scopes', accessToken),
      kakao.get('/v2/api/talk/channels', accessToken),
    ]);
    welcome(ctx, sessions, { callback: { ...ctx.query }, accessToken, token, me, terms, scopes, channels });
  };
}

function welcome(ctx: Context, sessions: Sessions, login: Login): void {
  sessions.open(ctx, { login });
  ctx.status = 303;
  ctx.redirect('/welcome');
}
