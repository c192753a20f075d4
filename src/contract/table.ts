/** The two shapes in which the contract is written down: an endpoint with all that goes in and out, and a table of rows. */
import type { Row, Words } from './row.ts';

/** An endpoint; its name is its path. */
export interface Endpoint extends Row {
  section: string;
  methods: readonly Row[];
  /** How a request proves itself; empty on kauth, where parameters do. */
  forms: readonly Row[];
  /** Parameters of query and form. */
  takes: readonly Row[];
  /** Fields of a success. */
  gives: readonly Row[];
  /** Names of rows of a table of codes. */
  errors: readonly string[];
}

/**
 * Rows of one section. `listed`: the code has a list of its own, against which the rows are held. `declared`: no list in the
 * code could have them, so a row stands as its mark says, and tests are named for it.
 */
export interface Table {
  id: string;
  section: string;
  title: Words;
  kind: 'listed' | 'declared';
  rows: readonly Row[];
}
