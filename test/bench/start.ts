/**
 * `npm run bench:start`: how long one waits for this simulator and for others, in turns on one machine. `--quick` takes fewer
 * rounds, `--json` prints one JSON object on the last line. Only the ratios mean something on a machine that does other things too.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ContenderName, contenders, freePort } from './contenders.ts';

const ROUNDS = process.argv.includes('--quick') ? 3 : 11;
const FIRST_TOKEN = fileURLToPath(new URL('first-token.ts', import.meta.url));
const names = Object.keys(contenders) as ContenderName[];

type Figure = 'ready' | 'firstToken' | 'memory';
const measured = Object.fromEntries(names.map((name) => [name, { ready: [], firstToken: [], memory: [] }])) as unknown as Record<
  ContenderName,
  Record<Figure, number[]>
>;

for (let round = 0; round < ROUNDS; round++) {
  for (const name of names) {
    process.stderr.write(`\rround ${round + 1} of ${ROUNDS}: ${contenders[name].name.padEnd(30)}`);
    measured[name].ready.push(await untilReady(name));
    const { ms, rss } = JSON.parse((await promisify(execFile)(process.execPath, [FIRST_TOKEN, name])).stdout) as {
      ms: number;
      rss: number;
    };
    measured[name].firstToken.push(ms);
    measured[name].memory.push(rss / 1024 / 1024);
  }
}
process.stderr.write(`\r${' '.repeat(60)}\r`);

const result = names.map((name) => ({
  name: contenders[name].name,
  ready: of(name, 'ready'),
  firstToken: of(name, 'firstToken'),
  memory: of(name, 'memory'),
}));
process.stdout.write(table());
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ rounds: ROUNDS, result })}\n`);

/** From the start of the command to its first answer, in milliseconds. */
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

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** The median, and how it stands to ours in the same run. */
function of(name: ContenderName, figure: Figure): { median: number; ratio: number } {
  const median = medianOf(measured[name][figure]);
  return { median: Math.round(median), ratio: Math.round((median / medianOf(measured.ours[figure])) * 100) / 100 };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** As it stands in the README. */
function table(): string {
  const cell = ({ median, ratio }: { median: number; ratio: number }, unit: string) => `${median} ${unit} (${ratio.toFixed(2)})`;
  const rows = result.map(
    (row) => `| ${row.name} | ${cell(row.ready, 'ms')} | ${cell(row.firstToken, 'ms')} | ${cell(row.memory, 'MB')} |`,
  );
  return `| | command to ready | import to first token, in one process | memory then |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}
