/** The settings as flags of a command that starts a simulator. */
import type { Command } from 'commander';
import { type Config, defaultOf, settings, variableOf } from '../config.ts';

/**
 * @param except settings that are the command's own business
 * @param usual defaults of the command that are others than those of a start
 */
export function withSettings(command: Command, except: readonly string[] = [], usual: Partial<Config> = {}): Command {
  for (const [name, { flag, doc }] of Object.entries(settings) as [keyof Config, (typeof settings)[keyof Config]][]) {
    if (flag === null || except.includes(name)) continue;
    command.option(flag, `${doc} (${variableOf(name)}, default ${usual[name] ?? defaultOf(name)})`);
  }
  return command;
}

/** The flags as they were given: Commander sets a `--no-…` one to true when it was not, and then the environment may speak. */
export function given<T extends Record<string, unknown>>({ partner, ...flags }: T): Record<string, unknown> {
  return partner === true ? flags : { ...flags, partner };
}
