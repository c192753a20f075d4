/** How long one waits for this simulator and for others, and what they hold then. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from './built.ts';
import { type ContenderName, contenders, freePort } from './contenders.ts';
import type { Figure } from './figure.ts';
import { compare, inTurns, judge, type Measured } from './measure.ts';

const run = promisify(execFile);
const FIRST_TOKEN = fileURLToPath(new URL('first-token.ts', import.meta.url));
const names = Object.keys(contenders) as ContenderName[];
const others = names.filter((name) => name !== 'ours');

/** Milliseconds from the command to its first answer; in one process from the import to the first token, and its memory then, in MB. */
interface Start {
  ready: number;
  firstToken: number;
  memory: number;
}

/** For one to end, in milliseconds. */
const PATIENCE = 10_000;

export const start: Figure = {
  says: 'start, first token and memory, of the built package ÷ oauth2-mock-server and emulate',
  async measure({ isQuick, progress }) {
    await build({ progress });
    const turns = Object.fromEntries(names.map((name) => [name, () => startOf(name)])) as Record<ContenderName, () => Promise<Start>>;
    const starts = await inTurns(isQuick ? 1 : 11, turns, progress);
    const of = (name: ContenderName, figure: keyof Start): number[] => starts[name].map((each) => each[figure]);
    const against = (other: ContenderName, figure: keyof Start, what: string, unit: string): Measured =>
      compare({
        says: `${what} ÷ ${contenders[other].name}`,
        unit,
        ours: of('ours', figure),
        other: of(other, figure),
        ...(figure === 'ready' && other === 'oauth2MockServer' && { limit: { of: 'ratio', atMost: 1 } }),
      });
    const ready = against('oauth2MockServer', 'ready', 'command to ready', 'ms');
    return [
      judge({ ...ready, says: 'command to ready, on an idle machine of two cores' }, { of: 'ours', atMost: 600 }),
      ready,
      ...others.slice(1).map((other) => against(other, 'ready', 'command to ready', 'ms')),
      ...others.map((other) => against(other, 'firstToken', 'import to first token', 'ms')),
      ...others.map((other) => against(other, 'memory', 'memory then', 'MB')),
    ];
  },
};

async function startOf(name: ContenderName): Promise<Start> {
  const ready = await untilReady(name);
  const { ms, rss } = JSON.parse((await run(process.execPath, [FIRST_TOKEN, name])).stdout) as { ms: number; rss: number };
  return { ready, firstToken: ms, memory: rss / 1024 / 1024 };
}

async function untilReady(name: ContenderName): Promise<number> {
  const { command, readyAt } = contenders[name];
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, command(port), { stdio: 'ignore' });
  try {
    while (!(await isReady(`http://127.0.0.1:${port}${readyAt}`))) {
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    }
    return performance.now() - began;
  } finally {
    await end(child);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    await new Promise((later) => setTimeout(later, 5));
    return false;
  }
}

/** As people end it, so that what it keeps for its next start is there: the first round, which does not count, is the start after an installation. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const giveUp = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(giveUp);
}
