/** The work of `gallery`: draws the sheet, and holds it against an earlier one. */
import { join, resolve } from 'node:path';
import { createSimulator } from '../index.ts';
import { RuleBroken } from '../rule.ts';
import {
  type Choice,
  compareSheets,
  drawSheet,
  openChromium,
  type Picture,
  readSheet,
  SheetRefused,
  writeComparison,
} from '../sheet/index.ts';
import { LANGUAGES, type Options, WIDTHS } from './gallery-options.ts';
import { cleanly, keyOf, type Later } from './surroundings.ts';

const DIFFERENT = 1;
/** Not the same as a difference, so that a script can tell. */
const REFUSED = 2;
/** As shells tell of a program that Ctrl+C has ended. */
const STOPPED = 130;

/** Draws the sheet, compares it, and resolves with the exit code. */
export async function draw(options: Options, environment: NodeJS.ProcessEnv): Promise<number> {
  const states = listOf(options.state);
  const languages = listed('--lang', options.lang, LANGUAGES);
  const widths = listed('--width', options.width, WIDTHS);
  const [folder, earlier] = [resolve(options.out), options.compare === undefined ? null : resolve(options.compare)];
  if (earlier === folder) throw new SheetRefused('--out and --compare name the same folder; the earlier pictures would be overwritten');
  const before = earlier && { folder: earlier, pictures: await readSheet(earlier) };
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return cleanly(async (later) => {
    later(() => process.off('SIGINT', onSignal).off('SIGTERM', onSignal));
    const browser = await openChromium(environment);
    later(() => browser.close());
    const choice: Choice = { ...(await simulatorAt(options, environment, later)), app: options.app ?? null, languages, widths, states };
    const pictures = await drawSheet({ folder, choice, browser, signal: stop.signal, progress: told });
    if (stop.signal.aborted) return say(`stopped; the ${pictures.length} pictures so far are in ${folder}`, STOPPED);
    say(`${pictures.length} pictures in ${folder}`);
    return before ? compare({ folder: before.folder, pictures: before.pictures.filter(among(choice, pictures)) }, { folder, pictures }) : 0;
  });
}

/** The one that runs, or one of our own. */
async function simulatorAt({ url, seed }: Options, environment: NodeJS.ProcessEnv, later: Later) {
  if (url !== undefined) return { url: url.replace(/\/$/, ''), key: keyOf({}, environment) };
  const simulator = await createSimulator({ seed });
  later(() => simulator.close());
  return { url: simulator.url, key: '' };
}

type Sheet = Parameters<typeof compareSheets>[0];

async function compare(before: Sheet, after: Sheet): Promise<number> {
  const comparison = await compareSheets(before, after);
  const { same, changed, came, went } = comparison;
  const page = join(after.folder, 'comparison.html');
  await writeComparison(page, comparison);
  for (const { picture, pixels } of changed) say(`changed  ${picture.file} (${pixels} pixels)`);
  for (const { picture } of came) say(`came     ${picture.file}`);
  for (const { picture } of went) say(`went     ${picture.file}`);
  const isSame = changed.length + came.length + went.length === 0;
  return say(`${changed.length} changed, ${came.length} came, ${went.length} went, ${same} the same: ${page}`, isSame ? 0 : DIFFERENT);
}

/** Of an earlier sheet only what was chosen now has to be there again. */
function among({ languages, widths, states }: Choice, pictures: readonly Picture[]): (picture: Picture) => boolean {
  const app = pictures[0]?.app;
  return (picture) =>
    picture.app === app &&
    languages.includes(picture.language) &&
    widths.includes(picture.width) &&
    (states.length === 0 || states.includes(picture.state));
}

/** On a terminal one line that is written over; else a line for each. */
function told(done: number, all: number, { file }: Picture): void {
  const line = `${String(done).padStart(String(all).length)}/${all}  ${file}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}${done === all ? '\n' : ''}`);
  else process.stdout.write(`${line}\n`);
}

function say(line: string, code = 0): number {
  process.stdout.write(`${line}\n`);
  return code;
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}

/** Each word of a list, which must be among these. */
function listed<T extends string | number>(flag: string, text: string, allowed: readonly T[]): T[] {
  return listOf(text).map((word) => {
    const found = allowed.find((each) => String(each) === word);
    if (found === undefined) throw new SheetRefused(`${flag}: expected ${allowed.join(', ')} or several, got "${word}"`);
    return found;
  });
}

/** What cannot be done, in one line. */
export function refused(error: unknown): number {
  if (!(error instanceof RuleBroken)) throw error;
  process.stderr.write(`kakao-sync-simulator: ${error.message}\n`);
  return REFUSED;
}
