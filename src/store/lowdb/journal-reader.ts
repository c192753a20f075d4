/** A journal as it is read: unit of work by unit of work. */
import { crc32 } from 'node:zlib';
import { DataFileRefused } from '../errors.ts';
import { parseJson } from './disk.ts';
import { readHeader } from './files.ts';
import { decodeLine, headerLine, type Land, type Tail } from './line.ts';

const NEWLINE = 0x0a;

export interface JournalReader {
  /** The next bytes of the file, cut anywhere. */
  push(chunk: Buffer): void;
  /** Ends it, and returns how far it is good. */
  end(): Tail;
}

/**
 * Lands each change in order. In the `last` journal the end may be cut off in the middle of a line: that unit of work was
 * being written when the process died, nobody was told that it is stored, and it is left out.
 * Throws DataFileRefused for everything else that is not whole.
 */
export function journalReader(file: string, generation: number, last: boolean, land: Land): JournalReader {
  let number = 1;
  let tail: Tail = { size: 0, sum: 0 };
  /** What there is of the next line. */
  let begun: Buffer[] = [];

  const take = (line: Buffer): void => {
    const size = tail.size + line.length;
    tail = { size, sum: number === 1 ? readFirst(line) : decodeLine(file, line.subarray(0, -1), number, tail.sum, land) };
    number += 1;
  };
  const readFirst = (line: Buffer): number => {
    if (readHeader(file, parseJson(file, line, 'line 1: ')) !== generation) {
      throw new DataFileRefused(file, `line 1: generation: expected ${generation}, as in the name of the file`);
    }
    return crc32(line);
  };

  return {
    push(chunk) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE) + 1; end > 0; end = chunk.indexOf(NEWLINE, from) + 1) {
        take(Buffer.concat([...begun, chunk.subarray(from, end)]));
        begun = [];
        from = end;
      }
      if (from < chunk.length) begun.push(Buffer.from(chunk.subarray(from)));
    },
    end() {
      const rest = Buffer.concat(begun);
      if (number > 1 && rest.length > 0 && !last) throw new DataFileRefused(file, `line ${number}: it is cut off`);
      if (number === 1 && !(last && headerLine(generation).startsWith(rest.toString()))) {
        throw new DataFileRefused(file, rest.length === 0 ? 'it is empty' : 'line 1: expected the header of a journal');
      }
      return tail;
    },
  };
}
