/** The settings as flags of a command that starts a simulator. */
import type { Command } from 'commander';
import { defaultOf, settings, variableOf } from '../config.ts';

/** @param except settings that are the command's own business */
export function withSettings(command: Command, except: readonly string[] = []): Command {
  for (const [name, { flag, doc }] of Object.entries(settings)) {
    if (except.includes(name)) continue;
    command.option(flag, `${doc} (${variableOf(name)}, default ${defaultOf(name as keyof typeof settings)})`);
  }
  return command;
}

/** The flags as they were given: Commander sets a `--no-…` one to true when it was not, and then the environment may speak. */
export function given<T extends Record<string, unknown>>({ partner, ...flags }: T): Record<string, unknown> {
  return partner === true ? flags : { ...flags, partner };
}
