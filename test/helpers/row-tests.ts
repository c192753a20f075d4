/**
 * Which behaviours of the contract have a test: one that is named by the row's own sentence. Code has no list of
 * behaviours, so that is what keeps the coverage page honest about them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '../../src/contract/index.ts';
import { filesBelow, ROOT } from './plan.ts';

/** Tables whose every row has its test by now. Another one joins them with its last test. */
export const TESTED: readonly string[] = [
  'application',
  'decision',
  'redirect',
  'redirect-errors',
  'error-pages',
  'client-authentication',
  'refresh',
  'id-token-rules',
  'logout-rules',
  'kapi-forms',
  'property-keys',
  'user-values',
  'needs-agreement',
  'user-examples',
  'logout-and-unlink',
  'manual-link',
  'revoking',
  'term-rules',
  'channel-relations',
  'delivering',
  'channel-webhook',
  'channel-webhook-http',
  'item-states',
  'login-screen',
  'consent-classic',
  'consent-newer',
  'consent-2019',
  'minors',
  'when-asked',
  'channel-choice',
  'after-consent',
  'link-states',
  'in-talk',
  'settings',
  'keys',
];

/** Lines of the tests that are no comment. */
export function testLines(): string[] {
  return filesBelow('test', '.test.ts')
    .flatMap((path) => readFileSync(join(ROOT, path), 'utf8').split('\n'))
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line));
}

/** Names of the rows that are not left out and that no line names, as a text of its own or inside of one. */
export function rowsWithoutTest({ rows }: Pick<Table, 'rows'>, lines: readonly string[]): string[] {
  return rows.filter(({ name, why }) => !why && !lines.some((line) => line.includes(name))).map(({ name }) => name);
}
