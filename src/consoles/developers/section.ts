/** What a section of an app's page is made of: facts, a table, the forms that change them, and its names in a seed file. */
import type { App, AppKey } from '../../apps/index.ts';
import type { TextKey, Translate } from '../../web/text/index.ts';
import type { Field } from '../kit/field.ts';
import type { Form } from '../kit/form.ts';
import type { Badge } from '../kit/parts.ts';
import type { Subject } from './subject.ts';

export type { Badge } from '../kit/parts.ts';
export type { Subject } from './subject.ts';

export interface Section {
  /** Also its fragment: other pages lead to it. */
  id: string;
  title: string;
  /** What it is for, and what is refused by it. */
  says: string;
  /** How it stands, where a word can say so. */
  state: Badge | null;
  facts: Fact[];
  table: Table | null;
  /** 동의항목 to be switched, each with its state and purpose; null where they are only read. */
  items: ItemForm | null;
  /** What else changes it. */
  forms: Form[];
  /** What there is to know about changing it, with where to go for that. */
  notes: { text: string; link: { href: string; text: string } | null }[];
  /** Its names in an app of the seed file; none for what cannot be set. */
  seed: readonly string[];
}

/** A form of many items, of which each has its own fields. Drawn by partials/developers/items. */
export interface ItemForm {
  form: Form;
  rows: ItemRow[];
}

export interface ItemRow {
  id: string;
  label: string;
  badge: Badge | null;
  /** 관련 API. */
  apis: readonly string[];
  /** Why it cannot be switched on, and what to do about it. */
  refusal: string | null;
  on: { id: string; name: string; isChosen: boolean } | null;
  fields: Field[];
}

export interface Fact {
  label: string;
  values: Value[];
  /** Said where there is no value. */
  none: string;
  /** What changes it; `folded` opens it. */
  form?: Form | null;
  folded?: string;
}

export interface Table {
  columns: string[];
  /** The cells of a row; the first one names it. */
  rows: Value[][][];
  /** Said where there are no rows. */
  empty: string;
}

export type Value =
  /** `word` is short, and stays on one line. */
  | { kind: 'text' | 'word' | 'name' | 'note' | 'code'; text: string }
  | { kind: 'badge'; text: string; look: Badge['look'] }
  /** `of` says what it is that is copied. */
  | { kind: 'copy'; text: string; of: string }
  /** A page of the simulator, and one elsewhere. */
  | { kind: 'page' | 'away'; text: string; href: string }
  /** A button that is a form of its own, and one that leads to a page that asks first. */
  | { kind: 'form'; form: Form }
  | { kind: 'step'; text: string; href: string; look: 'plain' | 'danger'; of: string }
  /** A value to copy, with what can be done to it beside it. */
  | { kind: 'copyWith'; text: string; of: string; form: Form | null; steps: Step[] };

/** A link to a page that asks before it does. */
export interface Step {
  text: string;
  href: string;
  look: 'plain' | 'danger';
  /** What it is done to. */
  of: string;
}

export type SectionId = Extract<TextKey, `setting.${string}`> extends `setting.${infer Id}` ? Id : never;

/** A section without facts and table; its own words win. */
export function section({ t }: Subject, id: SectionId, seed: readonly string[], rest: Partial<Section>): Section {
  return {
    id,
    title: t(`setting.${id}`),
    says: t(`developers.${id}.says`),
    state: null,
    facts: [],
    table: null,
    items: null,
    forms: [],
    notes: [],
    seed,
    ...rest,
  };
}

export function onOff(t: Translate, on: boolean): Badge {
  return on ? { word: t('developers.on'), look: 'ok' } : { word: t('developers.off'), look: 'off' };
}

export function text(words: string): Value {
  return { kind: 'text', text: words };
}

export function word(short: string): Value {
  return { kind: 'word', text: short };
}

export function code(words: string): Value {
  return { kind: 'code', text: words };
}

export function badge({ word, look }: Badge): Value {
  return { kind: 'badge', text: word, look };
}

export function copy(words: string, of: string): Value {
  return { kind: 'copy', text: words, of };
}

/** A value that not everybody may know: without a role it is hidden. */
export function secret({ t, may }: Subject, words: string, of: string, steps: Step[] = []): Value {
  if (!may('member')) return { kind: 'note', text: t('developers.masked') };
  return { kind: 'copyWith', text: words, of, form: null, steps };
}

/** Keys with the words for their type, numbered where there are several of one. */
export function namedKeys(t: Translate, { keys }: App): { key: AppKey; name: string }[] {
  return keys.map((key) => {
    const sisters = keys.filter(({ type }) => type === key.type);
    const name = t(`key.${key.type}`);
    return { key, name: sisters.length > 1 ? `${name} ${sisters.indexOf(key) + 1}` : name };
  });
}
