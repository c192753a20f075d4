/**
 * `/_sim/api`: the control API, for programs in any language. The calls are in `subjects`, one table for each noun.
 *
 * | method | path                     | serves                                              |
 * | ------ | ------------------------ | --------------------------------------------------- |
 * | GET    | `/_sim/api`              | the calls on a page for people                      |
 * | GET    | `/_sim/api/openapi.json` | the same as OpenAPI 3.1                             |
 * | *      | `/_sim/api/…`            | the calls                                           |
 */
import Router from '@koa/router';
import type { Context, Next } from 'koa';
import { operatorsOnly } from '../gate/gate.ts';
import type { House } from '../house.ts';
import { NotThere } from '../kit/refused.ts';
import { pageHeaders, sameOrigin } from '../web/guard.ts';
import { accounts, signUps } from './accounts.ts';
import { apps, terms } from './apps.ts';
import type { Subject } from './call.ts';
import { channels } from './channels.ts';
import { clock } from './clock.ts';
import { deliveries } from './deliveries.ts';
import { endpoints } from './endpoints.ts';
import { faults } from './faults.ts';
import { jsonOnly, keyed, ownHost } from './guard.ts';
import { journeys } from './journeys.ts';
import { keys } from './keys.ts';
import { type OpenApi, openApi } from './openapi.ts';
import { showApi } from './page.ts';
import { RequestRefused, writeProblem } from './problems.ts';
import { seed } from './seed.ts';
import { serve } from './serve.ts';
import { resets, snapshots } from './snapshots.ts';
import { triggers } from './triggers.ts';
import { troubles } from './troubles.ts';
import { worlds } from './worlds.ts';

export const subjects: readonly Subject[] = [
  apps,
  accounts,
  channels,
  terms,
  signUps,
  journeys,
  deliveries,
  triggers,
  endpoints,
  troubles,
  clock,
  faults,
  keys,
  snapshots,
  resets,
  worlds,
  seed,
];

const BASE = '/_sim/api';

/** The calls as an OpenAPI document of the simulator at this address. */
export const documented = (url: string, isShared = false): OpenApi => openApi(subjects, url, isShared);

/** The door. `report` gets what nobody expected. */
export function control(house: House, report: (error: unknown) => void): Router {
  const router = new Router({ sensitive: true });
  router.use(problems(report), ownHost(house));
  const describe = () => documented(house.url, house.operators.isShared);
  router.get(BASE, pageHeaders, operatorsOnly(house), showApi(subjects, describe));
  router.get(`${BASE}/openapi.json`, operatorsOnly(house), (ctx) => {
    ctx.body = describe();
  });
  const guards = [sameOrigin(house.url), keyed(house), jsonOnly] as const;
  // Its calls wait for what others do, and drive logins by other requests: each look is a new one.
  const anew = house.store.memory?.without ?? ((work) => work());
  for (const call of subjects.flatMap(({ calls }) => calls)) {
    const path = BASE + call.path.replace(/\{(\w+)\}/g, ':$1');
    router.register(path, [call.method], [...guards, (ctx: Context) => anew(() => serve(ctx, house, call))]);
  }
  router.all(`${BASE}/{*rest}`, keyed(house), (ctx: Context) => {
    const allowed = router.stack.filter((layer) => !layer.path.toString().includes('{*') && layer.match(ctx.path));
    const methods = [...new Set(allowed.flatMap((layer) => layer.methods))].join(', ');
    if (!methods) throw new NotThere(`there is no ${ctx.path}`, { mend: 'GET /_sim/api lists every path.' });
    throw new RequestRefused('method_not_allowed', `${ctx.method} ${ctx.path}`, { allow: methods });
  });
  return router;
}

function problems(report: (error: unknown) => void) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      writeProblem(ctx, error, report);
    }
  };
}
