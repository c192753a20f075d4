/**
 * Plain OpenID Connect over the same parts (security 1.2): the store's adapter, sessions, interactions, login and consent pages, people and apps of a
 * house, without Kakao's dialect before them. What Kakao has no words for is certified here.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import compose from 'koa-compose';
import type { Configuration } from 'oidc-provider';
import { configurationOf } from '../../src/oauth/configuration.ts';
import { showConsent, submitConsent } from '../../src/oauth/consent.ts';
import { loginErrors } from '../../src/oauth/error-page.ts';
import { grantFor } from '../../src/oauth/grant.ts';
import { showLogin, submitLogin } from '../../src/oauth/login.ts';
import { interactionPolicy, Provider } from '../../src/oauth/oidc/index.ts';
import { promptPolicy } from '../../src/oauth/policy.ts';
import type { AppKey } from '../../src/store/index.ts';
import { formBody } from '../../src/web/forms.ts';
import { language } from '../../src/web/language.ts';
import { problems } from '../../src/web/problems.ts';
import { standIn } from '../helpers/answers.ts';
import { APPS, CALLBACK, type World } from '../helpers/house.ts';
import { claiming } from './claims.ts';

/** Where a logout may lead. */
export const LOGGED_OUT = 'http://localhost:3000/logged-out';

const HOUR = 3600;

const LOGOUT = {
  enabled: true,
  logoutSource: (ctx: { body: unknown }, form: string) => void (ctx.body = `<p>Log out?</p>${form}`),
  postLogoutSuccessSource: (ctx: { body: unknown }) => void (ctx.body = '<p>Logged out.</p>'),
};

export interface PlainServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The first client authenticates by Basic, the other in the body: apps of the house. */
export async function openPlain(world: World): Promise<PlainServer> {
  // What it answers is no answer of Kakao's.
  const server = standIn(createServer());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const keys = await Promise.all([APPS.openidConnect, APPS.demo].map((app) => world.key(app)));
  const answer = plainApp(world, url, keys).callback();
  server.on('request', (request, response) => void answer(request, response));
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url, close };
}

function plainApp({ house, reported }: World, url: string, keys: readonly AppKey[]): Koa {
  const shared = configurationOf(house);
  const provider = new Provider(url, { ...shared, ...plainOver(shared, house), clients: keys.map(clientOf) });
  provider.on('server_error', (_ctx, error: unknown) => reported.push(error));
  const report = (error: unknown) => reported.push(error);

  const page = [loginErrors(house, report)];
  const router = new Router();
  router.get('/oauth/login/:uid', ...page, showLogin(house, provider));
  router.post('/oauth/login/:uid', ...page, formBody, submitLogin(house, provider));
  router.get('/oauth/consent/:uid', ...page, showConsent(house, provider));
  router.post('/oauth/consent/:uid', ...page, formBody, submitConsent(house, provider));

  const app = new Koa({ keys: [...house.secrets.cookieKeys] });
  app.silent = true;
  app.use(language);
  app.use(problems(report) as Middleware);
  app.use(router.routes() as Middleware);
  app.use(compose(provider.middleware as Middleware[]));
  return app;
}

/** What Kakao has not. */
function plainOver(shared: Configuration, house: World['house']): Configuration {
  return {
    routes: { authorization: '/oauth/authorize', token: '/oauth/token', jwks: '/keys', userinfo: '/userinfo', end_session: '/logout' },
    features: {
      ...shared.features!,
      userinfo: { enabled: true },
      rpInitiatedLogout: LOGOUT,
      claimsParameter: { enabled: true },
    },
    scopes: ['openid', 'profile', 'email', 'address', 'phone'],
    claims: {
      openid: ['sub'],
      profile: ['name', 'nickname', 'picture', 'gender', 'birthdate'],
      email: ['email', 'email_verified'],
      address: ['address'],
      phone: ['phone_number', 'phone_number_verified'],
    },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    extraParams: [],
    ttl: { ...shared.ttl, AccessToken: HOUR, IdToken: HOUR },
    interactions: { ...shared.interactions, policy: plainPolicy(house) },
    findAccount: claiming(shared.findAccount!, house),
    async loadExistingGrant(ctx) {
      const grant = await grantFor(house, ctx.oidc.provider, ctx);
      grant?.addOIDCScope(String(ctx.oidc.params!.scope));
      grant?.addOIDCClaims([...ctx.oidc.requestParamClaims]);
      await grant?.save();
      return grant;
    },
  };
}

/** Kakao asks for nothing because of a login's age or of another person's ID token. */
function plainPolicy(house: World['house']): interactionPolicy.DefaultPolicy {
  const policy = promptPolicy(house);
  const usual = interactionPolicy.base().get('login')!;
  for (const reason of ['max_age', 'id_token_hint']) policy.get('login')!.checks.add(usual.checks.get(reason)!);
  return policy;
}

function clientOf({ key, secret }: AppKey, at: number) {
  return {
    client_id: key,
    client_secret: secret.value,
    token_endpoint_auth_method: at === 0 ? ('client_secret_basic' as const) : ('client_secret_post' as const),
    redirect_uris: [CALLBACK],
    post_logout_redirect_uris: [LOGGED_OUT],
    response_types: ['code' as const],
    grant_types: ['authorization_code', 'refresh_token'],
  };
}
