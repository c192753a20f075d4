/**
 * Coverage: the contract held against the code, row by row. What the code has is read from its own tables (code.ts); a pure
 * function makes the page of both, and another one says where the two do not agree.
 */
import { type Coverage, type CoveragePart, standings } from '../contract/coverage.ts';
import { type Contract, sections } from '../contract/index.ts';
import type { Code } from './code.ts';
import { partsOf, type Placed } from './parts.ts';

export { type Code, readCode, type Served } from './code.ts';
export { discrepancies } from './discrepancies.ts';

/** The section that lists the APIs at a glance. */
const LIST_OF_APIS = '2.1';

export function coverageOf(contract: Contract, code: Code): Coverage {
  const placed = partsOf(contract, code);
  const all = [...placed, { section: LIST_OF_APIS, part: listOfApis(placed) }];
  return {
    sections: sections.map(({ id, title }) => ({ id, title, parts: all.filter(({ section }) => section === id).map(({ part }) => part) })),
    counts: countsOf(placed),
  };
}

function listOfApis(placed: readonly Placed[]): CoveragePart {
  const apis = placed.flatMap(({ section, part: { endpoint } }) => (section.startsWith('2.') && endpoint ? [endpoint] : []));
  return { id: 'apis', title: { ko: 'API', en: 'APIs' }, endpoint: null, groups: [{ kind: 'rows', rows: apis }] };
}

/** Errors of endpoints are rows of a table, too, and counted there. */
function countsOf(placed: readonly Placed[]): Coverage['counts'] {
  const rows = placed.flatMap(({ part: { endpoint, groups } }) => [
    ...(endpoint ? [endpoint] : []),
    ...groups.filter(({ kind }) => kind !== 'errors').flatMap((group) => group.rows),
  ]);
  const count = (standing: string) => rows.filter((row) => row.standing === standing).length;
  return Object.fromEntries(standings.map((standing) => [standing, count(standing)])) as Coverage['counts'];
}
