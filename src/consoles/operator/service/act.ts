/** An act of the desk: a form, then a page that says what is going to happen, and only then it happens. */
import type { Context } from 'koa';
import type { z } from 'zod';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { answers, askFirst } from '../../kit/ask-first.ts';
import type { Draft } from '../../kit/draft.ts';
import type { Form } from '../../kit/form.ts';
import { type Fact, fact } from '../../kit/parts.ts';
import type { Taking } from '../../kit/take-form.ts';
import { type Head, type HeadOptions, head } from '../head.ts';
import { confirmPage } from '../resets.ts';

interface ActScreen {
  head: Head;
  form: Form;
}

const actPage = screen<ActScreen>('operator/act');

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
export function takeAct<S extends z.ZodType, Result>(house: House, ctx: Context, act: Act<S, Result>): Promise<void> {
  return askFirst(house, ctx, {
    ...act,
    draw: (draft, status) => drawAct(ctx, act, draft, status),
    ask(value, carried) {
      const { word, warning, ...confirm } = act.confirm(value);
      const form = carried(answers(word, reading(ctx).t('service.back')));
      return confirmPage(ctx, { head: head(ctx, act.head), confirm: { ...confirm, warning: warning ?? null, form } });
    },
  });
}

/** 문의 내용, where something was written. */
export function noteFact(ctx: Context, note: string): Fact[] {
  return note ? [fact(reading(ctx).t('service.note'), note)] : [];
}
