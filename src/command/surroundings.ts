/** What a command stands in: the environment, where the simulator is, and who ends it. */
import type { Command } from 'commander';
import { settings, variableOf } from '../config.ts';
import { givenSecret } from '../mode.ts';
import { RuleBroken } from '../rule.ts';

export interface Surroundings {
  environment: NodeJS.ProcessEnv;
}

/** What was typed makes no sense, or cannot be done. */
export class CommandRefused extends RuleBroken {
  readonly code = 'command_refused';
}

/** Where the simulator is that a command speaks to. */
export const URL_VARIABLE = 'KAKAO_SYNC_URL';
export const USUAL_URL = 'http://localhost:5252';

export interface WhereFlags {
  url?: string;
  operatorSecretFile?: string;
}

export function withUrl(command: Command): Command {
  return command.option('--url <address>', `where the simulator runs (${URL_VARIABLE}, default ${USUAL_URL})`);
}

/** Flags of a command that speaks to a simulator. */
export function withSimulator(command: Command): Command {
  return withUrl(command).option(
    settings.operatorSecretFile.flag!,
    `a file with its operator secret, if others reach it, too (${variableOf('operatorSecretFile')}; ${variableOf('operatorSecret')} is the secret itself)`,
  );
}

/** Flag before environment before default. Throws CommandRefused. */
export function urlOf(flag: string | undefined, environment: NodeJS.ProcessEnv): string {
  const [source, text] = flag ? ['--url', flag] : [URL_VARIABLE, environment[URL_VARIABLE] || USUAL_URL];
  return httpUrl(source, text).replace(/\/+$/, '');
}

/** The operator secret to be sent along, or ''. Throws SettingRefused for a file that cannot be read. */
export function keyOf({ operatorSecretFile }: WhereFlags, environment: NodeJS.ProcessEnv): string {
  if (operatorSecretFile) return givenSecret({ operatorSecret: '', operatorSecretFile });
  const variable = (name: string) => environment[variableOf(name)] ?? '';
  return givenSecret({ operatorSecret: variable('operatorSecret'), operatorSecretFile: variable('operatorSecretFile') });
}

/** Throws CommandRefused. */
export function httpUrl(source: string, text: string): string {
  const url = URL.parse(text);
  if (url && ['http:', 'https:'].includes(url.protocol)) return text;
  throw new CommandRefused(`${source}: expected an address like ${USUAL_URL}, got "${text}"`, { source });
}

/** Aborts at SIGINT or SIGTERM, with which a command that goes on is ended. */
export function untilSignalled(): AbortSignal {
  const over = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => over.abort());
  return over.signal;
}

/** Does a work that SIGINT or SIGTERM may end, and throws what the signal is aborted with then. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const over = new AbortController();
  const end = (): void => over.abort(new CommandRefused('ended before it was done; nothing was changed'));
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, end);
  try {
    return await work(over.signal);
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}

/** Has something done at the end. */
export type Later = (step: () => unknown) => void;

/** Does a work, and what it has asked for by `later` at its end, the latest first, however it ends. Node 22 has no `await using`. */
export async function cleanly<T>(work: (later: Later) => Promise<T>): Promise<T> {
  const steps: (() => unknown)[] = [];
  try {
    return await work((step) => steps.unshift(step));
  } finally {
    for (const step of steps) await step();
  }
}
