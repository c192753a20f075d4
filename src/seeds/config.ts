/** A config file: the settings of the simulator and a world, side by side. */
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type Config, settings } from '../config.ts';
import type { Seed } from '../store/seed.ts';
import { longSeed } from '../store/seed/long.ts';
import { CHECKING, problemsOf } from '../store/seed/problems.ts';
import { seedInput } from '../store/seed/short.ts';
import { NO_SEED, type SeedSource, seedSource } from '../store/seed/source.ts';
import { spelledOut } from '../store/seed/sugar.ts';
import { type FaultInput, faultInput, faultRows } from './faults.ts';
import { lay } from './lay.ts';
import { loadValue } from './load.ts';
import { called, ConfigRefused } from './refused.ts';

/** What is a path, and so is seen from the folder of the file. */
const PATHS = ['data', 'seed', 'operatorSecretFile'];

const settingShapes = Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema.optional()]));
export const configShape = z.strictObject({ ...settingShapes, ...seedInput.shape, faults: z.array(faultInput).default([]) });

export interface ReadConfig {
  settings: Partial<Config>;
  /** What the file says of the world. */
  world: Seed;
  /** What is to go wrong in it from the beginning. */
  faults: readonly FaultInput[];
}

/** Throws ConfigRefused with everything that is wrong. */
export async function readConfig(file: string): Promise<ReadConfig> {
  return checkConfig(await loadValue(file), dirname(file), called(file));
}

/**
 * @param folder what paths are seen from
 * @param what for the message: what the value is
 */
export function checkConfig(value: unknown, folder: string, what: string): ReadConfig {
  const parsed = configShape.safeParse(spelledOut(value), CHECKING);
  if (!parsed.success) throw new ConfigRefused(what, problemsOf(parsed.error, configShape));
  const { faults, ...rest } = parsed.data as z.output<typeof configShape> & { faults: FaultInput[] };
  const given = Object.entries(rest);
  const isSetting = ([name]: [string, unknown]) => name in settings;
  const at = ([name, each]: [string, unknown]) => [
    name,
    PATHS.includes(name) && each !== NO_SEED && each !== '' ? resolve(folder, String(each)) : each,
  ];
  return {
    settings: Object.fromEntries(given.filter(isSetting).map(at)) as Partial<Config>,
    world: longSeed(Object.fromEntries(given.filter((each) => !isSetting(each))) as z.output<typeof seedInput>),
    faults,
  };
}

/** The world of a config file over the seed below it. Both are read anew each time. */
export function configSource(file: string, seed: string): SeedSource {
  return {
    name: file,
    async read() {
      const [config, below] = await Promise.all([readConfig(file), seedSource(seed).read()]);
      return laidOver(config, below, called(file));
    },
  };
}

/** Throws ConfigRefused. */
export function laidOver({ world, faults }: Pick<ReadConfig, 'world' | 'faults'>, below: Seed, what: string): Seed {
  const { seed, problems } = lay(world, below);
  const asked = faultRows(faults, seed);
  if (problems.length + asked.problems.length > 0) throw new ConfigRefused(what, [...problems, ...asked.problems]);
  return { ...seed, rows: { ...seed.rows, faults: [...(seed.rows?.faults ?? []), ...asked.rows] } };
}
