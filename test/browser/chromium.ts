/** Finds a real Chromium and starts it: the one that is named, one on the path, or the one that npm brought. */
import { type Browser, chromium } from 'playwright-core';
import { ARGUMENTS, findChromium as onMachine, NAMES, VARIABLE } from '../../src/sheet/chromium.ts';
import { unpackChromium } from './unpacked.ts';

/** A browser to start, with what its process needs in its environment. */
export interface Found {
  path: string;
  environment: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Beyond loopback no name is found. */
const NOWHERE_ELSE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** Throws an Error that says what to do if there is none. */
export async function findChromium(environment: Environment = process.env, unpack: () => Promise<Found> = unpackChromium): Promise<Found> {
  const path = onMachine(environment, []);
  if (path) return { path, environment: {} };
  return unpack().catch((cause: unknown) => {
    throw new Error(
      `no browser to test with: put ${NAMES.join(' or ')} on the PATH, or name one in ${VARIABLE}, or run npm ci on Linux (x64)`,
      { cause },
    );
  });
}

/** Starts it, headless. */
export async function launch({ path, environment }: Found): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: [...ARGUMENTS, NOWHERE_ELSE], env: { ...process.env, ...environment } });
}
