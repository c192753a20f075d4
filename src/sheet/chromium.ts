/** The Chromium of this machine: the one that is named, or one where browsers are usually installed. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { RuleBroken } from '../rule.ts';

/** There is no browser to draw with, or nothing to drive it. */
export class NoBrowser extends RuleBroken {
  readonly code = 'no_browser';
}

type Environment = Readonly<Record<string, string | undefined>>;

export const VARIABLE = 'KAKAO_SYNC_CHROMIUM';
/** The first has no windows, which it would draw along with each page. */
export const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser calls nobody, takes no setting from the machine, and draws the same on each. */
export const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-proxy-server',
];
const SAME_EVERYWHERE = ['--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars'];

/** Its path, or undefined where there is none. Throws NoBrowser for a named one that is no program. */
export function findChromium(environment: Environment, places: readonly string[] = PLACES): string | undefined {
  const named = environment[VARIABLE];
  if (named && !isExecutable(named))
    throw new NoBrowser(`${VARIABLE} is "${named}", and that is no program; name a Chromium or leave it out`);
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  return named || [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(isExecutable);
}

/** Starts it. Throws NoBrowser, in a sentence that says what to do. */
export async function openChromium(environment: Environment): Promise<Browser> {
  const executablePath = findChromium(environment);
  if (!executablePath) throw new NoBrowser(`no browser to draw with: put ${NAMES.join(' or ')} on the PATH, or name one in ${VARIABLE}`);
  const { chromium } = await import('playwright-core').catch(() => {
    throw new NoBrowser('playwright-core drives the browser and is not installed; run npm install playwright-core');
  });
  // The command itself says what happens at Ctrl+C.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...SAME_EVERYWHERE], ...signals });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
