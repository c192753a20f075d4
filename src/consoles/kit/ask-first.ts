/** A form that asks before it does: what was filled in goes on to a page that says what is going to happen, and only then it happens. */
import type { Context } from 'koa';
import type { z } from 'zod';
import type { House } from '../../house.ts';
import { readForm, RESERVED } from '../../web/read-form.ts';
import { textOf } from '../../web/typed.ts';
import { type Draft, sameDraft } from './draft.ts';
import { type Form, formOf } from './form.ts';
import { type Action, button } from './parts.ts';
import { type Taking, takeForm } from './take-form.ts';

/** Names of the buttons of the page that asks. */
const ANSWERS = ['confirmed', 'back'];

export interface Asking<S extends z.ZodType, Result> extends Taking<S, Result> {
  /** Draws the page that asks. `carried` makes its form, which has everything that was filled in, unseen. */
  ask: (value: z.output<S>, carried: (actions: Action[]) => Form) => Promise<void>;
}

/** Answers the POST of such a form: asks first, and when that was confirmed, takes it. */
export async function askFirst<S extends z.ZodType, Result>(house: House, ctx: Context, asking: Asking<S, Result>): Promise<void> {
  const { value, errors, typed } = readForm(ctx, asking.schema, asking.words);
  if (textOf(typed, 'confirmed')) return takeForm(house, ctx, asking);
  const draft: Draft = sameDraft(house, ctx, typed);
  if (errors) return asking.draw({ ...draft, errors }, 422);
  if (textOf(typed, 'back')) return asking.draw(draft, 200);
  const names = Object.keys(typed).filter((name) => ![...RESERVED, ...ANSWERS].includes(name));
  const hidden = Object.fromEntries(names.map((name) => [name, textOf(typed, name)]));
  await asking.ask(value, (actions) => formOf(ctx, draft, { hidden, actions }));
}

/** The two buttons of the page that asks. */
export function answers(word: string, back: string, look: Action['look'] = 'primary'): Action[] {
  return [
    button(word, look, { name: 'confirmed', value: 'yes', testid: 'confirm-do' }),
    button(back, 'quiet', { name: 'back', value: 'yes', testid: 'confirm-back' }),
  ];
}
