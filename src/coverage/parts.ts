/** Endpoints and tables of the contract, each row with how it stands in the code. */
import type { CoverageGroup, CoveragePart, CoverageRow } from '../contract/coverage.ts';
import type { Contract, Endpoint, Row, Table } from '../contract/index.ts';
import type { Code, Served } from './code.ts';
import { standingOf } from './standing.ts';

/** A part and the section that it belongs to. */
export interface Placed {
  section: string;
  part: CoveragePart;
}

/** Tables of codes, by the door that speaks them. */
const CODES = { kauth: 'koe', kapi: 'kapi-codes' } as const;

/** All of them, endpoints first. */
export function partsOf(contract: Contract, code: Code): Placed[] {
  const endpoints = (['kauth', 'kapi'] as const).flatMap((door) => {
    const codes = contract.tables.find(({ id }) => id === CODES[door])!;
    return contract[door].map((endpoint) => ({
      section: endpoint.section,
      part: endpointPart(
        endpoint,
        code[door].find(({ path }) => path === endpoint.name),
        { kind: 'errors', section: codes.section, rows: endpoint.errors.map((name) => errorRow(name, codes, code)) },
      ),
    }));
  });
  return [...endpoints, ...contract.tables.map((table) => ({ section: table.section, part: tablePart(table, code) }))];
}

/** An error stands in every endpoint as it does in its table. */
function errorRow(name: string, { id, rows }: Table, { lists }: Code): CoverageRow {
  return standingOf(
    rows.find((row) => row.name === name)!,
    lists[id] ?? [],
  );
}

function endpointPart(endpoint: Endpoint, served: Served | undefined, errors: CoverageGroup): CoveragePart {
  const why = served ? null : (endpoint.why ?? null);
  const rows = (given: readonly Row[], names: readonly string[] = []) => given.map((row) => standingOf(row, names, why));
  const groups: CoverageGroup[] = [
    { kind: 'call', rows: [...rows(endpoint.methods, served?.methods), ...rows(endpoint.forms, served?.forms)] },
    { kind: 'parameters', rows: rows(endpoint.takes, served?.takes) },
    { kind: 'fields', rows: rows(endpoint.gives, served?.gives) },
    errors,
  ];
  return {
    id: endpoint.name,
    title: null,
    endpoint: standingOf(endpoint, served ? [endpoint.name] : []),
    groups: groups.filter((group) => group.rows.length > 0),
  };
}

function tablePart({ id, title, kind, rows }: Table, { lists }: Code): CoveragePart {
  const listed = kind === 'listed' ? (lists[id] ?? []) : null;
  return { id, title, endpoint: null, groups: [{ kind: 'rows', rows: rows.map((row) => standingOf(row, listed)) }] };
}
