/** DEPARTURES.md: every switch with its default, and every fact that is not established. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapes } from '../../src/store/schema.ts';
import { ROOT } from '../helpers/plan.ts';

const page = readFileSync(join(ROOT, 'DEPARTURES.md'), 'utf8');

/** Cells of the rows below a heading. */
function rowsBelow(heading: string): string[][] {
  const section = page.split(/^## /m).find((each) => each.startsWith(heading));
  assert.ok(section, `a section ${heading}`);
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('DEPARTURES.md', () => {
  it('lists every switch of an app with its default, and no other', () => {
    const listed = Object.fromEntries(rowsBelow('앱마다 고르는 동작').map(([name, value]) => [name, value]));
    const switches = Object.entries(shapes.apps.shape.switches.parse(undefined));
    assert.deepEqual(listed, Object.fromEntries(switches.map(([name, value]) => [`\`${name}\``, `\`${value}\``])));
  });

  it('says of every switch what it decides', () => {
    assert.deepEqual(
      rowsBelow('앱마다 고르는 동작').filter(([, , decides]) => (decides ?? '').length < 20),
      [],
    );
  });

  it('says of each of the twelve facts that are not established what the simulator does', () => {
    const rows = rowsBelow('확인되지 않은 사실');
    assert.deepEqual(
      rows.map(([number]) => Number(number)),
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    assert.ok(rows.every(([, fact, done]) => fact && done));
  });
});
