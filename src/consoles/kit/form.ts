/** A form as it is drawn: hidden fields, what has to be mended before everything else, and its buttons. */
import type { Context } from 'koa';
import { reading } from '../../web/language.ts';
import type { Draft } from './draft.ts';
import type { Field, FieldGroup } from './field.ts';
import type { Action, Fact } from './parts.ts';

/** Drawn by partials/console/form, or piece by piece: form-top, field, actions. */
export interface Form {
  action: string;
  hasFiles: boolean;
  hidden: { name: string; value: string }[];
  /** What is wrong, each with a link to its field where it has one. */
  problems: { title: string; says: string | null; list: { label: string | null; text: string; href: string | null }[] } | null;
  groups: FieldGroup[];
  fields: Field[];
  actions: Action[];
}

export interface FormOptions {
  /** The page's own path unless told otherwise. A form best posts to the address of its page: whoever has to sign in first comes back to it. */
  action?: string;
  /** Under no heading, before those of `groups`. */
  fields?: Field[];
  groups?: FieldGroup[];
  actions: Action[];
  /** More hidden fields. */
  hidden?: Readonly<Record<string, string>>;
}

export function formOf(ctx: Context, draft: Draft, { action, fields = [], groups = [], actions, hidden = {} }: FormOptions): Form {
  const all = [...fields, ...groups.flatMap((group) => group.fields)];
  const { once, version, as } = draft;
  return {
    action: action ?? ctx.path,
    hasFiles: all.some(({ kind }) => kind === 'file'),
    hidden: Object.entries({ once, as, ...(version !== null && { version }), ...hidden }).map(([name, value]) => ({ name, value })),
    problems: problemsOf(ctx, draft, all),
    fields,
    groups,
    actions,
  };
}

/** A block that asks before it does: what is going to happen, to what. Drawn by partials/console/confirm. */
export interface Confirm {
  heading: string;
  says: string;
  summary: Fact[];
  /** What cannot be undone. */
  warning: string | null;
  form: Form;
}

function problemsOf(ctx: Context, { errors, refusal }: Draft, fields: readonly Field[]): Form['problems'] {
  const { t } = reading(ctx);
  if (refusal === 'otherPerson') return { title: t('form.otherPerson'), says: null, list: [] };
  if (refusal === 'stale') {
    const list = fields.flatMap(({ label, id, storedNow }) =>
      storedNow ? [{ label, text: t('form.storedIs', { text: storedNow.text }), href: `#${id}` }] : [],
    );
    return { title: t('form.stale'), says: t('form.staleMend'), list };
  }
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return null;
  const fieldOf = (name: string): number => fields.findIndex((each) => name === each.name || name.startsWith(`${each.name}.`));
  // In the order of the form; what is about the form as a whole comes first.
  const list = wrong
    .map(([name, text]) => ({ at: fieldOf(name), text }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, text }) => ({ label: fields[at]?.label ?? null, text, href: fields[at] ? `#${fields[at].id}` : null }));
  return { title: t('form.problem'), says: null, list };
}
