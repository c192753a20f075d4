/** Processes that have a share of a processor each, and no more, as if each had a slow one of its own. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Helper } from './processes.ts';

type Held = Pick<Helper<never, never>, 'signal'>;

/** Long against the millisecond that timers are exact to, short against a round. */
const RUNS_MS = 4;

/** Works while each of them runs for a moment, one after the other, and is stopped for some. Afterwards they run freely. @param share 0.25: a quarter */
export async function heldTo<Result>(share: number, processes: readonly Held[], work: () => Promise<Result>): Promise<Result> {
  let isHeld = true;
  const hold = async (each: Held, at: number): Promise<void> => {
    await pause(at * RUNS_MS);
    while (isHeld) {
      each.signal('SIGSTOP');
      await pause(RUNS_MS / share - RUNS_MS);
      each.signal('SIGCONT');
      await pause(RUNS_MS);
    }
  };
  const holding = Promise.all(processes.map(hold));
  try {
    return await work();
  } finally {
    isHeld = false;
    await holding;
  }
}
