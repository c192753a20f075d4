/** How a row of the contract stands in the code. */
import type { CoverageRow, Standing } from '../contract/coverage.ts';
import type { Row, Words } from '../contract/index.ts';

/**
 * @param listed the names that the code has; null where it has no list, and the row stands as it is marked
 * @param why of what the row belongs to, where all of that is left out
 */
export function standingOf(row: Row, listed: readonly string[] | null, why: Words | null = null): CoverageRow {
  const { name, says = null, sources } = row;
  const standing = standingAs(row, listed === null ? !row.why : listed.includes(name));
  return { name, says, sources, standing, note: noteOf(row, standing) ?? (standing === 'left-out' ? why : null) };
}

function standingAs({ ours, differs }: Row, isThere: boolean): Standing {
  if (!isThere) return 'left-out';
  if (ours) return 'addition';
  return differs ? 'approximated' : 'simulated';
}

function noteOf({ ours, differs, why }: Row, standing: Standing): Words | null {
  return { simulated: undefined, approximated: differs, 'left-out': why, addition: ours }[standing] ?? null;
}
