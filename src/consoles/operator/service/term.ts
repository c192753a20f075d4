/** `/_sim/desk/:app/terms/new` and `/_sim/desk/:app/terms/:tag/changes`: a term more, or another wording of one: each is a new review. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { App } from '../../../apps/index.ts';
import type { House } from '../../../house.ts';
import type { Review } from '../../../reviews/index.ts';
import { DESK } from '../../../sync/index.ts';
import { isWebAddress, type Term } from '../../../terms/index.ts';
import { reading } from '../../../web/language.ts';
import type { TextKey } from '../../../web/text/index.ts';
import { saying } from '../../kit/done.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button, fact } from '../../kit/parts.ts';
import type { RuleWords } from '../../kit/take-form.ts';
import { type Act, drawAct, noteFact, takeAct } from './act.ts';
import { serviceStep } from './app.ts';
import { pathOfApp } from './log.ts';
import { MOST_NOTE } from './note.ts';

const text = z.string().trim();
const termForm = z.object({
  tag: text.default(''),
  ko: text.min(1),
  en: text.min(1),
  url: text.refine(isWebAddress, 'form.url' satisfies TextKey),
  required: z.enum(['yes', 'no']),
  note: text.max(MOST_NOTE).default(''),
});
type TermFields = z.output<typeof termForm>;

const RULES: RuleWords = {
  title_missing: ({ language }) => [[String(language), 'form.missing']],
  term_url_refused: ['url', 'form.url'],
  tag_refused: ['tag', 'service.tagRefused'],
  tag_already_used: ['tag', 'service.tagUsed'],
  too_many_terms: ['', 'service.tooManyTerms'],
  terms_not_approved: ['', 'service.noTerms'],
  nothing_changed: ['', 'service.nothingChanged'],
  unknown_term: ['', 'service.termGone'],
  review_pending: ['', 'service.pending'],
};

export function showTerm(house: House) {
  return async (ctx: Context): Promise<void> => {
    const subject = await subjectOf(house, ctx);
    if (subject) await drawAct(ctx, termAct(house, ctx, subject), freshDraft(house, ctx, storedOf(subject.term)));
  };
}

export function submitTerm(house: House) {
  return async (ctx: Context): Promise<void> => {
    const subject = await subjectOf(house, ctx);
    if (subject) await takeAct(house, ctx, termAct(house, ctx, subject));
  };
}

interface Subject {
  app: App;
  /** The term that is changed; null for a new one. */
  term: Term | null;
}

async function subjectOf(house: House, ctx: Context): Promise<Subject | undefined> {
  const app = await house.apps.byId(String(ctx.params.app));
  if (!app || ctx.params.tag === undefined) return app && { app, term: null };
  const term = (await house.terms.approved(app.id)).find(({ tag }) => tag === ctx.params.tag);
  return term && { app, term };
}

function storedOf(term: Term | null): Record<string, string> {
  return term ? { ko: term.title.ko, en: term.title.en, url: term.url, required: term.required ? 'yes' : 'no' } : { required: 'yes' };
}

function termAct(house: House, ctx: Context, { app, term }: Subject): Act<typeof termForm, Review> {
  const { t, language } = reading(ctx);
  const path = pathOfApp(app.id);
  return {
    head: {
      heading: term ? t('service.changeOf', { title: term.title[language] }) : t('service.addTerm'),
      lead: t('service.termLead'),
      trail: [serviceStep(ctx), { href: path, word: app.name }],
    },
    schema: termForm,
    rules: RULES,
    form: (draft) => formOfTerm(ctx, draft, term),
    confirm: (fields) => ({
      heading: t(term ? 'service.changeHeading' : 'service.addHeading'),
      says: t('service.termSays'),
      summary: summaryOf(ctx, fields, term),
      warning: t('service.termWarning'),
      word: t('service.submitTerm'),
    }),
    apply({ tag, ko, en, url, required, note }) {
      const content = { title: { ko, en }, url, required: required === 'yes' };
      if (term) return house.sync.changeTerm(DESK, app.id, term.tag, content, note);
      return house.sync.addTerm(DESK, app.id, { tag, ...content }, note);
    },
    onward: () => saying(path, 'termSubmitted'),
  };
}

function formOfTerm(ctx: Context, draft: Draft, term: Term | null): Form {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  const conditions = [
    { value: 'yes', word: t('review.termRequired') },
    { value: 'no', word: t('review.termOptional') },
  ];
  return formOf(ctx, draft, {
    fields: [
      ...(term ? [] : [field.text('tag', 'Tag', { hint: t('service.tagHint') })]),
      field.text('ko', t('review.titleKo')),
      field.text('en', t('review.titleEn')),
      field.text('url', t('review.termUrl'), { type: 'url' }),
      field.radios('required', t('review.condition'), conditions),
      field.area('note', t('service.note'), { required: false, rows: 3, most: MOST_NOTE }),
    ],
    actions: [button(t('service.next'), 'primary', { testid: 'act-next' })],
  });
}

function summaryOf(ctx: Context, { tag, ko, en, url, required, note }: TermFields, term: Term | null) {
  const { t } = reading(ctx);
  const condition = t(required === 'yes' ? 'review.termRequired' : 'review.termOptional');
  return [
    fact('Tag', { kind: 'code', text: term?.tag ?? tag }),
    fact(t('review.titleKo'), ko),
    fact(t('review.titleEn'), en),
    fact(t('review.termUrl'), { kind: 'code', text: url }),
    fact(t('review.condition'), condition),
    ...noteFact(ctx, note),
  ];
}
