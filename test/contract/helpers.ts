/** The contract's tables as tests: a row, its case, a test that is named for it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract, type Endpoint, type Row, type Table } from '../../src/contract/index.ts';
import { ROOT } from '../helpers/plan.ts';

/** The table with this id. */
export function tableOf(id: string): Table {
  return contract.tables.find((table) => table.id === id) ?? assert.fail(`no table ${id}`);
}

/** The endpoint of kauth or kapi with this path. */
export function endpointOf(path: string): Endpoint {
  return [...contract.kauth, ...contract.kapi].find(({ name }) => name === path) ?? assert.fail(`no endpoint ${path}`);
}

/** A test for each row that is not left out, by its name. A row without a case fails, and so does a case without a row. */
export function eachRow<Case>(
  rows: readonly Row[],
  cases: Readonly<Record<string, Case>>,
  test: (one: Case, name: string) => Promise<void> | void,
): void {
  const asked = rows.filter(({ why }) => !why).map(({ name }) => name);
  for (const name of asked) it(name, () => test(cases[name] ?? assert.fail(`no case for ${name}`), name));
  for (const name of Object.keys(cases).filter((each) => !asked.includes(each)))
    it(name, () => assert.fail('a case of no row, or of one that is left out'));
}

/**
 * The same, where the case itself is the test.
 * @param elsewhere rows that a test of another file below test/ is named for: what needs a browser, or a room alone
 */
export function eachFact(
  { rows }: Table,
  tests: Readonly<Record<string, () => Promise<void>>>,
  elsewhere: Readonly<Record<string, string>> = {},
): void {
  const shownBy = ([name, file]: [string, string]) => [name, () => assertNames(file, name)];
  const others: Record<string, () => void> = Object.fromEntries(Object.entries(elsewhere).map(shownBy));
  eachRow<() => Promise<void> | void>(rows, { ...tests, ...others }, (test) => test());
}

/** The file has a test by this name, or several below it. */
function assertNames(file: string, name: string): void {
  const text = readFileSync(join(ROOT, 'test', file), 'utf8');
  assert.ok(
    ['it', 'describe'].some((call) => text.includes(`${call}('${name}`)),
    `${file} has a test of this name`,
  );
}
