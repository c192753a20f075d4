/** Sign-ups where many have signed up before, and what each of those costs in memory. */
import type { Figure } from './figure.ts';
import type { FillerFacts, FillerOptions } from './filler.ts';
import { compare, inTurns, judge, type Measured, type Progress } from './measure.ts';
import { startHelper } from './processes.ts';
import { type Run, signUpLoad, startDriver, startOurs } from './signups.ts';

const FEW = 100;

export const users: Figure = {
  says: 'sign-ups per second among many users ÷ among 100, embedded engine',
  async measure(bench) {
    const { isQuick, progress } = bench;
    const [count, rounds] = isQuick ? [20, 1] : [100, 7];
    const sizes = isQuick ? [FEW, 500] : [FEW, 5000, 50_000];
    const people = count * (rounds + 1);
    const driver = await startDriver(bench);
    const { callback } = driver.facts;
    const loads: Record<string, () => Promise<Run>> = {};
    const held: Held[] = [];
    for (const size of sizes) {
      const folder = bench.folder();
      const { bytes } = await fill({ folder, users: size, people, callback }, progress);
      const ours = await startOurs(bench, { folder, people, callback });
      held.push({ size, bytes, rss: await ours.ask<number>('memory') });
      loads[size] = signUpLoad(driver, count)(ours);
    }
    const runs = await inTurns(rounds, loads, progress);
    const rates = (size: number): number[] => runs[size]!.map(({ rate }) => rate);
    const most = sizes.at(-1)!;
    return [
      ...sizes.slice(1).map((size) =>
        compare({
          says: `sign-ups with ${size} users ÷ with ${FEW}`,
          unit: 'sign-ups/s',
          ours: rates(size),
          other: rates(FEW),
          ...(size === most && { limit: { of: 'ratio', atLeast: 0.85 } }),
        }),
      ),
      memoryPerUser(held.at(-2)!, held.at(-1)!, isQuick),
    ];
  },
};

async function fill(options: FillerOptions, progress: Progress): Promise<FillerFacts> {
  progress(`${options.users} people sign up`);
  const filler = await startHelper<FillerFacts, never>('filler.ts', options);
  await filler.end();
  return filler.facts;
}

/** How many users, what is stored of them, and the memory of the process that holds it. */
interface Held {
  size: number;
  bytes: number;
  rss: number;
}

/**
 * Between two worlds: what a user more takes of the process, all of it, after garbage was collected; and without the bytes that
 * are stored of them (rows as JSON, each once). What is held anyway, and logins, of which both worlds keep as many, are in neither.
 * It is negative where rows in memory are shorter than their JSON. Some hundred users, of who is in a hurry, say nothing: a process
 * breathes more than they take.
 */
function memoryPerUser(few: Held, many: Held, isQuick: boolean): Measured {
  const perUser = (figure: 'rss' | 'bytes'): number => (many[figure] - few[figure]) / (many.size - few.size) / 1024;
  const [kilobytes, data] = [perUser('rss'), perUser('bytes')];
  return judge(
    {
      says: `resident memory of a user more, beyond its data (${few.size} and ${many.size} users)`,
      unit: 'KB',
      ours: kilobytes - data,
      other: data,
      ratio: kilobytes / data,
    },
    isQuick ? null : { of: 'ours', atMost: 1.5 },
  );
}
