/** The package as it is published: that is what is measured, as others are measured as theirs. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { createSimulator as CreateSimulator } from '../../src/index.ts';
import type { Bench } from './figure.ts';

const run = promisify(execFile);
export const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The command, and the library. The compiler, which looks at sources alone, knows of neither. */
export const COMMAND = root('dist/main.js');
const LIBRARY = root('dist/index.js');

let building: Promise<unknown> | undefined;

/** Builds it, once in a run: one that is there already may be older than the views that it draws. */
export async function build({ progress }: Pick<Bench, 'progress'>): Promise<void> {
  progress('the package is built');
  await (building ??= run('npm', ['run', '--silent', 'build']));
}

export async function library(): Promise<{ createSimulator: typeof CreateSimulator }> {
  return (await import(LIBRARY)) as { createSimulator: typeof CreateSimulator };
}
