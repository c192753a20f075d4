/** 영업일 기준 3~5일: weekends and the holidays of the gazette do not count. */
import assert from 'node:assert/strict';
import { isWorkingDay, workingDaysAfter } from '../../src/reviews/working-days.ts';

const iso = (at: number): string => new Date(at).toISOString();
const after = (from: string, days: number): string => iso(workingDaysAfter(Date.parse(from), days));

describe('reviews · working days', () => {
  const rows: [what: string, from: string, days: number, to: string][] = [
    ['within a week', '2026-11-23T01:00:00+09:00', 3, '2026-11-26T01:00:00+09:00'],
    ['over a weekend', '2026-11-26T17:30:00+09:00', 3, '2026-12-01T17:30:00+09:00'],
    ['from a Saturday', '2026-11-28T12:00:00+09:00', 1, '2026-11-30T12:00:00+09:00'],
    ['over Seollal and its weekend', '2026-02-12T10:00:00+09:00', 3, '2026-02-20T10:00:00+09:00'],
    ['over Chuseok', '2026-09-23T10:00:00+09:00', 1, '2026-09-28T10:00:00+09:00'],
    ['over a substitute holiday', '2026-08-14T10:00:00+09:00', 1, '2026-08-18T10:00:00+09:00'],
    ['over the new year', '2026-12-31T10:00:00+09:00', 1, '2027-01-04T10:00:00+09:00'],
    ['over an election', '2026-06-02T10:00:00+09:00', 1, '2026-06-04T10:00:00+09:00'],
    // 2028 begins on a Saturday; its gazette was not out when the holidays were made.
    ['into a year without a gazette, by its weekends', '2028-02-28T10:00:00+09:00', 3, '2028-03-02T10:00:00+09:00'],
  ];
  for (const [what, from, days, to] of rows) {
    it(`count ${what}`, () => assert.equal(after(from, days), iso(Date.parse(to))));
  }

  it('begin at midnight in Seoul', () => {
    assert.ok(isWorkingDay(Date.parse('2026-11-27T23:59:59+09:00')));
    assert.ok(!isWorkingDay(Date.parse('2026-11-28T00:00:00+09:00')));
  });

  it('know the years that the guide and this simulator speak of', () => {
    for (const holiday of ['2019-05-06', '2025-10-08', '2026-05-25', '2027-12-27']) {
      assert.ok(!isWorkingDay(Date.parse(`${holiday}T12:00:00+09:00`)), holiday);
    }
  });
});
