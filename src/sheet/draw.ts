/** Draws the contact sheet: every state of the gallery that was chosen, in each language and width, as it stands in a browser. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fileOf, type Picture, SheetRefused, writeSheet } from './sheet.ts';

export interface Choice {
  /** Base URL of a running simulator. */
  url: string;
  /** Its operator secret, or ''. */
  key: string;
  /** The simulator's own choice unless named. */
  app: string | null;
  languages: readonly string[];
  widths: readonly number[];
  /** All unless named. */
  states: readonly string[];
}

export interface Drawing {
  folder: string;
  choice: Choice;
  browser: Browser;
  /** Ends after the pictures that are being drawn. */
  signal: AbortSignal;
  progress: (done: number, all: number, picture: Picture) => void;
}

/** As the simulator lists them. */
interface Listed {
  app: { id: string };
  pictures: { state: string; name: string; language: string; path: string; lacks: string[] }[];
}

const AT_ONCE = 2;
const MOST_LOOKS = 10;
const HEIGHT = 800;

/** What was drawn, in the order of the gallery: less than all where it was stopped. Throws SheetRefused. */
export async function drawSheet({ folder, choice, browser, signal, progress }: Drawing): Promise<Picture[]> {
  const planned = await plan(choice);
  await mkdir(folder, { recursive: true });
  const drawn = new Set<Picture>();
  const context = await browser.newContext({
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
    colorScheme: 'light',
    extraHTTPHeaders: headersOf(choice),
  });
  const waiting = [...planned];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      await draw(context, next.href, next.picture.width, join(folder, next.picture.file));
      drawn.add(next.picture);
      progress(drawn.size, planned.length, next.picture);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await context.close();
  const pictures = planned.map(({ picture }) => picture).filter((picture) => drawn.has(picture));
  await writeSheet(folder, pictures);
  return pictures;
}

function headersOf({ key }: Choice): Record<string, string> {
  return key ? { Authorization: `Bearer ${key}` } : {};
}

async function plan(choice: Choice): Promise<{ href: string; picture: Picture }[]> {
  const { url, app, languages, widths, states } = choice;
  const query = new URLSearchParams(languages.map((language): [string, string] => ['in', language]));
  if (app) query.set('app', app);
  const answer = await fetch(`${url}/_sim/gallery/states.json?${query}`, { headers: headersOf(choice) }).catch(() => {
    throw new SheetRefused(`no simulator answers at ${url}`);
  });
  if (answer.status === 401)
    throw new SheetRefused(`the simulator at ${url} is shared: give its operator secret as KAKAO_SYNC_OPERATOR_SECRET`);
  if (!answer.ok) throw new SheetRefused(app ? `--app: the simulator at ${url} has no app ${app}` : `${url} has no gallery`);
  const listed = (await answer.json()) as Listed;
  const unknown = states.find((state) => !listed.pictures.some((each) => each.state === state));
  if (unknown) throw new SheetRefused(`--state: there is no state "${unknown}"; /_sim/gallery names each of them`);
  const chosen = listed.pictures.filter(({ state, lacks }) => lacks.length === 0 && (states.length === 0 || states.includes(state)));
  if (chosen.length === 0) throw new SheetRefused('the app lacks what these states take; /_sim/gallery says what');
  return chosen.flatMap(({ path, state, name, language }) =>
    widths.map((width) => {
      const shown = { app: listed.app.id, state, language, width };
      return { href: url + path, picture: { file: fileOf(shown), name, ...shown } };
    }),
  );
}

async function draw(context: BrowserContext, href: string, width: number, path: string): Promise<void> {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.goto(href, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready.then(() => true)');
    await writeFile(path, await settled(page));
  } finally {
    await page.close();
  }
}

/** On a busy machine a page is loaded before it is painted: it is looked at until two looks are the same. */
async function settled(page: Page): Promise<Buffer> {
  let before = await look(page);
  for (let looks = 1; looks < MOST_LOOKS; looks += 1) {
    const now = await look(page);
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}

/** The caret would be hidden by a style of the driver's own, against the pages' policy. */
async function look(page: Page): Promise<Buffer> {
  await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
  return page.screenshot({ fullPage: true, caret: 'initial' });
}
