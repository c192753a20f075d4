/** Each example is run: those of mocha with the suite, the others by a script of their own, which CI runs. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../helpers/plan.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('the examples', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('are run, whatever runs them', () => {
    const runners = readdirSync(join(ROOT, 'test/examples'), { withFileTypes: true }).filter((each) => each.isDirectory());
    const others = runners.map(({ name }) => name).filter((name) => name !== 'mocha');
    assert.deepEqual(
      others.filter((name) => !scripts['test:examples']?.includes(`test/examples/${name}/`)),
      [],
    );
    assert.match(read('.ci/run'), /npm run --silent test:examples/);
  });

  it('are the code of the README', () => {
    const example = read('test/examples/mocha/login.test.ts').replace("'../../../src/index.ts'", "'kakao-sync-simulator'");
    assert.ok(read('README.md').includes(`\`\`\`ts\n${example}\`\`\``), 'copy test/examples/mocha/login.test.ts into the README');
  });
});
