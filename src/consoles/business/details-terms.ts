/** 카카오 간편가입 시 약관 검수: the terms that are being written, and those that are approved. Source: guide, 신청 2단계 (1). */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { MOST_TERMS, type Term } from '../../terms/index.ts';
import { reading } from '../../web/language.ts';
import type { Draft } from '../kit/draft.ts';
import type { Field } from '../kit/field.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Action, button } from '../kit/parts.ts';
import { evidenceField } from './evidence-field.ts';

export interface TermsPart {
  /** Approved, and not to be changed. */
  locked: string[];
  terms: { id: string; title: string; fields: Field[]; actions: Action[] }[];
  add: Action;
  age: Field;
  /** What is wrong with the list as a whole. */
  error: string | null;
}

/** @param count how many are being written */
export async function termsPart(house: House, ctx: Context, app: App, draft: Draft, count: number): Promise<TermsPart> {
  const { t, language } = reading(ctx);
  const approved = await house.terms.approved(app.id);
  const isFull = count + approved.length >= MOST_TERMS;
  const refusal = isFull ? t('apply.term.full') : null;
  return {
    locked: approved.map((term) => lockedTerm(term, language, t(term.required ? 'result.required' : 'result.optional'))),
    terms: await Promise.all(Array.from({ length: count }, (_, at) => termForm(house, ctx, app, draft, at, count))),
    add: button(t('apply.term.add'), 'plain', { name: 'do', value: 'add', testid: 'add', refusal }),
    age: fieldsOf(ctx, draft).checks('ageCheck', t('apply.age.field'), [{ value: 'on', word: t('apply.age.box') }], {
      hint: t('apply.age.hint'),
      required: false,
    }),
    error: draft.errors.terms ?? null,
  };
}

function lockedTerm({ title, tag }: Term, language: 'ko' | 'en', condition: string): string {
  return `${title[language]} (${condition}, ${tag})`;
}

async function termForm(
  house: House,
  ctx: Context,
  app: App,
  draft: Draft,
  at: number,
  count: number,
): Promise<TermsPart['terms'][number]> {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  const name = `terms.${at}`;
  const title = t('apply.term', { number: at + 1 });
  const press = (what: 'up' | 'down' | 'remove'): Action =>
    button(t(`apply.term.${what}`), what === 'remove' ? 'danger' : 'plain', {
      name: 'do',
      value: `${what}.${at}`,
      of: title,
      testid: `${what}-${at}`,
    });
  return {
    id: `term-${at}`,
    title,
    fields: [
      field.text(`${name}.title.ko`, t('apply.term.ko'), { hint: t('apply.term.titleHint') }),
      field.text(`${name}.title.en`, t('apply.term.en'), { hint: t('apply.term.titleHint') }),
      field.text(`${name}.url`, t('apply.term.url'), { type: 'url', hint: t('apply.term.urlHint'), placeholder: 'https://' }),
      field.radios(`${name}.required`, t('apply.term.condition'), [
        { value: 'required', word: t('apply.term.required') },
        { value: 'optional', word: t('apply.term.optional') },
      ]),
      field.text(`${name}.tag`, t('apply.term.tag'), { hint: t('apply.term.tagHint'), placeholder: 'service_20190311' }),
      await evidenceField(house, ctx, app, draft, `${name}.evidence`, {
        label: t('apply.term.evidence'),
        hint: t('apply.term.evidenceHint'),
      }),
    ],
    actions: [...(at > 0 ? [press('up')] : []), ...(at < count - 1 ? [press('down')] : []), press('remove')],
  };
}
