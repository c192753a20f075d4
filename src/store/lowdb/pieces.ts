/**
 * JSON of any length, read as it comes: the objects of its lists are handed out one by one, and nothing is ever a text as
 * long as the whole (which V8 has no room for beyond half a gigabyte).
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [BRACKET, BRACKET_END, BRACE, BRACE_END] = [0x5b, 0x5d, 0x7b, 0x7d];

export interface Take {
  /** A list begins. @param outline everything before it, closed so that it is JSON; of the lists before it only how they end */
  list(outline: Buffer): void;
  /** An object of that list. */
  piece(json: Buffer): void;
}

export interface Pieces {
  /** The next bytes, cut anywhere; they may be overwritten afterwards. */
  push(chunk: Buffer): void;
  /** The whole with `{}` for objects in a row that were handed out: it is JSON exactly if they and the whole are. */
  end(): Buffer;
}

/** @param depth how deep the lists are whose objects are handed out: 1 is a list that is the whole */
export function createPieces(depth: number, take: Take): Pieces {
  let outline = '';
  /** What is outside of pieces and not in the outline yet: what stands before the next piece. */
  let rest = '';
  /** What closes all that is open in the outline. */
  let closing = '';
  let piece: Buffer[] = [];
  let openInPiece = 0;
  let isAfterPiece = false;
  /** Whether the last chunk ended in a string, and how much of the next one is escaped then. */
  let isString = false;
  let escaped = 0;

  const afterString = (chunk: Buffer, from: number): number => {
    const end = endOfString(chunk, from);
    isString = end >= chunk.length;
    escaped = end - chunk.length;
    return end + 1;
  };
  const handOut = (json: Buffer): void => {
    take.piece(json);
    if (!isAfterPiece || rest.trim() !== ',') outline += `${rest}{}`;
    rest = '';
    piece = [];
    isAfterPiece = true;
  };

  return {
    push(chunk) {
      let from = 0;
      let at = isString ? afterString(chunk, escaped) : 0;
      while (at < chunk.length) {
        const byte = chunk[at] as number;
        at += 1;
        if (byte === QUOTE) {
          at = afterString(chunk, at);
        } else if (byte === BRACE || byte === BRACKET) {
          if (openInPiece > 0) {
            openInPiece += 1;
          } else if (byte === BRACE && closing.length === depth && closing.startsWith(']')) {
            rest += chunk.toString('latin1', from, at - 1);
            from = at - 1;
            openInPiece = 1;
          } else {
            closing = (byte === BRACE ? '}' : ']') + closing;
            if (closing.length !== depth) continue;
            outline += rest + chunk.toString('latin1', from, at);
            rest = '';
            from = at;
            isAfterPiece = false;
            if (byte === BRACKET) take.list(Buffer.from(outline + closing, 'latin1'));
          }
        } else if (byte === BRACE_END || byte === BRACKET_END) {
          if (openInPiece === 0) closing = closing.slice(1);
          else if ((openInPiece -= 1) === 0) {
            handOut(Buffer.concat([...piece, chunk.subarray(from, at)]));
            from = at;
          }
        }
      }
      if (openInPiece > 0) piece.push(Buffer.from(chunk.subarray(from)));
      else rest += chunk.toString('latin1', from);
    },
    end: () => Buffer.concat([Buffer.from(outline + rest, 'latin1'), ...piece]),
  };
}

/** Where a string ends: at its closing quote, or beyond the chunk when that has none. */
function endOfString(chunk: Buffer, from: number): number {
  let at = from;
  while (at < chunk.length && chunk[at] !== QUOTE) at += chunk[at] === BACKSLASH ? 2 : 1;
  return at;
}
