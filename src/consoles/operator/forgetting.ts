/** `/_sim/forgetting`: somebody is new to an app again, or everybody is, so that the first consent screen comes once more. Kakao has no such thing. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { answers, askFirst } from '../kit/ask-first.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { type Choice, fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import { button, type Empty, fact } from '../kit/parts.ts';
import { type Head, head } from './head.ts';
import { confirmPage } from './resets.ts';

interface ForgettingScreen {
  head: Head;
  apps: { id: string; word: string; isChosen: boolean }[];
  /** Null until an app is chosen, and where it knows nobody. */
  form: Form | null;
  empty: Empty | null;
}

interface Known {
  accountId: string;
  number: string;
}

const PATH = '/_sim/forgetting';
const EVERYBODY = 'all';
const forgettingForm = z.object({ app: z.string().min(1), who: z.string().min(1) });
const forgettingPage = screen<ForgettingScreen>('operator/forgetting');

export function showForgetting(house: House) {
  return async (ctx: Context): Promise<void> => draw(house, ctx, String(ctx.query.app ?? ''), freshDraft(house, ctx));
}

export function forgetUsers(house: House) {
  return async (ctx: Context): Promise<void> => {
    await askFirst(house, ctx, {
      schema: forgettingForm,
      words: { who: 'form.choose' },
      async ask({ app: appId, who }, carried) {
        const app = await house.apps.byId(appId);
        const known = await wanted(house, appId, who);
        if (!app || known.length === 0) return draw(house, ctx, appId, gone(house, ctx, appId), 422);
        await ask(house, ctx, app, known, carried(answers(reading(ctx).t('forget.do'), reading(ctx).t('forget.back'), 'danger')));
      },
      async apply({ app, who }) {
        for (const { accountId } of await wanted(house, app, who)) await house.consent.forget(app, accountId);
        return app;
      },
      onward: (app) => saying(`${PATH}?app=${encodeURIComponent(app)}`, 'usersForgotten'),
      draw: (draft, status) => draw(house, ctx, String(draft.typed.app ?? ''), draft, status),
    });
  };
}

/** The users who are meant: one, or all that the app has a number for. */
async function wanted({ consent }: House, appId: string, who: string): Promise<Known[]> {
  const known = await consent.linksTo(appId);
  return who === EVERYBODY ? known : known.filter(({ accountId }) => accountId === who);
}

function gone(house: House, ctx: Context, appId: string): Draft {
  return { ...freshDraft(house, ctx, { app: appId }), errors: { who: reading(ctx).t('forget.gone') } };
}

async function ask(house: House, ctx: Context, app: App, known: readonly Known[], form: Form): Promise<void> {
  const { t } = reading(ctx);
  const channels = await house.sync.connectedChannels(app.id);
  const names = await Promise.all(known.map((each) => wordOf(house, each)));
  await confirmPage(ctx, {
    head: head(ctx, { heading: t('forget.title'), lead: t('forget.lead'), trail: [] }),
    confirm: {
      heading: t('forget.heading', { app: app.name }),
      says: t('forget.says'),
      summary: [
        fact(t('forget.who'), t('forget.summary', { count: known.length }), names.join(', ')),
        fact(t('forget.number'), { kind: 'code', text: known.map(({ number }) => number).join(', ') }),
        fact(t('forget.agreements'), t('forget.agreementsSays')),
        fact(t('forget.tokens'), t('forget.tokensSays')),
        fact(t('forget.channels'), channels.map(({ name }) => name).join(', ') || t('forget.noChannels')),
        fact(t('forget.callbacks'), t('forget.noCallbacks')),
      ],
      warning: t('forget.warning'),
      form,
    },
  });
}

async function draw(house: House, ctx: Context, appId: string, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const chosen = await house.apps.byId(appId);
  const known = chosen ? await house.consent.linksTo(chosen.id) : [];
  const apps = (await house.apps.all()).map(({ id, name }) => ({ id, word: `${name} (${id})`, isChosen: id === appId }));
  await forgettingPage(
    ctx,
    {
      head: head(ctx, { heading: t('forget.title'), lead: t('forget.lead') }),
      apps,
      form: chosen && known.length > 0 ? whoForm(ctx, draft, chosen, await choicesOf(house, ctx, known)) : null,
      empty: chosen && known.length === 0 ? { title: t('forget.nobody'), says: t('forget.nobodyNext'), actions: [] } : null,
    },
    status,
  );
}

function whoForm(ctx: Context, draft: Draft, app: App, choices: readonly Choice[]): Form {
  const { t } = reading(ctx);
  return formOf(ctx, draft, {
    action: PATH,
    hidden: { app: app.id },
    fields: [fieldsOf(ctx, draft).radios('who', t('forget.who'), choices)],
    actions: [button(t('forget.next'), 'primary', { testid: 'forget-next' })],
  });
}

async function choicesOf(house: House, ctx: Context, known: readonly Known[]): Promise<Choice[]> {
  const { t } = reading(ctx);
  const people = await Promise.all(
    known.map(async (each) => ({ value: each.accountId, word: await wordOf(house, each), note: each.number })),
  );
  return [...people, { value: EVERYBODY, word: t('forget.everybody'), note: t('forget.count', { count: known.length }) }];
}

/** Somebody who is gone meanwhile is called by the id. */
async function wordOf({ accounts }: House, { accountId }: Known): Promise<string> {
  return (await accounts.byId(accountId))?.nickname ?? accountId;
}
