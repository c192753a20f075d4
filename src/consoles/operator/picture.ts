/**
 * Numbers over time as a small picture: stacked bars that the server draws as SVG, each series with a colour and a hatching of
 * its own, and the same numbers as a table. Drawn by partials/picture.
 */
import type { Moment } from '../../web/moment.ts';

/** How a series is drawn; the words are said beside it. */
export type Look = 'ok' | 'wait' | 'fail';

export interface Series {
  look: Look;
  word: string;
}

export interface Bucket {
  from: Moment;
  /** One number for each series, from the bottom of the stack upwards. */
  counts: readonly number[];
}

export interface Picture {
  title: string;
  /** What is seen, in a sentence. */
  says: string;
  width: number;
  height: number;
  bars: { look: Look; x: number; y: number; width: number; height: number }[];
  /** The highest stack, which the height stands for. */
  most: number;
  legend: (Series & { total: number })[];
  /** Times below the picture, from edge to edge. */
  ticks: string[];
  table: { time: string; columns: string[]; rows: { at: Moment; time: string; counts: readonly number[] }[] };
}

const SLOT = 10;
const GAP = 2;
const HEIGHT = 100;
/** One of thousands is still seen. */
const LEAST = 2;
const TICKS = 4;

export interface PictureWords {
  title: string;
  /** The sentence, made of the totals of the series. */
  says: (totals: readonly number[]) => string;
  /** What the column of times is called. */
  time: string;
  /** Where the last bucket ends. */
  until: Moment;
}

/** Each bucket is a stack of the series, beside the one before it. */
export function pictureOf(buckets: readonly Bucket[], series: readonly Series[], { until, title, says, time }: PictureWords): Picture {
  const totals = series.map((_, at) => sum(buckets.map(({ counts }) => counts[at] ?? 0)));
  const most = Math.max(0, ...buckets.map(({ counts }) => sum(counts)));
  return {
    title,
    says: says(totals),
    width: buckets.length * SLOT,
    height: HEIGHT,
    bars: buckets.flatMap((bucket, at) => stack(bucket, series, most, at * SLOT)),
    most,
    legend: series.map((each, at) => ({ ...each, total: totals[at] ?? 0 })),
    ticks: ticksOf(buckets, until),
    table: {
      time,
      columns: series.map(({ word }) => word),
      rows: buckets.filter(({ counts }) => sum(counts) > 0).map(({ from, counts }) => ({ at: from, time: hourOf(from), counts })),
    },
  };
}

function stack({ counts }: Bucket, series: readonly Series[], most: number, left: number): Picture['bars'] {
  const scale = (HEIGHT - LEAST * series.length) / Math.max(most, 1);
  let top = HEIGHT;
  return counts.flatMap((count, at) => {
    const look = series[at]?.look;
    if (count === 0 || !look) return [];
    const height = Math.round((LEAST + count * scale) * 10) / 10;
    top -= height;
    return [{ look, x: left + GAP / 2, y: Math.round(top * 10) / 10, width: SLOT - GAP, height }];
  });
}

/** The beginning of each quarter, and the end. */
function ticksOf(buckets: readonly Bucket[], until: Moment): string[] {
  const step = Math.ceil(buckets.length / TICKS);
  return [...buckets.filter((_, at) => at % step === 0).map(({ from }) => from), until].map(hourOf);
}

/** 14:05, as the text of a moment has it. */
function hourOf({ text }: Moment): string {
  return text.slice(11, 16);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
