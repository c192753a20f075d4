/** The library's public face. */
import { type Kit, openKit } from './kit/index.ts';
import { optionsOf, type SimulatorConfig } from './seeds/index.ts';
import { type Running, startSimulator } from './simulator.ts';
import type { SeedSource } from './store/seed/source.ts';

export type * from './kit/index.ts';
export { defineConfig, type SimulatorConfig } from './seeds/index.ts';

/** The settings of `config.ts`; in a library nothing is on disk and no partner runs unless asked for. */
export type SimulatorOptions = Omit<SimulatorConfig, 'seed'> & {
  /** The world to begin with: the path of a seed file, `none`, or what reads one. Apps, accounts, … are laid over it. */
  seed?: string | SeedSource;
  /** Gets every error that nobody expected; the console otherwise. */
  report?: (error: unknown) => void;
};

/** A running simulator; what a test asks of it is the kit's. */
export interface Simulator extends Kit, Omit<Running, 'house'>, AsyncDisposable {}

/**
 * Starts a simulator and resolves once it listens.
 * Throws SettingRefused, SeedRefused, DataFileRefused, DataFolderInUse, and the server's own error for a busy port.
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { report, ...given } = options;
  const { house, ...running } = await startSimulator({ ...optionsOf(given), report });
  return { ...running, ...openKit(house), [Symbol.asyncDispose]: running.close };
}
