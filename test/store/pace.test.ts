/** When other instances are told of a table: soon, and the seldomer the longer one goes on about it. */
import assert from 'node:assert/strict';
import { createPace } from '../../src/store/postgres/pace.ts';
import type { TableName } from '../../src/store/schema.ts';

describe('store · postgres · the pace of hints', () => {
  /** Tells of a table each time it is due, while it is written every millisecond; from the first write to each hint. */
  const hintsOf = (table: TableName, times: number, pace = createPace()): number[] =>
    Array.from({ length: times }).reduce<number[]>((hints) => {
      const at = pace.due(table, (hints.at(-1) ?? -1) + 1);
      pace.told([table], at);
      return [...hints, at];
    }, []);

  it('is soon after a first write', () => {
    assert.equal(createPace().due('deliveries', 5000), 5020);
  });

  it('doubles its distance under writes without end, up to a second', () => {
    assert.deepEqual(hintsOf('deliveries', 7), [20, 120, 320, 720, 1520, 2520, 3520]);
  });

  it('is soon again for a table that was quiet', () => {
    const pace = createPace();
    const last = hintsOf('deliveries', 7, pace).at(-1)!;
    pace.told(['deliveries'], last + 2000);
    assert.equal(pace.due('deliveries', last + 2001), last + 2100);
  });

  it('makes no other table wait', () => {
    const pace = createPace();
    const last = hintsOf('deliveries', 7, pace).at(-1)!;
    assert.equal(pace.due('clocks', last), last + 20);
  });
});
