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
  /** A new folder, for as long as the figure is measured. */
  folder: () => string;
  /** Has something ended when the figure is measured, the last first. */
  closing: <T extends { end(): Promise<unknown> }>(helper: T) => T;
}

/** Measures, and leaves nothing behind. */
export async function measure(figure: Figure, how: Pick<Bench, 'isQuick' | 'nodeFlags' | 'progress'>): Promise<Measured[]> {
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
    return await figure.measure(bench);
  } finally {
    for (const end of ends) await end();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
