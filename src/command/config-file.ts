/** The config file of a command: named by --config or KAKAO_SYNC_CONFIG, or the one in the working folder. */
import type { Command } from 'commander';
import { type Config, configure } from '../config.ts';
import { findConfig } from '../seeds/find.ts';
import { type SeedSource, seedSource } from '../store/seed/source.ts';
import type { Surroundings } from './surroundings.ts';

export const CONFIG_VARIABLE = 'KAKAO_SYNC_CONFIG';

export interface ConfigFlags {
  /** False for --no-config. */
  config?: string | boolean;
}

export interface Configured {
  /** Absolute path, or null where there is none. */
  file: string | null;
  config: Config;
  /** The world that an empty folder starts with. */
  source: SeedSource;
}

export function withConfig(command: Command): Command {
  return command
    .option('--config <file>', `a config file; kakao-sync.config.ts, .yaml or .json of this folder unless named (${CONFIG_VARIABLE})`)
    .option('--no-config', 'take no config file');
}

/** Flag before environment before config file before what is `usual` for the command. Throws ConfigRefused, SettingRefused. */
export async function configured(
  { config: named, ...flags }: ConfigFlags & Record<string, unknown>,
  { environment }: Surroundings,
  usual: Partial<Config> = {},
): Promise<Configured> {
  const file = configFile(named, environment);
  if (file === null) {
    const config = configure(flags, environment, usual);
    return { file, config, source: seedSource(config.seed) };
  }
  // What a config file may say is a good part of a start, for those who have one.
  const { configSource, readConfig } = await import('../seeds/index.ts');
  const config = configure(flags, environment, { ...usual, ...(await readConfig(file)).settings });
  return { file, config, source: configSource(file, config.seed) };
}

/** Throws ConfigRefused for a named file that is not there, and for several. */
export function configFile(named: string | boolean | undefined, environment: NodeJS.ProcessEnv): string | null {
  if (named === false) return null;
  return findConfig(process.cwd(), typeof named === 'string' ? named : environment[CONFIG_VARIABLE] || undefined);
}
