/** kauth: what is served, and by whom. */
import Router from '@koa/router';
import type { Context, Middleware, Next } from 'koa';
import compose from 'koa-compose';
import { errors } from './oidc/index.ts';
import type { House } from '../house.ts';
import { withFormToken } from '../web/form-token.ts';
import { formBody } from '../web/forms.ts';
import { sameOrigin } from '../web/guard.ts';
import { issueAgt } from './agt.ts';
import { answeredAlike } from './answered-alike.ts';
import { askAgain } from './ask-again.ts';
import { FLOW_PARAM, meetFault } from './asked-for.ts';
import { showConsent, submitConsent } from './consent.ts';
import { authorizeQuery } from './dialect/authorize-request.ts';
import { documentsServed } from './documents.ts';
import { loginErrors } from './error-page.ts';
import { gather } from './gathered.ts';
import { engineOf, noWayBack } from './go-on.ts';
import { fetchCode, readableAnywhere } from './hand-over.ts';
import { showLogin, submitLogin } from './login.ts';
import { showLogout, submitLogout } from './logout.ts';
import { showPreview } from './preview.ts';
import { createProvider } from './provider.ts';
import { showSignup, submitSignup } from './signup.ts';
import { silentLogin } from './silent-login.ts';
import { tokenInfo } from './token-info.ts';
import { tokenEndpoint } from './token.ts';
import { unknownUrl } from './unknown-url.ts';

const calls = [
  { path: '/oauth/authorize', methods: ['GET'] },
  { path: '/oauth/logout', methods: ['GET'] },
  { path: '/oauth/token', methods: ['POST', 'GET'] },
  { path: '/oauth/tokeninfo', methods: ['POST'] },
  { path: '/api/agt', methods: ['POST'] },
  { path: '/apiweb/code.json', methods: ['GET'] },
] as const satisfies readonly { path: string; methods: readonly ('GET' | 'POST')[] }[];

/** What partners and SDKs call. */
export const served = [...calls, ...documentsServed] as const;

/** The door of kauth. `report` gets what nobody expected. */
export function oauth(house: House, report: (error: unknown) => void): Router {
  const provider = createProvider(house, report);
  const engine: Middleware = compose([gather(house), engineOf(provider)]);
  const page = [loginErrors(house, report)];
  const alike = answeredAlike(house, provider);
  const submit = [...page, sameOrigin(house.url), withFormToken, formBody, alike];
  const router = new Router();

  const handlers: Readonly<Record<(typeof calls)[number]['path'], Middleware[]>> = {
    '/oauth/authorize': [...page, authorize(house), silentLogin(house, provider), noWayBack(provider), engine],
    '/oauth/logout': [...page, showLogout(house, provider)],
    '/oauth/token': [tokenEndpoint(house, engine, report)],
    '/oauth/tokeninfo': [tokenInfo(house, report)],
    '/api/agt': [issueAgt(house, report)],
    '/apiweb/code.json': [readableAnywhere, fetchCode(house, report)],
  };
  for (const { path, methods } of calls) router.register(path, [...methods], handlers[path]);

  router.get('/oauth/login/:uid', ...page, showLogin(house, provider));
  router.post('/oauth/login/:uid', ...submit, submitLogin(house, provider));
  router.get('/oauth/login/:uid/signup', ...page, askAgain(house, provider, '/signup', 'create'));
  router.get('/oauth/signup/:uid', ...page, showSignup(house, provider));
  router.post('/oauth/signup/:uid', ...submit, submitSignup(house, provider));
  router.get('/oauth/consent/:uid', ...page, alike, showConsent(house, provider));
  router.post('/oauth/consent/:uid', ...submit, submitConsent(house, provider));
  router.get('/oauth/consent/:uid/account', ...page, askAgain(house, provider, '/account', 'select_account'));
  router.get('/oauth/preview/:appId', ...page, showPreview(house));
  router.post('/oauth/logout', ...submit, submitLogout(house, provider));
  router.all(/^\/(?:oauth|api|apiweb)(?:\/.*)?$/, ...page, unknownUrl(house, report));
  router.all(/^\/\.well-known\/(?:openid-configuration|jwks\.json|sse-configuration)$/, ...page, unknownUrl(house, report));
  return router;
}

/** For any path that is not kauth's. */
export function noSuchUrl(house: House, report: (error: unknown) => void): Middleware {
  return compose([loginErrors(house, report), unknownUrl(house, report)] as Middleware[]);
}

/** Rewrites the query from Kakao's dialect to the provider's. */
function authorize(house: House) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const query = await authorizeQuery(house, ctx);
    // Where the browser was sent here once more, the request no longer has the header.
    const flow = (ctx.state.faultFlow ??= ctx.query[FLOW_PARAM]) as string | undefined;
    if (flow) query.set(FLOW_PARAM, flow);
    const client = await house.apps.byKey(query.get('client_id')!);
    ctx.state.askedFor = await redirected(meetFault(house, ctx, '/oauth/authorize', ctx.query, { appId: client?.app.id }));
    ctx.querystring = query.toString();
    await next();
  };
}

/** A fault that goes back to the partner: the provider, which knows how, throws it again (policy.ts). */
async function redirected(meeting: Promise<void>): Promise<unknown> {
  try {
    await meeting;
  } catch (error) {
    if (error instanceof errors.OIDCProviderError) return error;
    throw error;
  }
  return undefined;
}
