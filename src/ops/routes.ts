/**
 * What those who run a simulator ask it, by the paths that their tools expect.
 *
 * | method | path       | serves                                                                     |
 * | ------ | ---------- | -------------------------------------------------------------------------- |
 * | GET    | `/livez`   | 200 while the process answers at all                                       |
 * | GET    | `/readyz`  | 200 while it can do its work, 503 and what is wrong otherwise              |
 * | GET    | `/health`  | the same, with its version, for people                                     |
 * | GET    | `/metrics` | what it counts, for Prometheus                                             |
 */
import Router from '@koa/router';
import type { Context } from 'koa';
import type { House } from '../house.ts';
import { version } from '../version.ts';
import type { Meter } from './meter.ts';

/** The door. @param isEnding whether nobody should be sent here any more */
export function ops({ store }: Pick<House, 'store'>, meter: Meter, isEnding: () => boolean): Router {
  const router = new Router({ sensitive: true });
  const answers = async (): Promise<boolean> =>
    store.get('secrets', 'world').then(
      () => true,
      () => false,
    );
  router.use((ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    return next();
  });
  router.get('/livez', (ctx) => void (ctx.body = 'ok\n'));
  router.get('/readyz', async (ctx) => {
    const trouble = isEnding() ? 'it is ending' : (await answers()) ? null : 'the store does not answer';
    ctx.status = trouble ? 503 : 200;
    ctx.body = `${trouble ?? 'ok'}\n`;
  });
  router.get('/health', async (ctx: Context) => {
    const isStoreThere = await answers();
    const status = isEnding() ? 'ending' : isStoreThere ? 'ok' : 'failing';
    ctx.status = status === 'ok' ? 200 : 503;
    ctx.body = { status, version, checks: { store: isStoreThere ? 'ok' : 'does not answer' } };
  });
  router.get('/metrics', async (ctx) => {
    const { type, text } = await meter.read();
    ctx.type = type;
    ctx.body = text;
  });
  return router;
}
