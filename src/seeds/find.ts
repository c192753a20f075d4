/** Where the config file is: named, or the one in the folder. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { called, ConfigRefused } from './refused.ts';

export const CONFIG_NAMES = ['ts', 'yaml', 'yml', 'json'].map((ending) => `kakao-sync.config.${ending}`);

/**
 * Absolute path of the named file, or of the one that lies in `folder`; null where there is none. Throws ConfigRefused for a
 * named one that is not there, and for several.
 */
export function findConfig(folder: string, named?: string): string | null {
  if (named !== undefined) {
    const file = resolve(folder, named);
    if (!existsSync(file)) throw new ConfigRefused(called(file), [{ path: '', message: 'there is no such file; check its name' }]);
    return file;
  }
  const [first, second] = CONFIG_NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (first && second)
    throw new ConfigRefused(called(first), [{ path: '', message: `${second} is there, too: keep one of them, or name one with --config` }]);
  return first ?? null;
}
