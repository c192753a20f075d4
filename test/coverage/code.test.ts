/** What is read from the code is what the code does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fieldPaths } from '../../src/coverage/fields.ts';
import { parameters, type Sent } from '../../src/oauth/dialect/parameters.ts';
import { served } from '../../src/oauth/routes.ts';
import { filesBelow, ROOT } from '../helpers/plan.ts';

describe('coverage · fields of an answer', () => {
  const rows: [z.ZodType, string[]][] = [
    [z.strictObject({ id: z.number() }), ['id']],
    [z.strictObject({ a: z.strictObject({ b: z.string().optional() }).optional() }), ['a', 'a.b']],
    [z.strictObject({ list: z.array(z.strictObject({ tag: z.string() })).optional() }), ['list', 'list[].tag']],
    [z.strictObject({ list: z.array(z.string()), url: z.url().nullable() }), ['list', 'url']],
    [z.array(z.strictObject({ id: z.number(), list: z.array(z.number()) })), ['[].id', '[].list']],
    [z.strictObject({ free: z.record(z.string(), z.string()) }), ['free']],
    [z.union([z.strictObject({ a: z.string(), b: z.string() }), z.strictObject({ a: z.string(), c: z.string() })]), ['a', 'b', 'c']],
    [z.strictObject({}), []],
  ];

  for (const [schema, paths] of rows) it(paths.join(', ') || 'none', () => assert.deepEqual(fieldPaths(schema), paths));
});

describe('coverage · parameters of kauth', () => {
  const sources = filesBelow('src/oauth', '.ts')
    .filter((path) => !path.endsWith('/parameters.ts'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');

  for (const [path, names] of Object.entries(parameters)) {
    it(`${path}: each is read somewhere`, () => {
      assert.deepEqual(
        names.filter((name) => !new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(sources)),
        [],
      );
    });

    it(`${path} is served`, () => assert.ok(served.some((endpoint) => endpoint.path === path)));
  }

  it('another one cannot be read', () => {
    const sent: Sent<'/oauth/logout'> = {};
    // @ts-expect-error: what is not listed does not compile
    assert.equal(sent.post_logout_redirect_uri, undefined);
  });
});
