/** `GET /business/apps/:id/application/details`: 상세 내용 작성 of the reviews that were chosen. Source: guide, 신청 2단계. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import type { DraftContent } from '../../sync/index.ts';
import { reading } from '../../web/language.ts';
import { momentOf } from '../../web/moment.ts';
import { screen } from '../../web/screens.ts';
import type { Typed } from '../../web/typed.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { type Form, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { type Action, button, link, type Stepper, stepper } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { editedApp } from './choose-reviews.ts';
import { termCount, typedOf } from './details-content.ts';
import { type ItemsPart, itemsPart } from './details-items.ts';
import { type TermsPart, termsPart } from './details-terms.ts';
import { applySteps, nameOf, pageFrame, pathsOf, syncTrail } from './page.ts';
import { problemsInWords } from './rules.ts';

interface DetailsScreen {
  frame: Frame;
  stepper: Stepper;
  form: Form;
  terms: TermsPart | null;
  items: ItemsPart | null;
  /** 마지막 저장, or null. */
  edited: string | null;
}

const detailsPage = screen<DetailsScreen>('business/details');

export function showDetails(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await editedApp(house, ctx);
    if (!app) return;
    const { content } = await house.sync.draft(personOf(ctx).id, app.id);
    if (content.kinds.length === 0) return ctx.redirect(pathsOf(app).application);
    const draft = freshDraft(house, ctx, typedOf(app, content), { guarded: true });
    const errors = 'check' in ctx.query ? problemsInWords(reading(ctx).t, await house.sync.problems(app, content)) : {};
    await drawDetails(house, ctx, app, { ...draft, errors }, 200);
  };
}

/** What the form shows of the draft. */
export async function storedDetails({ sync }: House, ctx: Context, app: App): Promise<Typed> {
  return typedOf(app, (await sync.draft(personOf(ctx).id, app.id)).content);
}

export async function drawDetails(house: House, ctx: Context, app: App, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const { content, editedBy, editedAt } = await house.sync.draft(personOf(ctx).id, app.id);
  const terms = content.kinds.includes('terms') ? await termsPart(house, ctx, app, draft, termCount(draft.typed)) : null;
  const items = content.kinds.includes('items') ? await itemsPart(house, ctx, app, draft) : null;
  const editor = editedBy === null ? undefined : await house.accounts.byId(editedBy);
  await detailsPage(
    ctx,
    {
      frame: await pageFrame(house, ctx, { heading: nameOf(app), lead: t('apply.note'), trail: syncTrail(ctx) }, app),
      stepper: stepper(t, t('business.sync'), applySteps, 1),
      form: formOf(ctx, draft, { fields: fieldsIn(ctx, terms, items), actions: actionsOf(ctx, app, content) }),
      terms,
      items,
      edited: editor && editedAt !== null ? t('apply.edited', { who: editor.nickname, when: momentOf(editedAt).text }) : null,
    },
    status,
  );
}

/** In the order of the page, as what is wrong with them is listed: each term by its number, and both lists as a whole. */
function fieldsIn(ctx: Context, terms: TermsPart | null, items: ItemsPart | null): Form['fields'] {
  const { t } = reading(ctx);
  const fields = terms
    ? terms.terms.flatMap((term) => term.fields.map((field) => ({ ...field, label: `${term.title} ${field.label}` })))
    : [];
  // Behind its terms, for whatever is wrong with one of them is found by the beginning of its name.
  if (terms) fields.push({ ...terms.age, name: 'terms', id: 'terms', label: t('apply.terms.all') }, terms.age);
  if (items) fields.push({ ...items.reason, name: 'items', id: 'items', label: t('apply.items.all') });
  if (items) fields.push(...items.items, items.reason, ...items.papers);
  return fields;
}

/** Somebody may have handed it in meanwhile: then there is nothing left to write. */
function actionsOf(ctx: Context, app: App, { kinds }: DraftContent): Action[] {
  const { t } = reading(ctx);
  const { application, result } = pathsOf(app);
  if (kinds.length === 0) return [link(t('business.result'), result, 'primary')];
  const press = (name: string, look: Action['look'], word: string): Action => button(word, look, { name: 'do', value: name, testid: name });
  return [
    press('submit', 'primary', t('apply.submit')),
    press('save', 'plain', t('apply.save')),
    press('preview', 'plain', t('apply.preview')),
    link(t('apply.back'), application, 'quiet'),
  ];
}
