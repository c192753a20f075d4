/** A form between two requests: what stands in its fields, what is wrong with it, and what it carries unseen. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import type { Errors } from '../../web/read-form.ts';
import { textOf, type Typed } from '../../web/typed.ts';
import { versionOf } from '../../web/versions.ts';
import { senderOf } from './person.ts';

/** What a form is drawn from. */
export interface Draft {
  /** What stands in the fields, by their names. */
  typed: Typed;
  errors: Errors;
  /** Names of the fields whose stored values were changed while the form was open, and all that is stored now. */
  changed: readonly string[];
  stored: Typed;
  /** Why it was not taken as a whole, beside what is wrong with its fields. */
  refusal: 'stale' | 'otherPerson' | null;
  /** Hidden fields: the token of this form, the version that it shows, and for whom it was drawn. */
  once: string;
  version: string | null;
  as: string;
}

/**
 * A form that is opened.
 * @param stored what stands in its fields; for a form that changes something, what is stored of it
 * @param guarded whether the form is to be refused when something of `stored` changes before it is sent
 */
export function freshDraft(house: House, ctx: Context, stored: Typed = {}, { guarded = false } = {}): Draft {
  return {
    typed: stored,
    errors: {},
    changed: [],
    stored: {},
    refusal: null,
    once: house.submissions.token(),
    version: guarded ? versionOf(stored) : null,
    as: senderOf(ctx),
  };
}

/** The same form once more, as it was sent. */
export function sameDraft(house: House, ctx: Context, typed: Typed, more: Partial<Draft> = {}): Draft {
  const once = textOf(typed, 'once');
  return {
    ...freshDraft(house, ctx, typed),
    ...(house.submissions.isToken(once) && { once }),
    version: textOf(typed, 'version') || null,
    ...more,
  };
}
