/** What a section of an app's page is made of: facts, a table, and where its values are written. */
import type { App, AppKey } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import type { Language, TextKey, Translate } from '../../web/text/index.ts';

/** The app that is shown, and to whom. */
export interface Subject {
  house: House;
  app: App;
  t: Translate;
  language: Language;
}

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
  /** Its names in an app of the seed file; none for what cannot be set. */
  seed: readonly string[];
  /** Tables of the data folder's state.json that hold it. */
  tables: readonly string[];
}

export interface Badge {
  word: string;
  look: 'ok' | 'wait' | 'fail' | 'off' | '';
}

export interface Fact {
  label: string;
  values: Value[];
  /** Said where there is no value. */
  none: string;
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
  | { kind: 'page' | 'away'; text: string; href: string };

type SectionId = Extract<TextKey, `setting.${string}`> extends `setting.${infer Id}` ? Id : never;

/** A section without facts and table; its own words win. */
export function section({ t }: Subject, id: SectionId, seed: readonly string[], rest: Partial<Section>): Section {
  return {
    id,
    title: t(`setting.${id}`),
    says: t(`developers.${id}.says`),
    state: null,
    facts: [],
    table: null,
    seed,
    tables: ['apps'],
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

/** Keys with the words for their type, numbered where there are several of one. */
export function namedKeys(t: Translate, { keys }: App): { key: AppKey; name: string }[] {
  return keys.map((key) => {
    const sisters = keys.filter(({ type }) => type === key.type);
    const name = t(`key.${key.type}`);
    return { key, name: sisters.length > 1 ? `${name} ${sisters.indexOf(key) + 1}` : name };
  });
}
