/** Where contract and code do not agree, in sentences; the page is right while there is none. */
import { type Contract, type Endpoint, type Row, sections } from '../contract/index.ts';
import type { Code, Served } from './code.ts';

export function discrepancies(contract: Contract, code: Code): string[] {
  const known = new Set(sections.map(({ id }) => id));
  const unplaced = [...contract.kauth, ...contract.kapi, ...contract.tables].filter(({ section }) => !known.has(section));
  return [
    ...unplaced.map(({ section }) => `there is no section ${section}`),
    ...ofEndpoints('kauth', contract.kauth, code.kauth),
    ...ofEndpoints('kapi', contract.kapi, code.kapi),
    ...ofErrors(contract.kauth, 'koe', contract),
    ...ofErrors(contract.kapi, 'kapi-codes', contract),
    ...contract.tables.flatMap(({ id, kind, rows }) => {
      const names = code.lists[id];
      if (kind === 'declared') return names ? [`${id}: declared, though the code has a list`] : ofMarks(id, rows);
      return names ? ofRows(id, rows, names) : [`${id}: the code has no such list`];
    }),
  ];
}

function ofEndpoints(door: string, endpoints: readonly Endpoint[], served: readonly Served[]): string[] {
  const paths = served.map(({ path }) => path);
  return [
    ...ofRows(door, endpoints, paths),
    ...endpoints.flatMap((endpoint) => {
      const found = served.find(({ path }) => path === endpoint.name);
      if (!found) return [];
      return (['methods', 'forms', 'takes', 'gives'] as const).flatMap((kind) =>
        ofRows(`${endpoint.name} ${kind}`, endpoint[kind], found[kind]),
      );
    }),
  ];
}

function ofErrors(endpoints: readonly Endpoint[], table: string, { tables }: Contract): string[] {
  const rows = tables.find(({ id }) => id === table)?.rows ?? [];
  return endpoints.flatMap(({ name, errors }) =>
    errors.filter((error) => !rows.some((row) => row.name === error)).map((error) => `${name}: no row says what ${error} is`),
  );
}

/** Rows against the names that the code has. */
function ofRows(where: string, rows: readonly Row[], names: readonly string[]): string[] {
  const undeclared = names.filter((name) => !rows.some((row) => row.name === name));
  return [
    ...undeclared.map((name) => `${where}: the code has ${name}, the contract does not: declare it as ours, with its reason`),
    ...ofMarks(where, rows),
    ...rows.flatMap((row) => {
      const isThere = names.includes(row.name);
      if (isThere && row.why) return [`${where}: ${row.name} is in the code, though it is said to be left out`];
      if (!isThere && !row.why) return [`${where}: ${row.name} is not in the code, and nothing says why`];
      return [];
    }),
  ];
}

/** One mark at most, each name once. */
function ofMarks(where: string, rows: readonly Row[]): string[] {
  const twice = rows.filter((row, i) => rows.findIndex(({ name }) => name === row.name) < i);
  const several = rows.filter(({ differs, why, ours }) => [differs, why, ours].filter(Boolean).length > 1);
  return [
    ...twice.map(({ name }) => `${where}: ${name} stands there twice`),
    ...several.map(({ name }) => `${where}: ${name} has more than one mark`),
  ];
}
