/** A small door as the consoles' are: a form that changes a company, and one that makes an account. Its pages are told as JSON. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import Router from '@koa/router';
import Koa, { type Context, type Middleware } from 'koa';
import supertest from 'supertest';
import { z } from 'zod';
import { type Draft, freshDraft } from '../../../src/consoles/kit/draft.ts';
import { doneText, saying } from '../../../src/consoles/kit/done.ts';
import { fieldsOf } from '../../../src/consoles/kit/fields.ts';
import { formOf } from '../../../src/consoles/kit/form.ts';
import { signedIn } from '../../../src/consoles/kit/person.ts';
import { takeForm } from '../../../src/consoles/kit/take-form.ts';
import { unseen } from '../../../src/consoles/kit/unseen.ts';
import type { House } from '../../../src/house.ts';
import { RuleBroken } from '../../../src/rule.ts';
import { formBody } from '../../../src/web/forms.ts';
import { language } from '../../../src/web/language.ts';
import { problems } from '../../../src/web/problems.ts';
import type { Typed } from '../../../src/web/typed.ts';
import { APPS, type World } from '../../helpers/house.ts';
import { handInPapers } from './papers.ts';

class NameTaken extends RuleBroken {
  readonly code = 'name_taken';
}
class TwoWrong extends RuleBroken {
  readonly code = 'two_wrong';
}
class ChannelRoleMissing extends RuleBroken {
  readonly code = 'channel_role_missing';
}
class UnknownChannel extends RuleBroken {
  readonly code = 'unknown_channel';
}

const settings = z.object({ company: z.string().trim().min(1).max(20), era: z.enum(['2019', '2021', 'current']) });
const person = z.object({ email: z.email(), nickname: z.string().min(1) });

/** For the surrounding `describe`: the door, opened on a free port before each test. */
export function useDoor(world: World): () => Server {
  let server: Server;
  beforeEach(async () => {
    server = openDoor(world.house, (error) => world.reported.push(error)).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => void server.close());
  return () => server;
}

/** A browser that is signed in at the door. */
export function useBrowser(world: World): () => ReturnType<typeof supertest.agent> {
  const door = useDoor(world);
  let cookie: string;
  beforeEach(async () => void (cookie = `kakao_sync_console=${await world.house.accounts.openSession('01-han')}`));
  return () => supertest.agent(door()).set('Cookie', cookie);
}

function openDoor(house: House, report: (error: unknown) => void): Koa {
  const app = new Koa();
  app.silent = true;
  app.use(language);
  app.use(problems(report) as Middleware);
  app.use(signedIn(house) as Middleware);
  app.use(unseen as Middleware);
  const router = new Router();
  router.get('/settings', async (ctx) => drawSettings(ctx, freshDraft(house, ctx, await stored(house), { guarded: true })));
  router.post('/settings', formBody, changeSettings(house));
  router.post('/papers', handInPapers(house));
  router.get('/people/new', async (ctx) => tell(ctx, freshDraft(house, ctx), 200));
  router.post('/people/new', formBody, makePerson(house));
  router.get('/people', (ctx) => void (ctx.body = { done: doneText(ctx) }));
  router.get('/profiles/:has', ({ params }) => {
    if (params['has'] === 'none') throw new UnknownChannel('no such channel');
    throw new ChannelRoleMissing('no', { needed: 'manager', has: params['has'] === 'stranger' ? null : params['has'] });
  });
  app.use(router.routes() as Middleware);
  return app;
}

async function stored(house: House): Promise<Typed> {
  const { company, era } = (await house.apps.byId(APPS.demo))!;
  return { company, era };
}

function changeSettings(house: House) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: settings,
      rules: {
        name_taken: ['company', 'form.long'],
        two_wrong: ({ missing }) => (missing as string[]).map((field) => [field, 'form.missing'] as const),
      },
      stored: () => stored(house),
      async apply({ company, era }) {
        if (company === 'taken') throw new NameTaken('taken', { most: 20 });
        if (company === 'two') throw new TwoWrong('two', { missing: ['era', 'company'] });
        if (company === 'boom') throw new Error('boom');
        await house.store.write(async (tx) => tx.put('apps', { ...(await tx.get('apps', APPS.demo))!, company, era }));
      },
      onward: () => saying('/settings', 'saved'),
      draw: (draft, status) => drawSettings(ctx, draft, status),
    });
}

async function drawSettings(ctx: Context, draft: Draft, status = 200): Promise<void> {
  const field = fieldsOf(ctx, draft);
  const eras = ['2019', '2021', 'current'].map((value) => ({ value, word: `시기 ${value}` }));
  const form = formOf(ctx, draft, { fields: [field.text('company', '회사명'), field.radios('era', '시기', eras)], actions: [] });
  ctx.status = status;
  ctx.body = { draft, form, done: doneText(ctx) };
}

function makePerson(house: House) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: person,
      words: { nickname: 'signup.wrong.nickname' },
      rules: { login_taken: ['email', 'signup.taken'] },
      apply: ({ email, nickname }) => house.accounts.signUp({ email, nickname, password: 'pass1', birthdate: null }),
      onward: ({ id }) => saying(`/people#${id}`, 'saved'),
      draw: (draft, status) => tell(ctx, draft, status),
    });
}

async function tell(ctx: Context, draft: Draft, status: number): Promise<void> {
  ctx.status = status;
  ctx.body = { draft };
}
