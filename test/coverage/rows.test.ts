/** Behaviours are covered by tests that are named for them. */
import assert from 'node:assert/strict';
import { contract } from '../../src/contract/index.ts';
import { doc, but, leftOut } from '../../src/contract/row.ts';
import { rowsWithoutTest, TESTED, testLines } from '../helpers/row-tests.ts';

describe('coverage · behaviours', () => {
  const lines = testLines();

  for (const id of TESTED) {
    it(`each row of ${id} has a test by its name`, () => {
      const table = contract.tables.find((each) => each.id === id);
      assert.ok(table, `a table ${id}`);
      assert.deepEqual(rowsWithoutTest(table, lines), []);
    });
  }

  it('are missed where no test has their name, unless they are left out', () => {
    const rows = [...doc('a row that is tested', 'a row that is not'), ...but(doc('a row that is not here'), leftOut('없음', 'none'))];
    assert.deepEqual(rowsWithoutTest({ rows }, ["  it('1.2 · a row that is tested', () => {"]), ['a row that is not']);
  });
});
