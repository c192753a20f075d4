/** The command as a process of its own, for tests of what it runs. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Runs `kakao-sync-simulator …` to its end, in this environment without what would set it up. */
export function running(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const bare = Object.entries(process.env).filter(([name]) => !/^(KAKAO_SYNC_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/.test(name));
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env: { ...Object.fromEntries(bare), ...environment } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ).stdin?.end();
  });
}

/** Where a program of this name is on the path, or undefined. */
export function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
