/** The Koa app: middleware in order, then the table of doors. */
import Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import { account } from './consoles/account/routes.ts';
import { business } from './consoles/business/routes.ts';
import { center } from './consoles/center/routes.ts';
import { developers } from './consoles/developers/routes.ts';
import { home } from './consoles/home/routes.ts';
import { operator } from './consoles/operator/routes.ts';
import { talk } from './consoles/talk/routes.ts';
import { contract } from './contract/index.ts';
import { control } from './control/routes.ts';
import { coverageOf, readCode } from './coverage/index.ts';
import { faces } from './faces.ts';
import { operatorsOnly } from './gate/gate.ts';
import { gate } from './gate/routes.ts';
import type { House } from './house.ts';
import { kapi } from './kapi/routes.ts';
import { brokenAnswers, namedFaults } from './mishaps/index.ts';
import { openGallery } from './oauth/gallery/index.ts';
import { oauth } from './oauth/routes.ts';
import { createMeter } from './ops/meter.ts';
import { type Line, observe } from './ops/observe.ts';
import { ops } from './ops/routes.ts';
import { listenIn } from './traffic/index.ts';
import { assets } from './web/assets.ts';
import { asReached } from './web/as-reached.ts';
import { clockOnPages } from './web/clock-sign.ts';
import { formTokens, withFormToken } from './web/form-token.ts';
import { unlessGone } from './web/gone.ts';
import { pageHeaders, sameOrigin } from './web/guard.ts';
import { language } from './web/language.ts';
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
  const app = new Koa({ keys: [...house.secrets.cookieKeys] });
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

/** First the control API and kapi, which answer in JSON; then everything that people see. The control API has its own name only. */
function doors(house: House, report: AppOptions['report'], partnerUrl: string | null, health: Router): Middleware[] {
  return [
    control(house, report).routes() as Middleware,
    faces(house, report),
    operatorsOnly(house) as Middleware,
    health.routes() as Middleware,
    kapi(house, report).routes() as Middleware,
    problems(report) as Middleware,
    pageHeaders as Middleware,
    oauth(house, report).routes() as Middleware,
    new Router().get('/assets/{*file}', assets).routes() as Middleware,
    sameOrigin(house.url) as Middleware,
    withFormToken as Middleware,
    gate(house).routes() as Middleware,
    home(house, partnerUrl).routes() as Middleware,
    account(house).routes() as Middleware,
    center(house).routes() as Middleware,
    developers(house).routes() as Middleware,
    business(house).routes() as Middleware,
    talk(house).routes() as Middleware,
    operator(house, coverageOf(contract, readCode()), openGallery(house)).routes() as Middleware,
  ];
}
