/** The command that runs while we stand in for Kakao: its streams are ours, signals go on to it, and nothing of it outlives it. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import spawn from 'cross-spawn';
import { RuleBroken } from '../rule.ts';

/** The command cannot be run. `details.exitCode` as a shell would have it. */
export class ProgramRefused extends RuleBroken {
  readonly code = 'program_refused';
}

/** A terminal sends these to everybody who runs in it. */
const BY_TERMINAL: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
/** What a program leaves behind is asked to end, and ended after this time. */
const GRACE_MS = 1500;
const LOOK_MS = 50;

/**
 * Runs it and resolves with its exit code; 128 and the signal's number when a signal ended it. Throws ProgramRefused.
 *
 * @param leads a group of its own, which is ended whole. At a terminal it stays in ours: Ctrl+C reaches both, and it may read what is typed.
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  leads = !process.stdin.isTTY && process.platform !== 'win32',
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: environment, detached: leads });
  const passOn = (signal: NodeJS.Signals): void => {
    if (leads || !BY_TERMINAL.includes(signal)) child.kill(signal);
  };
  for (const signal of PASSED_ON) process.on(signal, passOn);
  try {
    const [code, signal] = (await ended(child, command)) as [number | null, NodeJS.Signals | null];
    return code ?? 128 + constants.signals[signal!];
  } finally {
    if (leads && child.pid !== undefined) await endGroup(child.pid);
    for (const signal of PASSED_ON) process.off(signal, passOn);
  }
}

function ended(child: ChildProcess, command: string): Promise<unknown[]> {
  return once(child, 'exit').catch((error: NodeJS.ErrnoException) => {
    const [exitCode, why] = error.code === 'ENOENT' ? [127, 'there is no such program'] : [126, `it cannot be run (${error.code})`];
    throw new ProgramRefused(`${command}: ${why}`, { command, exitCode });
  });
}

async function endGroup(leader: number): Promise<void> {
  for (let waited = 0; waited <= 2 * GRACE_MS && signalled(leader, signalAfter(waited)); waited += LOOK_MS) await wait(LOOK_MS);
}

function signalAfter(waited: number): NodeJS.Signals | 0 {
  if (waited === 0) return 'SIGTERM';
  return waited === GRACE_MS ? 'SIGKILL' : 0;
}

/** False when nobody of the group is there any more. */
function signalled(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}
