/** Names in a seed: each stands once, and what refers to one finds it. */
import { didYouMean } from './near.ts';
import { type Path, type Problem, problem } from './problems.ts';
import type { Seed } from './shape.ts';
import { DESK_ID } from './vocabulary.ts';

/** A name and where it stands; null where there is none. */
export type Named = readonly [name: string | null, path: Path];

/** A problem for each name that stands a second time. */
export function* twice(names: readonly Named[], what: string): Iterable<Problem> {
  const seen = new Set<string>();
  for (const [name, path] of names) {
    if (name === null) continue;
    if (seen.has(name)) yield problem(path, `expected each ${what} once: ${name} stands above already`);
    seen.add(name);
  }
}

/** A problem if the name is not among these. */
export function* known(name: string, all: readonly string[], what: string, path: Path): Iterable<Problem> {
  if (!all.includes(name)) yield problem(path, `expected ${what}, got ${name}${didYouMean(name, all)}`);
}

/** A problem if no account of the seed has this id. */
export const knownAccount = ({ accounts }: Seed, id: string, path: Path): Iterable<Problem> =>
  known(
    id,
    accounts.map((each) => each.id),
    'the id of an account of this file',
    path,
  );

/** The same of who submitted something: nobody in person where the desk did. */
export const knownSubmitter = (seed: Seed, id: string, path: Path): Iterable<Problem> =>
  id === DESK_ID ? [] : knownAccount(seed, id, path);

/** A problem if there is a registration number, and no business of the seed has it. */
export const knownBusiness = ({ businesses }: Seed, number: string | null, path: Path): Iterable<Problem> =>
  number === null
    ? []
    : known(
        number,
        businesses.map((each) => each.number),
        'the registration number of a business of this file',
        path,
      );
