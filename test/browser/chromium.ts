/** Finds a real Chromium and starts it: the one that is named, one on the path, or the one that npm brought. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpacked.ts';

/** A browser to start, with what its process needs in its environment. */
export interface Found {
  path: string;
  environment: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLE = 'KAKAO_SYNC_CHROMIUM';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser must not call home, look for another address than loopback, or take part of its settings from the machine. */
const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Throws an Error that says what to do if there is none. */
export async function findChromium(environment: Environment = process.env, unpack: () => Promise<Found> = unpackChromium): Promise<Found> {
  const named = environment[VARIABLE];
  if (named && !isExecutable(named)) throw new Error(`${VARIABLE} is "${named}", and that is no program; name a Chromium or leave it out`);
  const path = named || onPath(environment.PATH ?? '');
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
  return chromium.launch({ executablePath: path, args: ARGUMENTS, env: { ...process.env, ...environment } });
}

function onPath(path: string): string | undefined {
  const folders = path.split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
