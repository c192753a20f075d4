/** A gallery of the consoles' kit: every partial in every state, through a small app with the real views. It is part of no door. */
import { fileURLToPath } from 'node:url';
import Router from '@koa/router';
import ejs from 'ejs';
import Koa, { type Context, type Middleware } from 'koa';
import { createClock } from '../../../src/clock.ts';
import { type Frame, frame, type FrameOptions, type ConsoleName } from '../../../src/consoles/kit/frame.ts';
import type { House } from '../../../src/house.ts';
import { joined } from '../../../src/store/index.ts';
import { openMemory } from '../../../src/store/memory/open.ts';
import { openSubmissions } from '../../../src/submissions/index.ts';
import { assets } from '../../../src/web/assets.ts';
import { pageHeaders, sameOrigin } from '../../../src/web/guard.ts';
import { language } from '../../../src/web/language.ts';
import { givenTo } from '../../../src/web/screens.ts';
import { problems } from '../../../src/web/problems.ts';
import { seed } from '../../helpers/world.ts';
import { type Exhibit, exhibits } from './exhibits.ts';

const VIEWS = fileURLToPath(new URL('../../../views', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** What the exhibits are made with. */
export interface Studio {
  ctx: Context;
  house: House;
  frame(theme: ConsoleName, options: FrameOptions): Frame;
}

export async function openGallery(report: (error: unknown) => void): Promise<Koa> {
  const house = { submissions: openSubmissions({ store: joined(await openMemory()), clock: createClock() }) } as House;
  const app = new Koa();
  app.silent = true;
  app.use(language);
  app.use(problems(report) as Middleware);
  app.use(pageHeaders as Middleware);
  app.use(new Router().get('/assets/{*file}', assets).routes() as Middleware);
  app.use(sameOrigin('http://localhost') as Middleware);
  app.use(hang(house).routes() as Middleware);
  return app;
}

function hang(house: House): Router {
  const router = new Router();
  for (const [name, exhibit] of Object.entries(exhibits)) {
    router.get(`/${name}`, (ctx) => draw(house, ctx, exhibit, 200));
    // As a form that is drawn again: whatever was sent is read away.
    router.post(`/${name}`, async (ctx) => {
      for await (const _ of ctx.req);
      await draw(house, ctx, exhibit, 422);
    });
  }
  return router;
}

async function draw(house: House, ctx: Context, { view, signedOut, model }: Exhibit, status: number): Promise<void> {
  if (!signedOut) ctx.state.person = seed.accounts[0];
  const made = model({ ctx, house, frame: (theme, options) => frame(ctx, theme, options) });
  ctx.status = status;
  ctx.type = 'html';
  ctx.body = await ejs.renderFile(`${HERE}${view}.ejs`, { ...made, ...givenTo(ctx) }, { root: VIEWS, rmWhitespace: true, strict: false });
}
