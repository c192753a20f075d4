/**
 * The seed: a file of people, businesses, channels, apps and how they stand to one another, from which a world begins.
 * What it may say is in seed/shape.ts, and shorter in seed/short.ts; the one that is shipped is data/seed/world.json.
 */
import { longSeed } from './seed/long.ts';
import { CHECKING, problem, problemsOf, SeedRefused } from './seed/problems.ts';
import { orderProblems, referenceProblems } from './seed/references.ts';
import type { Seed } from './seed/shape.ts';
import { seedInput } from './seed/short.ts';
import { spelledOut } from './seed/sugar.ts';

export { plant, plantRows, putAll } from './seed/plant.ts';
export { type Problem, SeedRefused } from './seed/problems.ts';
export type { Seed } from './seed/shape.ts';

/**
 * Reads the text of a seed file. References are looked at once the shape is right.
 * @param path where the text is from, for the message
 * Throws SeedRefused with everything that is wrong.
 */
export function parseSeed(text: string, path: string): Seed {
  const parsed = seedInput.safeParse(spelledOut(parseJson(text, path)), CHECKING);
  if (!parsed.success) throw new SeedRefused(path, problemsOf(parsed.error, seedInput));
  const seed = longSeed(parsed.data);
  const problems = [...orderProblems(seed), ...referenceProblems(seed)];
  if (problems.length > 0) throw new SeedRefused(path, problems);
  return seed;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SeedRefused(path, [problem([], `expected JSON: ${error instanceof Error ? error.message : String(error)}`)]);
  }
}
