/** A folder for config files, fresh for each test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'mocha';
import { ConfigRefused } from '../../src/seeds/index.ts';

export interface Folder {
  readonly path: string;
  /** Writes a file; its absolute path. */
  write(name: string, text: string | object): string;
}

export function useFolder(): Folder {
  let path = '';
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'kakao-sync-seeds-'));
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  return {
    get path() {
      return path;
    },
    write(name, text) {
      writeFileSync(join(path, name), typeof text === 'string' ? text : JSON.stringify(text));
      return join(path, name);
    },
  };
}

/** `path: message` of each problem that the promise is refused with. */
export async function problemsOf(promise: Promise<unknown>): Promise<string[]> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConfigRefused)) throw error ?? new Error('expected ConfigRefused');
  return error.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
}
