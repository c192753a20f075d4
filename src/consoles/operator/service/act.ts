/** An act of the desk: a form, then a page that says what is going to happen, and only then it happens. */
import type { Context } from 'koa';
import type { z } from 'zod';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { readForm, RESERVED } from '../../../web/read-form.ts';
import { textOf } from '../../../web/typed.ts';
import { screen } from '../../../web/screens.ts';
import { type Draft, sameDraft } from '../../kit/draft.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button, type Fact, fact } from '../../kit/parts.ts';
import { type Taking, takeForm } from '../../kit/take-form.ts';
import { type Head, type HeadOptions, head } from '../head.ts';
import { confirmPage } from '../resets.ts';

interface ActScreen {
  head: Head;
  form: Form;
}

const actPage = screen<ActScreen>('operator/act');
/** Buttons of the page that asks. */
const ANSWERS = ['confirmed', 'back'];

export interface Act<S extends z.ZodType, Result> extends Omit<Taking<S, Result>, 'draw'> {
  head: HeadOptions;
  /** The form, as a draft fills it. */
  form: (draft: Draft) => Form;
  /** What is going to happen, for the page that asks. */
  confirm: (value: z.output<S>) => { heading: string; says: string; summary: Fact[]; warning?: string; word: string };
}

/** Draws the form of an act. */
export function drawAct(ctx: Context, { head: options, form }: Pick<Act<z.ZodType, unknown>, 'head' | 'form'>, draft: Draft, status = 200) {
  return actPage(ctx, { head: head(ctx, options), form: form(draft) }, status);
}

/** Answers the POST of an act: asks first, and when that was confirmed, takes the form. */
export async function takeAct<S extends z.ZodType, Result>(house: House, ctx: Context, act: Act<S, Result>): Promise<void> {
  const { value, errors, typed } = readForm(ctx, act.schema, act.words);
  const draw = (draft: Draft, status: number): Promise<void> => drawAct(ctx, act, draft, status);
  if (textOf(typed, 'confirmed')) return takeForm(house, ctx, { ...act, draw });
  const draft = sameDraft(house, ctx, typed);
  if (errors) return draw({ ...draft, errors }, 422);
  if (textOf(typed, 'back')) return draw(draft, 200);
  const { t } = reading(ctx);
  const { word, warning, ...confirm } = act.confirm(value);
  const hidden = Object.entries(typed).filter(([name]) => ![...RESERVED, ...ANSWERS].includes(name));
  const answers = [
    button(word, 'primary', { name: 'confirmed', value: 'yes', testid: 'confirm-do' }),
    button(t('service.back'), 'quiet', { name: 'back', value: 'yes', testid: 'confirm-back' }),
  ];
  const form = formOf(ctx, draft, { hidden: Object.fromEntries(hidden.map(([name]) => [name, textOf(typed, name)])), actions: answers });
  await confirmPage(ctx, { head: head(ctx, act.head), confirm: { ...confirm, warning: warning ?? null, form } });
}

/** 문의 내용, where something was written. */
export function noteFact(ctx: Context, note: string): Fact[] {
  return note ? [fact(reading(ctx).t('service.note'), note)] : [];
}
