/**
 * One fact of Kakao's contract, and the words in which its tables are written: `doc('id', 'connected_at')` are two rows
 * that Kakao's documentation tells; `but(rows, differs('…', '…'))` is where the simulator knowingly departs.
 */

/**
 * Where a fact was read: Kakao's documentation; the Kakao Sync guide of 2019; an SDK or a real consumer; memory alone.
 * Source: kakao-api 0.1.
 */
export type Source = 'doc' | 'seed' | 'sdk' | 'recall';
/** Blanks between, where two or three agree. */
export type Sources = Source | `${Source} ${Source}` | `${Source} ${Source} ${Source}`;

export interface Words {
  ko: string;
  en: string;
}

/** What the simulator makes of a row. Without any of these it does as the row says. */
export interface Mark {
  /** Where it departs from the row. */
  differs?: Words;
  /** Why the row is left out. */
  why?: Words;
  /** Why there is something that Kakao does not have. */
  ours?: Words;
}

export interface Row extends Mark {
  /** A path, parameter, field or code as it is on the wire; of a behaviour a short sentence, for which tests are named. */
  name: string;
  sources: readonly Source[];
  /** What a code means, or how a behaviour reads. */
  says?: Words;
}

const split = (sources: Sources): Source[] => sources.split(' ') as Source[];

/** Makes rows of names that were all read in the same places. */
export const from =
  (sources: Sources) =>
  (...names: string[]): Row[] =>
    names.map((name) => ({ name, sources: split(sources) }));

export const doc = from('doc');
export const sdk = from('sdk');
export const docSdk = from('doc sdk');

/** A code with its meaning. */
export const code = (sources: Sources, name: string, ko: string, en: string, mark: Mark = {}): Row => ({
  name,
  sources: split(sources),
  says: { ko, en },
  ...mark,
});

/** A behaviour: its name is the sentence in English. */
export const fact = (sources: Sources, name: string, ko: string, mark: Mark = {}): Row => code(sources, name, ko, name, mark);

/** What Kakao does not have, by its names, and why it is here. */
export const added = (names: readonly string[], ko: string, en: string): Row[] =>
  names.map((name) => ({ name, sources: [], ours: { ko, en } }));

/** The same rows with a mark. */
export const but = (rows: readonly Row[], mark: Mark): Row[] => rows.map((row) => ({ ...row, ...mark }));

export const differs = (ko: string, en: string): Mark => ({ differs: { ko, en } });
export const leftOut = (ko: string, en: string): Mark => ({ why: { ko, en } });

/** The same rows below a field: `inside('scopes[].', doc('id'))` is `scopes[].id`. */
export const inside = (path: string, rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, name: path + row.name }));
