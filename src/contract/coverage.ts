/** How the contract stands in the code: what coverage/ works out, and what the page and COVERAGE.md draw. */
import type { Source, Words } from './row.ts';

/** `addition`: the simulator has it, Kakao does not. */
export const standings = ['simulated', 'approximated', 'left-out', 'addition'] as const;
export type Standing = (typeof standings)[number];

export interface CoverageRow {
  name: string;
  says: Words | null;
  sources: readonly Source[];
  standing: Standing;
  /** How it differs, why it is left out, why it was added. */
  note: Words | null;
}

/** Rows of one kind: of an endpoint how it is called, what it takes and gives, how it fails; of a table all. */
export interface CoverageGroup {
  kind: 'call' | 'parameters' | 'fields' | 'errors' | 'rows';
  /** Where errors have their rows. */
  section?: string;
  rows: readonly CoverageRow[];
}

/** An endpoint (with its own standing), a table, or the list of APIs. */
export interface CoveragePart {
  id: string;
  endpoint: CoverageRow | null;
  title: Words | null;
  groups: readonly CoverageGroup[];
}

export interface CoverageSection {
  id: string;
  title: Words;
  parts: readonly CoveragePart[];
}

export interface Coverage {
  sections: readonly CoverageSection[];
  /** How many facts stand how. An error that is told of several endpoints is one. */
  counts: Readonly<Record<Standing, number>>;
}
