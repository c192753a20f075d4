/** Starts store-child.ts, or another script, reads what it prints, and ends it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('store-child.ts', import.meta.url));

export interface StoreProcess {
  readonly pid: number;
  /** The lines it prints, as they come; they end with the process. */
  readonly lines: AsyncIterableIterator<string>;
  /** Ends it at once, as `kill -9` does, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end; resolves with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();

export function startStore(...args: string[]): StoreProcess {
  return startScript(SCRIPT, ...args);
}

export function startScript(script: string, ...args: string[]): StoreProcess {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.add(child);
  const gone = once(child, 'exit').then(() => running.delete(child));
  return {
    pid: child.pid ?? 0,
    lines: createInterface(child.stdout)[Symbol.asyncIterator](),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async end(signal) {
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}

/** Ends what a test that failed has left running. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
