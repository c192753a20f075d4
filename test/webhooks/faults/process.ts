/** Starts child.ts, and reads what it prints. */
import { fileURLToPath } from 'node:url';
import type { Endpoint } from '../../../src/store/index.ts';
import { startScript, type StoreProcess } from '../../helpers/store-process.ts';

export interface ChildOptions {
  /** A folder, or a `postgres://` address. */
  place: string;
  url: string;
  policy: Endpoint['policy'];
  lanes: number;
  /** Events of each lane. */
  each: number;
  /** Whether it sends what it commits. */
  sends: boolean;
  deadlineMs: number;
  /** How wrong the time of its machine is. */
  aheadMs?: number;
}

export interface Child extends StoreProcess {
  /** Reads on until this line is printed, or, with null, until the process has ended. Resolves with the ids that were acknowledged on the way. */
  until(line: string | null): Promise<string[]>;
}

const SCRIPT = fileURLToPath(new URL('child.ts', import.meta.url));

export function startChild(options: ChildOptions): Child {
  const started = startScript(SCRIPT, JSON.stringify(options));
  return {
    ...started,
    async until(line) {
      const committed: string[] = [];
      for (;;) {
        const { value, done } = await started.lines.next();
        if (done && line !== null) throw new Error(`it ended before it was ${line}`);
        if (done || value === line) return committed;
        const [word, id] = value.split(' ');
        if (word === 'report') throw new Error(value);
        if (word === 'committed' && id) committed.push(id);
      }
    },
  };
}
