/**
 * A process of its own: holds others to a share of a processor each, as if each had one of its own that does no more. They run for a moment,
 * one after the other, and are stopped for some. When the harness lets go, or is no more, they run freely.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { serveHarness } from './processes.ts';

/** Whom it holds from now on. @param share 0.25: a quarter */
export interface Held {
  pids: readonly number[];
  share: number;
}

/** Long against the millisecond that timers are exact to, short against a round. */
const RUNS_MS = 4;

await serveHarness(async () => {
  let free: () => Promise<unknown> = async () => undefined;
  const hold = ({ pids, share }: Held): void => {
    const end = new AbortController();
    const holding = Promise.all(pids.map((pid, at) => holdOne(pid, share, at * RUNS_MS, end.signal)));
    free = () => {
      end.abort();
      return holding;
    };
  };
  const answer = async (held: Held | null): Promise<void> => {
    await free();
    if (held) hold(held);
  };
  return { facts: null, answer, close: () => free() };
});

/** Stops it at once; it runs again for the first time a while later than it would. */
async function holdOne(pid: number, share: number, later: number, signal: AbortSignal): Promise<void> {
  try {
    for (let more = later; ; more = 0) {
      process.kill(pid, 'SIGSTOP');
      await pause(RUNS_MS / share - RUNS_MS + more, null, { signal });
      process.kill(pid, 'SIGCONT');
      await pause(RUNS_MS, null, { signal });
    }
  } catch (error) {
    // It is let go, or has ended by itself.
    if (signal.aborted) process.kill(pid, 'SIGCONT');
    else if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
