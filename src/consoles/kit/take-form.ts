/** Taking a form: read, applied once and only if nothing moved under it, answered with the way on, or drawn again with what to mend. */
import type { Context } from 'koa';
import type { z } from 'zod';
import type { House } from '../../house.ts';
import { RuleBroken } from '../../rule.ts';
import { reading } from '../../web/language.ts';
import { type Errors, readForm, type Words } from '../../web/read-form.ts';
import type { TextKey } from '../../web/text/index.ts';
import { textOf, type Typed } from '../../web/typed.ts';
import { changedSince, fingerprint, FormStale, versionOf } from '../../web/versions.ts';
import { type Draft, sameDraft } from './draft.ts';
import { senderOf } from './person.ts';
import { attachedIn } from './take-files.ts';

/**
 * What a broken rule means for the form, by the rule's code: the field it is about ('' for the form as a whole) and the text
 * for it, whose placeholders are filled from the rule's details; or a function of these details to several of them.
 */
export type RuleWords = Readonly<Record<string, FieldText | ((details: RuleBroken['details']) => readonly FieldText[])>>;
type FieldText = readonly [field: string, text: TextKey];

export interface Taking<S extends z.ZodType, Result> {
  schema: S;
  words?: Words<z.input<S>>;
  rules?: RuleWords;
  /** What is wrong already, before the schema is asked: what `takeFiles` found. */
  found?: Errors;
  /** The stored values that the form shows, as `freshDraft` got them. Asked for again inside the unit of work. */
  stored?: () => Promise<Typed>;
  /** One call into a room. What it throws and `rules` does not name is thrown on. */
  apply: (value: z.output<S>) => Promise<Result>;
  /** The path to go on to. */
  onward: (result: Result) => string;
  /** Draws the page with the form again: 422 with what is wrong, 409 when it was not for this state or person. */
  draw: (draft: Draft, status: number) => Promise<void>;
}

/** Answers the POST of a form: 303, 422 or 409. Sent again as it was, it answers as the first time and applies nothing. */
export async function takeForm<S extends z.ZodType, Result>(house: House, ctx: Context, taking: Taking<S, Result>): Promise<void> {
  const { schema, words, rules = {}, found = {}, stored, apply, onward, draw } = taking;
  const { value, errors, typed } = readForm(ctx, schema, words);
  const by = senderOf(ctx);
  const as = textOf(typed, 'as');
  if (as && as !== by) return draw(sameDraft(house, ctx, typed, { refusal: 'otherPerson' }), 409);
  const isFound = Object.keys(found).length > 0;
  if (errors || isFound) return draw(sameDraft(house, ctx, typed, { errors: { ...errors, ...found } }), 422);
  try {
    // A file that is sent again is another document, and the same file.
    const content = fingerprint({ ...typed, ...attachedIn(ctx) });
    const answer = await house.submissions.once({ token: textOf(typed, 'once'), by, form: ctx.path, content }, async () => {
      if (stored) mustBeUnchanged(textOf(typed, 'version'), await stored());
      return onward(await apply(value));
    });
    ctx.redirect(answer);
    ctx.status = 303;
  } catch (error) {
    if (error instanceof FormStale && stored) return draw(await staleDraft(house, ctx, typed, await stored(), error.changed), 409);
    const broken = inWords(ctx, error, rules);
    if (!broken) throw error;
    await draw(sameDraft(house, ctx, typed, { errors: broken }), 422);
  }
}

/** A form without a version is not of a page of ours and is taken as it comes. Throws FormStale. */
function mustBeUnchanged(version: string, stored: Typed): void {
  const changed = version ? changedSince(version, stored) : [];
  if (changed.length > 0) throw new FormStale(changed);
}

/** What was typed, beside what is stored now; sent again, it is meant. */
async function staleDraft(house: House, ctx: Context, typed: Typed, stored: Typed, changed: readonly string[]): Promise<Draft> {
  return sameDraft(house, ctx, typed, { refusal: 'stale', changed, stored, version: versionOf(stored) });
}

function inWords(ctx: Context, error: unknown, rules: RuleWords): Errors | undefined {
  const rule = error instanceof RuleBroken && Object.hasOwn(rules, error.code) ? rules[error.code] : undefined;
  if (!rule || !(error instanceof RuleBroken)) return undefined;
  const said = typeof rule === 'function' ? rule(error.details) : [rule];
  const values = Object.fromEntries(Object.entries(error.details).map(([name, value]) => [name, String(value)]));
  return Object.fromEntries(said.map(([field, text]) => [field, reading(ctx).t(text, values)]));
}
