/** What the library is given: the same as a config file says, and in a library nothing is on disk and no partner runs unless asked for. */
import { type Config, configure } from '../config.ts';
import { type SeedSource, seedSource } from '../store/seed/source.ts';
import { checkConfig, laidOver } from './config.ts';
import type { SimulatorConfig } from './define.ts';

const LIBRARY: SimulatorConfig = { port: 0, memory: true, partner: false };
const WHAT = 'what is given to createSimulator()';

export type Options = Omit<SimulatorConfig, 'seed'> & { seed?: string | SeedSource | undefined };

/** Throws ConfigRefused, SettingRefused. */
export function optionsOf({ seed, ...given }: Options): { config: Config; source: SeedSource } {
  const read = checkConfig({ ...LIBRARY, ...withoutUndefined(given) }, process.cwd(), WHAT);
  const config = configure(read.settings, {}, typeof seed === 'string' ? { seed } : {});
  const below = seedSource(seed ?? config.seed);
  const saysNothing = [...Object.values(read.world), read.faults].every((entries) => Object.keys(entries ?? {}).length === 0);
  if (saysNothing) return { config, source: below };
  return { config, source: { name: below.name, read: async () => laidOver(read, await below.read(), WHAT) } };
}

/** As flags come: those that were not given. */
function withoutUndefined(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
