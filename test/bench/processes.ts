/** What is measured, and what asks it, each in a process of its own. None of them outlives the harness. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that is ready. */
export interface Helper<Facts, Request> {
  readonly facts: Facts;
  readonly pid: number;
  /** Has it do something, and resolves with what came of it. Rejects when it cannot, or ends. */
  ask<Result>(request: Request): Promise<Result>;
  /** Processor time that it has used so far, in milliseconds, of all its threads. */
  cpu(): Promise<number>;
  /** Lets it end as it would, and resolves when it has. */
  end(): Promise<void>;
}

/** What goes back and forth. */
type Ask = { id: number; request: unknown } | { id: number; cpu: true };
type Answer = { id: number; result?: unknown; error?: string };

const running = new Set<ChildProcess>();

/** Starts a script beside this one, which calls `serveHarness`, and resolves once it is ready. */
export async function startHelper<Facts, Request>(
  script: string,
  options: object = {},
  nodeFlags: string[] = [],
): Promise<Helper<Facts, Request>> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, [JSON.stringify(options)], { execArgv: nodeFlags, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  running.add(child);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>([[0, Promise.withResolvers()]]);
  const ready = waiting.get(0)!.promise;
  const gone = Promise.withResolvers<void>();
  let asked = 0;
  child.on('message', ({ id, result, error }: Answer) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(result);
    else asker?.reject(new Error(`${script}: ${error}`));
  });
  child.once('exit', (code) => {
    running.delete(child);
    for (const asker of waiting.values()) asker.reject(new Error(`${script} ended with ${code}`));
    gone.resolve();
  });
  const send = (what: { request: Request } | { cpu: true }): Promise<unknown> => {
    const asker = Promise.withResolvers<unknown>();
    waiting.set((asked += 1), asker);
    child.send({ id: asked, ...what } satisfies Ask);
    return asker.promise;
  };
  return {
    facts: (await ready) as Facts,
    pid: child.pid!,
    ask: async <Result>(request: Request) => (await send({ request })) as Result,
    cpu: async () => (await send({ cpu: true })) as number,
    async end() {
      if (child.connected) child.disconnect();
      await gone.promise;
    },
  };
}

/** Ends at once what is still there. */
export function killHelpers(): void {
  for (const child of running) child.kill('SIGKILL');
}

export interface Served<Facts, Request> {
  facts: Facts;
  answer?: (request: Request) => unknown;
  close?: () => Promise<unknown>;
}

/** Of a helper: begins, tells the harness what it has to know, and serves it until it lets go, or is no more. */
export async function serveHarness<Options, Facts, Request>(begin: (options: Options) => Promise<Served<Facts, Request>>): Promise<void> {
  const tell = (answer: Answer): void => void (process.connected && process.send!(answer));
  const attempt = async (id: number, act: () => unknown): Promise<void> => {
    try {
      tell({ id, result: await act() });
    } catch (error) {
      tell({ id, error: String((error as Error).stack ?? error) });
    }
  };
  let close: () => Promise<unknown> = async () => undefined;
  // Ctrl-C goes to all of them: the harness says when.
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => void close().finally(() => process.exit()));
  await attempt(0, async () => {
    const served = await begin(JSON.parse(process.argv[2]!) as Options);
    const { facts, answer = () => undefined } = served;
    close = served.close ?? close;
    process.on('message', (ask: Ask) => void attempt(ask.id, () => ('cpu' in ask ? cpuUsed() : answer(ask.request as Request))));
    return facts;
  });
}

function cpuUsed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
