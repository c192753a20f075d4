import assert from 'node:assert/strict';
import { type Bucket, pictureOf, type Series } from '../../../src/consoles/operator/picture.ts';
import { momentOf } from '../../../src/web/moment.ts';

const SERIES: readonly Series[] = [
  { look: 'ok', word: 'good' },
  { look: 'fail', word: 'bad' },
];
const at = (minute: number) => momentOf(Date.parse('2026-11-23T01:00:00Z') + minute * 60_000);
const buckets = (...counts: number[][]): Bucket[] => counts.map((each, minute) => ({ from: at(minute), counts: each }));
const picture = (...counts: number[][]) =>
  pictureOf(buckets(...counts), SERIES, { title: 'title', time: 'time', says: (totals) => totals.join('/'), until: at(counts.length) });

describe('a picture of numbers over time', () => {
  it('stacks the series of a bucket from the bottom up, within its height', () => {
    const { bars, height, most } = picture([1, 3]);
    const [good, bad] = bars;
    assert.equal(most, 4);
    assert.ok(good && bad && good.y + good.height === height && bad.y + bad.height === good.y && bad.y >= 0, JSON.stringify(bars));
    assert.ok(bad.height > good.height);
  });

  it('still shows one of thousands', () => {
    const { bars, height } = picture([100_000, 1], [1, 0]);
    for (const bar of bars) assert.ok(bar.height >= 2 && bar.y >= 0 && bar.y + bar.height <= height + 0.1, JSON.stringify(bar));
  });

  it('draws nothing where there is nothing', () => {
    const { bars, most, says, table } = picture([0, 0], [0, 0]);
    assert.deepEqual([bars, most, says, table.rows], [[], 0, '0/0', []]);
  });

  it('says the same numbers in words, in the legend and in the table', () => {
    const { says, legend, table } = picture([1, 0], [0, 0], [2, 5]);
    assert.equal(says, '3/5');
    assert.deepEqual(
      legend.map(({ word, total }) => `${word} ${total}`),
      ['good 3', 'bad 5'],
    );
    assert.deepEqual(
      table.rows.map(({ time, counts }) => `${time} ${counts.join(' ')}`),
      ['10:00 1 0', '10:02 2 5'],
    );
  });

  it('has times from edge to edge, in Korea', () => {
    assert.deepEqual(picture(...Array.from({ length: 60 }, () => [0, 0])).ticks, ['10:00', '10:15', '10:30', '10:45', '11:00']);
  });
});
