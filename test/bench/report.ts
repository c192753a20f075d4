/** Figures as people read them: on the terminal, and in BENCHMARKS.md, where each keeps its place until it is measured anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Limit, Measured } from './measure.ts';

const FILE = fileURLToPath(new URL('../../BENCHMARKS.md', import.meta.url));

/** What was measured of a figure, and where and when. */
export interface Run {
  says: string;
  command: string;
  /** A day. */
  on: string;
  machine: string;
  /** How many processes waited for a processor when it began: 0 on an idle machine. */
  load: number;
  measured: Measured[];
}

/** One of them, on the terminal. */
export function line({ says, unit, ours, other, ratio, limit, met, note }: Measured): string {
  const verdict = met === null ? '' : ` · ${met ? 'met' : 'NOT MET'} (${limitText(limit!)})`;
  return `${says}: ${number(ratio)} (${number(ours)} and ${number(other)} ${unit})${verdict}${note ? ` · ${note}` : ''}`;
}

export function machine(): string {
  const [{ model } = { model: 'unknown' }] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${model.trim()}, ${availableParallelism()} processors, ${memory} GB, ${type()} ${release().split('-')[0]}, Node ${process.versions.node}`;
}

export function loadNow(): number {
  return Math.round(loadavg()[0]! * 10) / 10;
}

/** Writes these runs into BENCHMARKS.md, in the order of the names; those of other figures stay. */
export function writeReport(runs: Readonly<Record<string, Run>>, names: readonly string[]): void {
  const all = { ...readReport(existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''), ...runs };
  writeFileSync(FILE, reportOf(names.flatMap((name) => (all[name] ? [[name, all[name]]] : []))));
}

const HEAD = `# Benchmarks

Written by \`npm run bench -- --write\` (with the names of figures: those alone are measured anew). Each figure is a ratio within one run on one
machine: the contenders are asked in turns by one driver, each in a process of its own, after rounds that do not count; the ratio is the median
of the rounds. Rates and times by themselves say little: they are of that machine, with whatever else it did.
`;

/** The page; what was measured stands below each table once more, for the next time it is written. */
export function reportOf(runs: readonly (readonly [string, Run])[]): string {
  return [HEAD, ...runs.map(([name, run]) => section(name, run))].join('\n');
}

export function readReport(page: string): Record<string, Run> {
  const kept = [...page.matchAll(/^<!-- (\w+) (\{.*\}) -->$/gm)];
  return Object.fromEntries(kept.map(([, name, json]) => [name!, JSON.parse(json!) as Run]));
}

function section(name: string, run: Run): string {
  const { says, command, on, machine: where, load, measured } = run;
  const rows = measured.map(({ says: what, unit, ours, other, ratio, limit, met, note }) => {
    const verdict = limit ? `${met ? 'met' : '**not met**'}: ${limitText(limit)}` : '';
    return `| ${what}${note ? ` (${note})` : ''} | ${number(ratio)} | ${number(ours)} ${unit} | ${number(other)} ${unit} | ${verdict} |`;
  });
  return [
    `## ${name}: ${says}`,
    '',
    `\`${command}\` · ${on} · ${where} · load ${load} when it began`,
    '',
    '| | ratio | ours | other | |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `<!-- ${name} ${JSON.stringify(run)} -->`,
    '',
  ].join('\n');
}

function limitText({ of, atLeast, atMost }: Limit): string {
  const what = of === 'ours' ? 'ours ' : '';
  return atLeast === undefined ? `${what}at most ${atMost}` : `${what}at least ${atLeast}`;
}

/** With as many digits as it deserves. */
function number(figure: number): string {
  return figure.toFixed(Math.abs(figure) >= 100 ? 0 : 2);
}
