/**
 * The shipped world, read once: the build has it here as a seed, by the digest of its text (rolldown.config.js). Sources read the text.
 */
import type { Seed } from './shape.ts';

export interface Shipped {
  /** Of the text that the seed was read from, in hex: a world of another text is not this one. */
  sha256: string;
  seed: Seed;
}

export const shipped = null as Shipped | null;
