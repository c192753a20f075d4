/** COVERAGE.md is what the code says today, and is found. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../src/contract/index.ts';
import { coverageOf, readCode } from '../../src/coverage/index.ts';
import { markdownOf } from '../../src/coverage/markdown.ts';
import { ROOT } from '../helpers/plan.ts';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

describe('COVERAGE.md', () => {
  it('is up to date', () => {
    assert.ok(read('COVERAGE.md') === markdownOf(coverageOf(contract, readCode())), 'COVERAGE.md is stale: run `npm run coverage`');
  });

  for (const name of ['README.md', 'DEPARTURES.md']) {
    it(`is linked from ${name}`, () => assert.match(read(name), /\]\(COVERAGE\.md\)/));
  }

  it('has each row of a table on one line of as many cells as its head', () => {
    const cells = (line: string) => line.replaceAll(String.raw`\|`, '').split('|').length;
    const blocks = read('COVERAGE.md')
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    assert.ok(blocks.length > 100);
    for (const block of blocks) {
      const [head, ...lines] = block.trim().split('\n').map(cells);
      assert.deepEqual(
        lines.filter((count) => count !== head),
        [],
        block.slice(0, 200),
      );
    }
  });
});
