/** How it is measured: contenders in turns, on one machine, so that a ratio holds however busy that machine is. */

/** A figure of a run. What is compared are the rounds in which both were measured, one right after the other. */
export interface Measured {
  /** What was measured, as a row of a table. */
  says: string;
  unit: string;
  /** The median of each. */
  ours: number;
  other: number;
  /** The median of ours ÷ other, round by round. */
  ratio: number;
  /** What it has to be; null for a figure that is only told. */
  limit: Limit | null;
  /** Whether it is so; null where nothing has to be. */
  met: boolean | null;
  /** What has to be known to read it. */
  note?: string;
}

/** Of the ratio, or of our own figure. */
export interface Limit {
  of: 'ratio' | 'ours';
  atLeast?: number;
  atMost?: number;
}

export type Progress = (says: string) => void;

/**
 * Measures each contender once per round, after one round (or as many as are given) that does not count; every other round goes the other
 * way round, so that what grows on the way favours nobody. Resolves with the figures of each.
 */
export async function inTurns<Name extends string, Figure = number>(
  rounds: number,
  contenders: Record<Name, () => Promise<Figure>>,
  progress: Progress,
  warmUps = 1,
): Promise<Record<Name, Figure[]>> {
  const names = Object.keys(contenders) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as Figure[]])) as Record<Name, Figure[]>;
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      progress(`${round < 1 ? 'warm-up' : `round ${round} of ${rounds}`} · ${name}`);
      const figure = await contenders[name]();
      if (round > 0) figures[name].push(figure);
    }
  }
  return figures;
}

export interface Compared {
  says: string;
  unit: string;
  ours: readonly number[];
  other: readonly number[];
  limit?: Limit;
  note?: string;
}

/** What the rounds of two contenders say. */
export function compare({ says, unit, ours, other, limit, note }: Compared): Measured {
  const ratio = median(ours.map((figure, round) => figure / other[round]!));
  return judge({ says, unit, ours: median(ours), other: median(other), ratio, ...(note && { note }) }, limit ?? null);
}

/** A figure and whether it is as it has to be. */
export function judge(figure: Omit<Measured, 'limit' | 'met'>, limit: Limit | null): Measured {
  const { atLeast = -Infinity, atMost = Infinity, of } = limit ?? { of: 'ratio' };
  const met = limit && figure[of] >= atLeast && figure[of] <= atMost;
  return { ...figure, limit, met };
}

/** The one in the middle; of an even number the mean of the two there. */
export function median(figures: readonly number[]): number {
  if (figures.length === 0) throw new Error('the median of nothing');
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}
