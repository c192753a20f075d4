/**
 * Three simulators on one database behind a plain balancer, without Docker: `npm run three`, until Ctrl+C.
 *   --store postgres://…   the database; without it one from npm, which is empty and goes at the end
 *   --port 5252            where the balancer listens; 0 takes a free port
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBalancer } from '../helpers/balancer.ts';

const INSTANCES = 3;
const { values } = parseArgs({ options: { store: { type: 'string' }, port: { type: 'string', default: '5252' } } });
const running: ChildProcess[] = [];
const over = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => over.abort());

try {
  const balancer = await openBalancer(Number(values.port));
  const store = values.store ?? (await database());
  const started = Array.from({ length: INSTANCES }, (_, at) => instance(at + 1, store, balancer.url));
  balancer.to(await Promise.all(started));
  say(`three simulators answer at ${balancer.url} in turn; Ctrl+C ends them`);
  if (!over.signal.aborted) await once(over.signal, 'abort');
  say('ending');
  await balancer.close();
} catch (error) {
  if (!over.signal.aborted) {
    process.stderr.write(`three: ${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
// The simulators first, then what they work on.
const [databases, simulators] = [running.filter(({ stdin }) => stdin), running.filter(({ stdin }) => !stdin)];
await Promise.all(simulators.map((child) => end(child, () => child.kill('SIGTERM'))));
await Promise.all(databases.map((child) => end(child, () => child.stdin?.end())));
process.exit();

/** A database from npm, in a process of its own that ends with this one. Resolves with its address. */
function database(): Promise<string> {
  say('a PostgreSQL from npm is made, which takes some seconds');
  return firstLine('the database', start(['database.ts'], 'pipe'));
}

async function instance(number: number, store: string, publicUrl: string): Promise<string> {
  const args = ['--port', '0', '--json', '--no-partner', '--no-config', '--store', store, '--public-url', publicUrl];
  const child = start(['../../src/main.ts', ...args], 'ignore');
  const { url } = JSON.parse(await firstLine(`simulator ${number}`, child)) as { url: string };
  say(`simulator ${number} is ready at ${url}`);
  return url;
}

/** Ctrl+C is for this process, which ends the others in order. */
function start([script = '', ...args]: string[], stdin: 'pipe' | 'ignore'): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: [stdin, 'pipe', 'inherit'], detached: true });
  running.push(child);
  return child;
}

async function firstLine(who: string, child: ChildProcess): Promise<string> {
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const line = await lines.next();
  if (line.done) throw new Error(`${who} did not start`);
  child.stdout!.resume();
  return line.value;
}

async function end(child: ChildProcess, ask: () => unknown): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  ask();
  await ended;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
