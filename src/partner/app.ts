/** 데모상점, the demo partner: an invented shop on its own port, and an honest OAuth client. It knows Kakao by its API only. */
import Router from '@koa/router';
import Koa, { type Context, type Next } from 'koa';
import { assets } from '../web/assets.ts';
import { unlessGone } from '../web/gone.ts';
import { pageHeaders, sameOrigin } from '../web/guard.ts';
import { language } from '../web/language.ts';
import { receiveCode } from './callback.ts';
import { receiveAccount, receiveChannel, receiveSync, receiveUnlink } from './callbacks.ts';
import { home } from './home.ts';
import { type KakaoOptions, kakaoClient } from './kakao.ts';
import { logout, unlink } from './leave.ts';
import { startLogin } from './login.ts';
import { problems } from './problems.ts';
import { createReceived } from './received.ts';
import { createSessions } from './sessions.ts';
import { callbackStream } from './stream.ts';
import { tellTrouble } from './trouble.ts';
import { welcome } from './welcome.ts';

export interface PartnerOptions extends KakaoOptions {
  /** The app's admin key: Kakao proves itself by it when it calls back. */
  adminKey: string;
  /** Standard Webhooks secret of the sync callback (`whsec_…`); empty if there is none, and then none is believed. */
  syncSecret: string;
  /** The time for what is received, in milliseconds since 1970. Without it callbacks are shown without a time. */
  now?: () => number;
  /** Gets what nobody expected. */
  report(error: unknown): void;
}

export interface Partner {
  app: Koa;
  /** Ends the open event streams; call it before the server's own close. */
  close(): Promise<void>;
}

/** Profile pictures are at Kakao's addresses. No `form-action`: browsers apply it to the redirect to Kakao too. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: http: https:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The shop as a Koa app, to be served at `options.url`. Its state is its own and in memory.
 * Throws if `syncSecret` is neither empty nor a Standard Webhooks secret.
 */
export function createPartner(options: PartnerOptions): Partner {
  const [kakaoUrl, url] = [withoutSlash(options.kakao), withoutSlash(options.url)];
  const secure = url.startsWith('https:');
  const kakao = kakaoClient({ ...options, kakao: kakaoUrl, url });
  const sessions = createSessions(secure);
  const received = createReceived();
  const stream = callbackStream(sessions, received);

  const routes = new Router()
    .get('/', home(sessions))
    .get('/login', startLogin(kakao, secure))
    .get('/oauth/callback', receiveCode(kakao, sessions, secure))
    .get('/welcome', welcome(sessions, received))
    .get('/trouble', tellTrouble(sessions))
    .post('/logout', sameOrigin(url), logout(kakao, sessions))
    .post('/unlink', sameOrigin(url), unlink(kakao, sessions))
    .get('/callbacks/stream', stream.handler)
    .post('/callbacks/channel', receiveChannel(received, options.adminKey, options.now))
    .post('/callbacks/unlink', receiveUnlink(received, options.adminKey, options.now))
    .post(
      '/callbacks/account',
      receiveAccount(received, { kakao: kakaoUrl, issuer: options.issuer ?? kakaoUrl, clientId: options.clientId }, options.now),
    )
    .post('/callbacks/sync', receiveSync(received, options.syncSecret, options.now))
    .get('/assets/{*path}', assets);

  const app = new Koa();
  app.on('error', unlessGone(options.report));
  app.use(language).use(pageHeaders).use(ownPolicy).use(problems(options.report)).use(routes.routes());
  return { app, close: async () => stream.close() };
}

async function ownPolicy(ctx: Context, next: Next): Promise<void> {
  ctx.set('Content-Security-Policy', POLICY);
  await next();
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
