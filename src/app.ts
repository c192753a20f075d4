/** The Koa app: middleware in order, then the table of doors. */
import Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import { faces } from './faces.ts';
import { operatorsOnly } from './gate/gate.ts';
import type { House } from './house.ts';
import { brokenAnswers, namedFaults } from './mishaps/index.ts';
import { documents } from './oauth/documents.ts';
import { createMeter } from './ops/meter.ts';
import { type Line, observe } from './ops/observe.ts';
import { ops } from './ops/routes.ts';
import { listenIn } from './traffic/index.ts';
import { assets } from './web/assets.ts';
import { asReached } from './web/as-reached.ts';
import { clockOnPages } from './web/clock-sign.ts';
import { cookieKeys } from './web/cookie-keys.ts';
import { formTokens, withFormToken } from './web/form-token.ts';
import { unlessGone } from './web/gone.ts';
import { pageHeaders, sameOrigin } from './web/guard.ts';
import { language } from './web/language.ts';
import { onFirst } from './web/on-first.ts';
import { problems } from './web/problems.ts';
import { readableTarget } from './web/target.ts';

export interface AppOptions {
  /** Gets every error that nobody expected. */
  report: (error: unknown) => void;
  /** Base URL of the demo partner, or null while it is not run. */
  partnerUrl: string | null;
  /** Gets a line for each request. */
  log?: ((line: Line) => void) | null;
  /** Whether it was told to end, and answers only those who come meanwhile. */
  isEnding?: () => boolean;
}

/** The simulator as one Koa app. Its cookies are signed with the provider's keys, for they share the context. */
export function createApp(house: House, { report, partnerUrl, log = null, isEnding = () => false }: AppOptions): Koa {
  const app = new Koa();
  app.keys = cookieKeys(house.secrets.cookieKeys);
  app.silent = true;
  app.on('error', unlessGone(report));
  const meter = createMeter(house);
  app.use(observe(meter, log));
  app.use(readableTarget);
  app.use(listenIn(house.journeys));
  app.use(brokenAnswers);
  app.use(namedFaults(house.faults));
  app.use(asReached(house.url, house.operators.isShared));
  app.use(formTokens(house.secrets.cookieKeys[0]!));
  app.use(language);
  app.use(clockOnPages(house.clock));
  for (const door of doors(house, report, partnerUrl, ops(house, meter, isEnding))) app.use(door);
  return app;
}

/**
 * First the control API and kapi, which answer in JSON; then everything that people see. The control API has its own name only.
 * Most doors are read when somebody knocks: the libraries and rules behind them are most of the program, and few runs need all.
 */
function doors(house: House, report: AppOptions['report'], partnerUrl: string | null, health: Router): Middleware[] {
  const [login, apis] = [() => import('./oauth/routes.ts'), () => import('./kapi/routes.ts')];
  return [
    onFirst(async () => routesOf((await import('./control/routes.ts')).control(house, report)), /^\/_sim\/api(?:\/|$)/),
    faces(house, report, {
      'kauth.kakao.com': onFirst(async () => (await login()).noSuchUrl(house, report)),
      'kapi.kakao.com': onFirst(async () => (await apis()).noSuchApi(house, report)),
    }),
    operatorsOnly(house) as Middleware,
    onFirst(async () => routesOf(health), /^\/(?:livez|readyz|health|metrics)\/?$/),
    onFirst(async () => routesOf((await apis()).kapi(house, report)), /^\/v[12](?:\/|$)/),
    problems(report) as Middleware,
    pageHeaders as Middleware,
    onFirst(async () => routesOf(documents(house)), /^\/\.well-known\//i),
    onFirst(async () => routesOf((await login()).oauth(house, report)), /^\/(?:oauth|api|apiweb|\.well-known)(?:\/|$)/i),
    routesOf(new Router().get('/assets/{*file}', assets)),
    sameOrigin(house.url) as Middleware,
    withFormToken as Middleware,
    onFirst(async () => (await import('./pages.ts')).pages(house, partnerUrl)),
  ];
}

const routesOf = (router: Router): Middleware => router.routes() as Middleware;
