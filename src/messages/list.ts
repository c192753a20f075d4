/** 고객파일: an uploaded list of user numbers, one on each line; of several columns the first counts. Whatever is no number is told. */
import { RuleBroken } from '../rule.ts';

/** In bytes: some fifty thousand numbers. Kakao's own limit is not established. */
export const LARGEST_LIST = 1024 * 1024;
export const MOST_GROUP_NAME = 40;

/** `details.limit` in bytes. */
export class ListTooLarge extends RuleBroken {
  readonly code = 'list_too_large';
  constructor() {
    super(`the list is larger than ${LARGEST_LIST} bytes`, { limit: LARGEST_LIST });
  }
}

/** The content is no text, whatever its name says. */
export class NotAList extends RuleBroken {
  readonly code = 'not_a_list';
  constructor() {
    super('expected a text file with a user number on each line');
  }
}

export interface UploadedList {
  /** Each once, in the order of the file. */
  numbers: string[];
  /** Lines that are no user numbers. */
  refused: string[];
  repeated: number;
}

const NUMBER = /^\d{1,19}$/;
/** What no text has: controls other than tab and the ends of lines. */
const NO_TEXT = /[^\P{Cc}\t\r\n]/u;
const MOST_SHOWN = 60;

/** Throws ListTooLarge, NotAList. */
export function readList(content: Buffer): UploadedList {
  if (content.length > LARGEST_LIST) throw new ListTooLarge();
  const text = decoded(content);
  if (text === undefined || NO_TEXT.test(text)) throw new NotAList();
  const lines = text.split(/\r\n?|\n/).map(firstCell);
  // A heading is no mistake; it has no digit in it.
  const cells = lines.filter((cell, at) => cell !== '' && !(at === 0 && !/\d/.test(cell)));
  const numbers = [...new Set(cells.filter((cell) => NUMBER.test(cell)))];
  const refused = cells.filter((cell) => !NUMBER.test(cell));
  return { numbers, refused: refused.map(shortened), repeated: cells.length - refused.length - numbers.length };
}

/** As UTF-8, or else in the encoding in which Excel saves Korean. */
function decoded(content: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'euc-kr']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content);
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

function firstCell(line: string): string {
  const [cell = ''] = line.split(/[,;\t]/);
  return cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > MOST_SHOWN ? `${letters.slice(0, MOST_SHOWN).join('')}…` : text;
}
