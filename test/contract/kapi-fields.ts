/** Fields of an answer as tests: what an example has at the path of a row, the answer has there, too. */
import assert from 'node:assert/strict';
import type { Row } from '../../src/contract/index.ts';
import { eachRow } from './helpers.ts';

/** A test for each field: `ask` resolves with the body. An expression in the example stands for what is not the same each time. */
export function eachField(rows: readonly Row[], example: unknown, ask: () => Promise<unknown>): void {
  const cases = rows.map(({ name }) => [name, { expected: at(example, name) }] as const);
  eachRow(rows, Object.fromEntries(cases.filter(([, { expected }]) => isThere(expected))), async ({ expected }, name) => {
    isLike(at(await ask(), name), expected);
  });
}

/** Holds when a value is the expected one, or matches the expressions in it. */
export function isLike(value: unknown, expected: unknown): void {
  if (expected instanceof RegExp) return assert.match(String(value), expected);
  if (typeof expected !== 'object' || expected === null) return assert.equal(value, expected);
  const [names, others] = [value, expected].map((each) => new Set(Object.keys(Object(each) as object)));
  assert.deepEqual(names, others);
  for (const [name, part] of Object.entries(expected)) isLike((value as Record<string, unknown>)[name], part);
}

/** The value at a path of the contract: `kakao_account.profile.nickname`; of lists the values of all: `[].id`, `scopes[].id`. */
export function at(body: unknown, path: string): unknown {
  if (path === '') return body;
  const [step = '', ...rest] = path.split('.');
  const name = step.replace(/\[\]$/, '');
  const value = name === '' ? body : (body as Record<string, unknown> | undefined)?.[name];
  if (name === step) return at(value, rest.join('.'));
  return Array.isArray(value) ? value.map((each) => at(each, rest.join('.'))) : undefined;
}

function isThere(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 ? value.some(isThere) : value !== undefined;
}
