/** A world of one's own laid over another: who and what has the same id is replaced, the rest stays. */
import type { Problem, Seed } from '../store/seed.ts';
import { referenceProblems } from '../store/seed/references.ts';

type Noun = Exclude<keyof Seed, 'rows' | 'files'>;
type Rows = NonNullable<Seed['rows']>;
type Entry = Readonly<Record<string, unknown>>;

const IDS: Readonly<Record<Noun, readonly string[]>> = {
  accounts: ['id'],
  businesses: ['number'],
  channels: ['id'],
  apps: ['id'],
  links: ['appId', 'accountId'],
  friendships: ['channelId', 'accountId'],
};
const NOUNS = Object.keys(IDS) as Noun[];

export interface Laid {
  seed: Seed;
  /** What does not fit together, by the places of the upper file; what lies in the lower one is named so. */
  problems: Problem[];
}

export function lay(above: Seed, below: Seed): Laid {
  const stays = Object.fromEntries(NOUNS.map((noun) => [noun, staying(noun, above[noun], below[noun])])) as Record<Noun, Entry[]>;
  const nouns = Object.fromEntries(NOUNS.map((noun) => [noun, [...stays[noun], ...above[noun]]])) as unknown as Seed;
  const seed: Seed = { ...nouns, rows: rowsOver(above, below), files: { ...below.files, ...above.files } };
  const placed = ({ path, message }: Problem): Problem => {
    const [, noun, index, rest] = /^(\w+)\[(\d+)\](.*)$/.exec(path)!;
    const below = stays[noun as Noun];
    const at = Number(index) - below.length;
    if (at >= 0) return { path: `${noun}[${at}]${rest}`, message };
    return {
      path: `${noun} of the seed`,
      message: `${message} (${nameOf(noun as Noun, below[Number(index)]!)}, ${rest?.replace(/^\./, '')})`,
    };
  };
  return { seed, problems: referenceProblems(seed).map(placed) };
}

/** Rows of the lower seed, without those of an entry that is replaced, and over them the rows of the upper one. */
function rowsOver(above: Seed, below: Seed): Rows {
  const lower = listsOf(below).map(([table, rows]): Lists[number] => {
    const replaced = isNoun(table) ? above[table].map((entry) => idOf(table, entry)) : [];
    return [table, rows.filter(({ id }) => !replaced.includes(id))];
  });
  const tables = Map.groupBy([...lower, ...listsOf(above)], ([table]) => table);
  return Object.fromEntries([...tables].map(([table, lists]) => [table, lists.flatMap(([, rows]) => rows)]));
}

type Lists = [table: string, rows: readonly { readonly id: string }[]][];

const listsOf = ({ rows = {} }: Seed): Lists => Object.entries(rows).map(([table, list]) => [table, list ?? []]);
const isNoun = (table: string): table is Noun => table in IDS;
/** The id of the row that an entry becomes. */
const idOf = (noun: Noun, entry: Entry): string => IDS[noun].map((name) => String(entry[name])).join(':');

function staying(noun: Noun, above: readonly Entry[], below: readonly Entry[]): Entry[] {
  const taken = new Set(above.map((entry) => nameOf(noun, entry)));
  return below.filter((entry) => !taken.has(nameOf(noun, entry)));
}

function nameOf(noun: Noun, entry: Entry): string {
  return IDS[noun].map((name) => String(entry[name])).join(' and ');
}
