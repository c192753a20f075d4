/** A figure: what `npm run bench -- NAME` measures. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured, Progress } from './measure.ts';

export interface Figure {
  says: string;
  measure: (bench: Bench) => Promise<Measured[]>;
}

export interface Bench {
  /** Takes fewer rounds of less. */
  isQuick: boolean;
  /** Flags of node for the processes of this simulator. */
  nodeFlags: string[];
  progress: Progress;
  /** A new folder, for as long as the sitting lasts. */
  folder: () => string;
  /** Has something ended with the sitting, the last first. */
  closing: <T extends { end(): Promise<unknown> }>(helper: T) => T;
}

type How = Pick<Bench, 'isQuick' | 'nodeFlags' | 'progress'>;

/** Measures, and leaves nothing behind. */
export function measure(figure: Figure, how: How): Promise<Measured[]> {
  return sitting(how, figure.measure);
}

/** How often a figure is measured that depends on luck: a process that has compiled or placed things less luckily stays so for as long as it runs. */
const SITTINGS = 3;

/** Works several times, each with processes and folders of its own; once where it is to be quick. */
export async function inSittings<Result>(how: How, work: (bench: Bench) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 1; at <= (how.isQuick ? 1 : SITTINGS); at += 1) {
    results.push(await sitting({ ...how, progress: (says) => how.progress(`sitting ${at} · ${says}`) }, work));
  }
  return results;
}

/** Works with processes and folders that are there for it alone. */
async function sitting<Result>(how: How, work: (bench: Bench) => Promise<Result>): Promise<Result> {
  const folders: string[] = [];
  const ends: (() => Promise<unknown>)[] = [];
  const bench: Bench = {
    ...how,
    folder() {
      const folder = mkdtempSync(join(tmpdir(), 'kakao-sync-bench-'));
      folders.push(folder);
      return folder;
    },
    closing(helper) {
      ends.unshift(() => helper.end());
      return helper;
    },
  };
  try {
    return await work(bench);
  } finally {
    for (const end of ends) await end();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
