/** `/business/apps/:id/application`: 신청 권한 선택, one review or both. Source: guide, 신청 2단계, 권한 선택하기. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { list } from '../../web/forms.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Typed } from '../../web/typed.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { button, link, type Stepper, stepper } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { applySteps, nameOf, pageFrame, pathsOf, places, syncTrail } from './page.ts';
import { applicationRules } from './rules.ts';

interface ChooseReviewsScreen {
  frame: Frame;
  stepper: Stepper;
  form: Form;
}

const chooseReviewsPage = screen<ChooseReviewsScreen>('business/choose-reviews');

const KINDS = ['terms', 'items'] as const;
const kindsForm = z.object({ kinds: z.preprocess(list, z.array(z.enum(KINDS)).min(1).max(KINDS.length)) });

export function chooseReviews(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await editedApp(house, ctx);
    if (!app) return;
    await draw(house, ctx, app, freshDraft(house, ctx, await stored(house, ctx, app), { guarded: true }), 200);
  };
}

export function saveReviews(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await house.apps.asMember(String(ctx.params.id), personOf(ctx).id, 'editor');
    await takeForm(house, ctx, {
      schema: kindsForm,
      words: { kinds: 'apply.rule.nothing_chosen' },
      rules: applicationRules,
      stored: () => stored(house, ctx, app),
      apply: ({ kinds }) => house.sync.editDraft(personOf(ctx).id, app.id, { kinds: KINDS.filter((kind) => kinds.includes(kind)) }),
      onward: () => pathsOf(app).details,
      draw: (draft, status) => draw(house, ctx, app, draft, status),
    });
  };
}

/** The app, for an editor. Without a connected profile 1단계 comes first, and undefined comes back. */
export async function editedApp(house: House, ctx: Context): Promise<App | undefined> {
  const app = await house.apps.asMember(String(ctx.params.id), personOf(ctx).id, 'editor');
  if ((await house.sync.connections(app.id)).length > 0) return app;
  ctx.redirect(pathsOf(app).connect);
  return undefined;
}

async function stored({ sync }: House, ctx: Context, { id }: App): Promise<Typed> {
  return { kinds: (await sync.draft(personOf(ctx).id, id)).content.kinds };
}

async function draw(house: House, ctx: Context, app: App, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const history = await house.sync.applications(app.id);
  const isPending = (kind: (typeof KINDS)[number]): boolean =>
    history.some(({ application, review }) => application.kind === kind && !review.decision);
  const kinds = fieldsOf(ctx, draft).checks(
    'kinds',
    t('apply.kinds'),
    KINDS.map((kind) => ({
      value: kind,
      word: t(`apply.${kind}`),
      note: t(`apply.${kind}.note`),
      ...(isPending(kind) && { refusal: t('apply.pending') }),
    })),
    { hint: t('apply.days') },
  );
  await chooseReviewsPage(
    ctx,
    {
      frame: await pageFrame(
        house,
        ctx,
        { heading: nameOf(app), lead: `${t('apply.lead')} ${t('apply.note')}`, trail: syncTrail(ctx) },
        app,
      ),
      stepper: stepper(t, t('business.sync'), applySteps, 0),
      form: formOf(ctx, draft, {
        fields: [kinds],
        actions: [button(t('apply.next'), 'primary', { testid: 'submit' }), link(t('apply.back'), places.sync, 'quiet')],
      }),
    },
    status,
  );
}
