/** How an unregistered URI differs from the registered one that it was probably meant to be. Source: kakao-api 6 (compared as text). */

/** A piece of a URI, and whether the other one has it at this place, too. */
export interface Piece {
  text: string;
  differs: boolean;
}

/** What differs, in the order in which a URI is read. `slash`: only the one at the end; `case`: only capitals; `encoding`: the same once decoded. */
export type Difference =
  'blank' | 'scheme' | 'host' | 'loopback' | 'port' | 'case' | 'slash' | 'encoding' | 'path' | 'query' | 'fragment' | 'text';

export interface UriDifference {
  nearest: string;
  differences: Difference[];
  /** Both URIs in pieces, the differing middle marked. */
  gotPieces: Piece[];
  nearestPieces: Piece[];
}

const PARTS = ['protocol', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Undefined where nothing is registered, or where the URI is one of the registered. */
export function uriDifference(got: string, registered: readonly string[]): UriDifference | undefined {
  if (registered.length === 0 || registered.includes(got)) return undefined;
  const nearest = registered.toSorted((a, b) => likeness(got, b) - likeness(got, a))[0]!;
  const [gotPieces, nearestPieces] = marked(got, nearest);
  return { nearest, differences: differencesOf(got, nearest), gotPieces, nearestPieces };
}

/** Equal parts count most, then how long the two are alike from the left. */
function likeness(a: string, b: string): number {
  const [one, other] = [parsed(a), parsed(b)];
  const equal = one && other ? PARTS.filter((part) => one[part] === other[part]).length : 0;
  return equal * 10_000 + commonPrefix(a, b);
}

function differencesOf(got: string, nearest: string): Difference[] {
  if (got.trim() === nearest) return ['blank'];
  const [one, other] = [parsed(got), parsed(nearest)];
  if (!one || !other) return ['text'];
  const found: Difference[] = [];
  if (one.protocol !== other.protocol) found.push('scheme');
  if (one.hostname !== other.hostname) found.push(bothLoopback(one.hostname, other.hostname) ? 'loopback' : 'host');
  if (one.port !== other.port) found.push('port');
  if (one.pathname !== other.pathname) found.push(pathDifference(one.pathname, other.pathname));
  if (one.search !== other.search) found.push('query');
  if (one.hash !== other.hash) found.push('fragment');
  // Alike to a parser, and not as text: `HTTP://`, `:80`, a host without a slash.
  return found.length > 0
    ? found
    : [got.toLowerCase() === nearest.toLowerCase() ? 'case' : withoutSlash(got) === withoutSlash(nearest) ? 'slash' : 'text'];
}

function pathDifference(got: string, nearest: string): Difference {
  if (withoutSlash(got) === withoutSlash(nearest)) return 'slash';
  if (got.toLowerCase() === nearest.toLowerCase()) return 'case';
  return decoded(got) === decoded(nearest) ? 'encoding' : 'path';
}

function bothLoopback(...hosts: string[]): boolean {
  return hosts.every((host) => LOOPBACK.includes(host));
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsed(uri: string): URL | undefined {
  return URL.canParse(uri) ? new URL(uri) : undefined;
}

/** Part by part where both are written as a parser would write them, else as one text. */
function marked(a: string, b: string): [Piece[], Piece[]] {
  const [one, other] = [partsOf(a), partsOf(b)];
  const pairs = one && other ? one.map((part, i) => [part, other[i]!] as const) : [[a, b] as const];
  const both = pairs.map(([part, twin]) => markedPart(part, twin));
  return [both.flatMap(([pieces]) => pieces), both.flatMap(([, pieces]) => pieces)];
}

function partsOf(uri: string): string[] | undefined {
  const url = parsed(uri);
  if (!url) return undefined;
  const parts = [url.protocol, '//', url.hostname, url.port && `:${url.port}`, url.pathname, url.search, url.hash];
  return parts.join('') === uri ? parts : undefined;
}

function markedPart(a: string, b: string): [Piece[], Piece[]] {
  const head = commonPrefix(a, b);
  const tail = commonPrefix(reversed(a.slice(head)), reversed(b.slice(head)));
  return [pieces(a, head, tail), pieces(b, head, tail)];
}

function pieces(text: string, head: number, tail: number): Piece[] {
  const end = text.length - tail;
  return [
    { text: text.slice(0, head), differs: false },
    { text: text.slice(head, end), differs: true },
    { text: text.slice(end), differs: false },
  ].filter(({ text: piece }) => piece !== '');
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function reversed(text: string): string {
  return [...text].toReversed().join('');
}
