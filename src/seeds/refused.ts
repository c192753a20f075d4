/** What is said of a config file that is not taken. */
import { RuleBroken } from '../rule.ts';
import type { Problem } from '../store/seed/problems.ts';

/** A config file that is not taken. `problems` lists all that is wrong with it. */
export class ConfigRefused extends RuleBroken {
  readonly code = 'config_refused';
  readonly problems: readonly Problem[];

  /** @param what as it is called in a sentence: `the config file …` */
  constructor(what: string, problems: readonly Problem[]) {
    const lines = problems.map(({ path, message }) => `  ${path && `${path}: `}${message}`);
    super([`${what} is refused (${problems.length} problem${problems.length === 1 ? '' : 's'}):`, ...lines].join('\n'), {
      what,
      problems,
    });
    this.problems = problems;
  }
}

/** A config file in a sentence. */
export const called = (file: string): string => `the config file ${file}`;
