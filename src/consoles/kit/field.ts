/** A field as it is drawn: label, hint, what stands in it, what is wrong with that. Drawn by partials/console/field. */
import type { Translate } from '../../web/text/index.ts';
import type { Draft } from './draft.ts';

interface Common {
  /** For links and labels. */
  id: string;
  name: string;
  label: string;
  hint: string | null;
  error: string | null;
  /** Says so of a field that may stay empty. */
  optional: string | null;
  /** What is stored now, when it was changed while the form was open. */
  storedNow: { word: string; text: string } | null;
  /** Ids of the hint, the error and what is stored now, for aria-describedby. */
  describedBy: string | null;
}

export interface TextField extends Common {
  kind: 'text';
  /** What was typed as a password is not sent back. */
  type: 'text' | 'url' | 'email' | 'date' | 'password';
  value: string;
  placeholder: string | null;
}

export interface AreaField extends Common {
  kind: 'area';
  value: string;
  rows: number;
  /** How many characters may stand in it: scripts count along. */
  most: number | null;
}

export interface Option {
  id: string;
  value: string;
  word: string;
  note: string | null;
  isChosen: boolean;
  /** Why it cannot be chosen. */
  refusal: string | null;
}

/** One of several: a list to open, or all in sight. Several of several: boxes. One box alone is a list of one. */
export interface ChoiceField extends Common {
  kind: 'select' | 'radios' | 'checks';
  options: Option[];
}

/** 사업자등록번호 in its three boxes. */
export interface NumberField extends Common {
  kind: 'number';
  boxes: { id: string; name: string; label: string; value: string; length: number; isWrong: boolean }[];
}

/** A file to attach, and the one that an earlier try has kept. */
export interface FileField extends Common {
  kind: 'file';
  /** Of the input: endings and media types. */
  accept: string;
  limitBytes: number;
  /** What a script says of a file that need not be sent. */
  tooLarge: string;
  wrongKind: string;
  kept: { name: string; size: string; href: string | null; field: string; id: string } | null;
}

export type Field = TextField | AreaField | ChoiceField | NumberField | FileField;

export interface FieldOptions {
  hint?: string | undefined;
  /** True unless told otherwise. The server has the last word; browsers are not asked to check it. */
  required?: boolean;
}

/** Fields that belong together, under one heading: 1. 약관 입력. Drawn by partials/console/field-group. */
export interface FieldGroup {
  title: string;
  hint: string | null;
  fields: Field[];
}

/** What every kind of field has. `stored` is what is stored of it now, in words. */
export function common(
  t: Translate,
  draft: Draft,
  name: string,
  label: string,
  { hint, required = true }: FieldOptions = {},
  stored = storedText(draft, name),
): Common {
  const id = idOf(name);
  const error = draft.errors[name] ?? null;
  const isChanged = draft.changed.some((each) => each === name || each.startsWith(`${name}.`));
  const notes = [hint && `${id}-hint`, error && `${id}-error`, isChanged && `${id}-stored`].filter(Boolean);
  return {
    id,
    name,
    label,
    hint: hint ?? null,
    error,
    optional: required ? null : t('form.optional'),
    storedNow: isChanged ? { word: t('form.storedNow'), text: stored || t('form.nothingStored') } : null,
    describedBy: notes.join(' ') || null,
  };
}

/** `terms.0.tag` is the field `#f-terms-0-tag`. */
export function idOf(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, '-')}`;
}

function storedText({ stored }: Draft, name: string): string {
  return [stored[name] ?? []].flat().join(', ');
}
