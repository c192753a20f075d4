/** A part of the page of an endpoint: a form that is taken, and drawn again there with what is wrong. */
import type { Context } from 'koa';
import type { z } from 'zod';
import type { House } from '../../../house.ts';
import { type DoneKey, saying } from '../../kit/done.ts';
import { type Taking, takeForm } from '../../kit/take-form.ts';
import { type Returned, type Subject, subjectOf } from './subject.ts';
import { pathOf } from './words.ts';

export type Part = (ctx: Context) => Promise<void>;
/** Draws the page with a form again. */
export type Draw = (house: House, ctx: Context, subject: Subject, returned: Returned, status: number) => Promise<void>;

interface PartTaking<S extends z.ZodType> extends Omit<Taking<S, unknown>, 'schema' | 'draw' | 'onward'> {
  done: DoneKey;
}

/** Answers the POST of a part; 404 for what is no endpoint. */
export function partOf<S extends z.ZodType>(
  house: House,
  draw: Draw,
  form: Returned['form'],
  schema: S,
  taking: (subject: Subject, ctx: Context) => PartTaking<S>,
): Part {
  return async (ctx) => {
    const subject = await subjectOf(house, ctx);
    if (!subject) return;
    const { done, ...rest } = taking(subject, ctx);
    await takeForm(house, ctx, {
      schema,
      ...rest,
      onward: () => saying(pathOf(subject), done),
      draw: (draft, status) => draw(house, ctx, subject, { form, draft }, status),
    });
  };
}
