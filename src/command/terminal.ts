/** What is printed: a table that fits the terminal, and colours where somebody sees them. */
import { createClock } from '../clock.ts';

const clock = createClock();
const COLOURS = { red: 31, green: 32, yellow: 33, dim: 2 } as const;

export type Colour = keyof typeof COLOURS;

/** Colours the text for a terminal, and leaves it as it is elsewhere. https://no-color.org */
export function painter(environment: NodeJS.ProcessEnv, isTerminal = process.stdout.isTTY): (colour: Colour, text: string) => string {
  const paints = isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
  return (colour, text) => (paints ? `\u001B[${COLOURS[colour]}m${text}\u001B[0m` : text);
}

/** Columns of the terminal; without one there is no end. */
export function columns(): number {
  return process.stdout.isTTY ? process.stdout.columns : Infinity;
}

/** Now, by this machine's clock on the wall. */
export function wallTime(): string {
  return new Date(clock.now()).toLocaleTimeString('sv-SE');
}

/** A time of the house as the pages show it. */
export function houseTime(iso: string): string {
  return new Date(iso).toLocaleString('sv-SE', { timeZone: 'Asia/Seoul' });
}

/** Without what would move a cursor or turn the writing round: names are typed by people. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
}

/** Rows under a head. When it is too wide, the widest column gives way, again and again. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], most: number): string[] {
  const cells = [head, ...rows].map((row) => row.map(plain));
  const widths = head.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))));
  const whole = () => widths.reduce((sum, width) => sum + width, 0) + GAP.length * (head.length - 1);
  while (whole() > most && Math.max(...widths) > LEAST) widths[widths.indexOf(Math.max(...widths))]! -= 1;
  return cells.map((row) =>
    row
      .map((cell, at) => fitted(cell, widths[at]!))
      .join(GAP)
      .trimEnd(),
  );
}

const GAP = '  ';
const LEAST = 4;
const WIDE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uFF01-\uFF60]/u;

/** How many columns a text takes: Korean letters take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}

function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text + ' '.repeat(width - widthOf(text));
  let kept = '';
  for (const letter of text) {
    if (widthOf(kept + letter) > width - 1) break;
    kept += letter;
  }
  return `${kept}…${' '.repeat(Math.max(0, width - 1 - widthOf(kept)))}`;
}
