/**
 * `npm run bench`: how fast this simulator is, each figure as a ratio within one run on one machine. Names measure those alone.
 * `--quick` takes less than a minute in all, `--json` prints one JSON object on the last line, `--check` ends with 1 where a figure
 * is not as it has to be, `--write` writes BENCHMARKS.md, `--profile FOLDER` leaves CPU profiles of this simulator there.
 */
import { parseArgs } from 'node:util';
import { refresh, user } from './alone.ts';
import { deliveries } from './deliveries.ts';
import { type Figure, measure } from './figure.ts';
import { journeys } from './journeys.ts';
import { postgres } from './postgres.ts';
import { killHelpers } from './processes.ts';
import { line, loadNow, machine, type Run, writeReport } from './report.ts';
import { signups } from './signups.ts';
import { start } from './start.ts';
import { users } from './users.ts';

/** As a shell says it of a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

const figures: Readonly<Record<string, Figure>> = { signups, users, refresh, user, deliveries, start, postgres, journeys };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean' },
    check: { type: 'boolean' },
    write: { type: 'boolean' },
    profile: { type: 'string' },
  },
});
const { quick: isQuick, profile } = values;
const unknown = positionals.find((name) => !(name in figures));
if (unknown !== undefined) {
  process.stderr.write(`there is no figure "${unknown}"; there are ${Object.keys(figures).join(', ')}\n`);
  process.exit(1);
}

// What is being measured falls with its processes, and tidies up; a second Ctrl-C waits for nothing.
let isInterrupted = false;
process.on('SIGINT', () => {
  if (isInterrupted) process.exit(INTERRUPTED);
  isInterrupted = true;
  killHelpers();
});

const nodeFlags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
const runs: Record<string, Run> = {};
try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(figures)) runs[name] = await runOf(name);
} catch (error) {
  if (!isInterrupted) throw error;
  process.exit(INTERRUPTED);
}
if (values.write) writeReport(runs, Object.keys(figures));
if (values.json) process.stdout.write(`${JSON.stringify({ quick: isQuick, runs })}\n`);
const isMet = Object.values(runs)
  .flatMap(({ measured }) => measured)
  .every(({ met }) => met !== false);
process.exitCode = values.check && !isMet ? 1 : 0;

async function runOf(name: string): Promise<Run> {
  const figure = figures[name]!;
  const command = `npm run bench -- ${name}${isQuick ? ' --quick' : ''}`;
  const about = { says: figure.says, command, on: new Date().toISOString().slice(0, 10), machine: machine(), load: loadNow() };
  process.stderr.write(`${name}: ${figure.says}\n`);
  const measured = await measure(figure, { isQuick, nodeFlags, progress });
  progress('');
  for (const each of measured) process.stdout.write(`${line(each)}\n`);
  return { ...about, measured };
}

/** One line of the terminal, which the next one takes. Throws Error once it was interrupted. */
function progress(says: string): void {
  if (isInterrupted) throw new Error('interrupted');
  if (process.stderr.isTTY) process.stderr.write(`\r\x1B[K${says}`);
}
