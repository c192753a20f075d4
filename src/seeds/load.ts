/** The value that a config file holds: JSON, YAML, or the default export of a module. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadModule } from './load-module.ts';
import { called, ConfigRefused } from './refused.ts';

/** Throws ConfigRefused for a file that cannot be read, or is no JSON, YAML or module. */
export async function loadValue(file: string): Promise<unknown> {
  try {
    const ending = extname(file);
    if (/^\.[cm]?[jt]s$/.test(ending)) return await loadModule(pathToFileURL(file).href);
    const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
    if (ending === '.json') return JSON.parse(text);
    const { parse } = await import('yaml');
    return parse(text) ?? {};
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new ConfigRefused(called(file), [
      { path: '', message: code === 'ENOENT' ? 'expected a readable file (ENOENT)' : `cannot be read: ${message}` },
    ]);
  }
}
