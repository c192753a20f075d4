/** The command as a child process: its two streams, its end, and nothing left behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'mocha';
import type { AppFacts, AccountFacts } from '../../src/index.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** Starting a process takes its time on a machine that is busy with other tests. */
export const PATIENCE = 90_000;

/** How a process ended, and all that it said. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The one line of `--json`. */
export interface Facts {
  url: string;
  partner: string | null;
  data: string | null;
  apps: AppFacts[];
  personas: AccountFacts[];
}

export interface Program {
  readonly pid: number;
  /** Standard output up to its first line that matches. Rejects if the process ends before. */
  said(line: RegExp): Promise<string>;
  /** What `--json` says. */
  facts(): Promise<Facts>;
  readonly ended: Promise<Ended>;
  end(signal: NodeJS.Signals): Promise<Ended>;
}

export interface Room {
  /** A fresh folder: the working directory of the programs. */
  readonly folder: string;
  start(args: readonly string[], environment?: Record<string, string>): Program;
}

/** A room for the programs of each test of the suite that calls this; what still runs then is killed. */
export function useRoom(): Room {
  const running = new Set<ChildProcess>();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kakao-sync-command-'));
  });
  afterEach(async () => {
    const ends = [...running].map((child) => once(child, 'close'));
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(ends);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
    start(args, environment = {}) {
      const child = spawn(process.execPath, [MAIN, ...args], {
        cwd: folder,
        env: { ...bare(), ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      child.once('close', () => running.delete(child));
      return watched(child);
    },
  };
}

function watched(child: ChildProcess): Program {
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name]!.setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, ...output }));
  const said = (line: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () =>
        output.stdout
          .split('\n')
          .slice(0, -1)
          .some((each) => line.test(each)) && resolve(output.stdout);
      child.stdout!.on('data', look);
      void ended.then(({ code, stderr }) => reject(new Error(`ended with ${code} and said: ${stderr}`)));
      look();
    });
  return {
    pid: child.pid!,
    said,
    facts: async () => JSON.parse(await said(/^/)) as Facts,
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** This environment without what would set the program up. */
function bare(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(KAKAO_SYNC_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/.test(name)));
}
