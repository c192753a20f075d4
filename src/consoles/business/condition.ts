/** `/business/apps/:id/items/:item/condition`: 개인정보제공 항목은 선택 → 필수로 수정 가능합니다. Source: guide, 신청 2단계 (2). */
import type { Context } from 'koa';
import { z } from 'zod';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import type { ApprovedItem } from '../../sync/index.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { type Confirm, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { button, fact, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { itemName } from './item-name.ts';
import { nameOf, pageFrame, pathsOf, syncTrail } from './page.ts';
import { conditionRules } from './rules.ts';

interface ConditionScreen {
  frame: Frame;
  confirm: Confirm;
}

const conditionPage = screen<ConditionScreen>('business/condition');

const conditionForm = z.object({ condition: z.enum(['required', 'optional']) });

export function showCondition(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { app, item } = await subject(house, ctx);
    if (!item) return;
    if (item.required) return ctx.redirect(pathsOf(app).result);
    await draw(house, ctx, app, item, freshDraft(house, ctx), 200);
  };
}

export function changeCondition(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { app, item } = await subject(house, ctx);
    if (!item) return;
    await takeForm(house, ctx, {
      schema: conditionForm,
      rules: conditionRules,
      apply: ({ condition }) => house.sync.changeCondition(personOf(ctx).id, app.id, item.id, condition === 'required'),
      onward: () => saying(pathsOf(app).result, 'madeRequired'),
      draw: (draft, status) => draw(house, ctx, app, item, draft, status),
    });
  };
}

/** The app, for an editor, and the item if it is approved. */
async function subject({ apps, sync }: House, ctx: Context): Promise<{ app: App; item: ApprovedItem | undefined }> {
  const app = await apps.asMember(String(ctx.params.id), personOf(ctx).id, 'editor');
  return { app, item: (await sync.approvedItems(app.id)).find(({ id }) => id === ctx.params.item) };
}

async function draw(house: House, ctx: Context, app: App, { id, required }: ApprovedItem, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const item = itemName(t, id);
  const word = (is: boolean): string => t(is ? 'apply.items.required' : 'apply.items.optional');
  await conditionPage(
    ctx,
    {
      frame: await pageFrame(house, ctx, { heading: t('condition.title'), lead: nameOf(app), trail: syncTrail(ctx) }, app),
      confirm: {
        heading: t('condition.ask', { item }),
        says: t('condition.says'),
        summary: [fact(item, `${word(required)} → ${word(true)}`)],
        warning: t('condition.warning'),
        form: formOf(ctx, draft, {
          hidden: { condition: 'required' },
          actions: [
            button(t('result.makeRequired'), 'primary', { testid: 'submit' }),
            link(t('condition.cancel'), pathsOf(app).result, 'quiet'),
          ],
        }),
      },
    },
    status,
  );
}
