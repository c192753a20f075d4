/** TESTIDS.md and the pages agree, and every control of every picture of the gallery has an id that is listed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { picturesOf } from '../gallery/helpers.ts';
import { describeHouse } from '../helpers/house.ts';
import { ROOT } from '../helpers/plan.ts';
import { isListed, markdown } from './testids.ts';

/** Screens with a row of every kind, laid open too. */
const INSPECTED = ['first-link', 'scope-open', 'terms-all'];

describe('TESTIDS.md', () => {
  it('lists what the views have; npm run testids writes it', () => {
    assert.equal(readFileSync(join(ROOT, 'TESTIDS.md'), 'utf8'), markdown());
  });
});

describeHouse('data-testid · every control of the login', (world) => {
  it('has one, and it is listed', async () => {
    const visitor = world.visitor();
    const lacking = new Set<string>();
    for (const { path, state } of (
      await picturesOf(visitor, [
        ['layout', 'classic'],
        ['layout', 'newer'],
      ])
    ).filter(({ lacks }) => lacks.length === 0)) {
      const laidOpen = INSPECTED.includes(state) ? (await visitor.open(`${path}&inspect=on`)).html : '';
      const main = `${(await visitor.open(path)).html}${laidOpen}`.match(/<main[\s\S]*?<\/main>/g)!.join('');
      for (const [tag] of main.matchAll(/<(?:input|button|select|textarea|summary|a)\b[^>]*>/g)) {
        if (/type="hidden"|aria-hidden="true"/.test(tag)) continue;
        const id = /data-testid="([^"]*)"/.exec(tag)?.[1];
        if (!id || !isListed(id)) lacking.add(`${state}: ${tag.replace(/\s+/g, ' ').slice(0, 120)}`);
      }
    }
    assert.deepEqual([...lacking], []);
  });
});
