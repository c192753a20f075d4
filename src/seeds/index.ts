/**
 * Seeds: the config file, in which settings and a world stand side by side, and what a world is written to.
 * Words: config (kakao-sync.config.ts, .yaml or .json), laid over (its world over the one of `--seed`), starter.
 * Limits: one file in a folder; an unknown key or a wrong value refuses all of it.
 * Leaves to others: what a seed may say (store), when a world begins anew (world).
 */
export { checkConfig, configShape, configSource, laidOver, type ReadConfig, readConfig } from './config.ts';
export { type ConfiguredAccount, type ConfiguredApp, defineConfig, type SimulatorConfig } from './define.ts';
export { CONFIG_NAMES, findConfig } from './find.ts';
export { type Options, optionsOf } from './options.ts';
export { ConfigRefused } from './refused.ts';
