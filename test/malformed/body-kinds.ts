/** Bodies that no client should send to a form: of other kinds, in other encodings, too long or cut off. */
import { gzipSync } from 'node:zlib';

const FORM = 'Content-Type: application/x-www-form-urlencoded';
const MEGABYTE = 1 << 20;
const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x3d, 0xc3, 0x28, 0x26, 0xed, 0xa0, 0x80, 0x3d, 0x00]);
const bomb = gzipSync(`a=${'x'.repeat(20 * MEGABYTE)}`);

export interface Body {
  lines: string[];
  body: string | Buffer;
}
const of = (lines: string[], body: string | Buffer = 'a=b'): Body => ({ lines: [...lines, `Content-Length: ${body.length}`], body });

export const whole: Readonly<Record<string, Body>> = {
  'JSON where a form is due': of(['Content-Type: application/json'], '{"client_id":"a","target_id":1}'),
  'broken JSON': of(['Content-Type: application/json'], '{"a'),
  'a multipart form': of(
    ['Content-Type: multipart/form-data; boundary=x'],
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
  ),
  'a multipart form without a boundary': of(['Content-Type: multipart/form-data'], '--'),
  'plain text': of(['Content-Type: text/plain']),
  'no type': of([]),
  'a type that is none': of(['Content-Type: ;;;=']),
  'a type of bytes': of(['Content-Type: \xff\xfe']),
  'two types': of([FORM, 'Content-Type: application/json']),
  'an unknown charset': of([`${FORM}; charset=nonsense`]),
  'a charset of two bytes': of([`${FORM}; charset=utf-16`]),
  'a charset without an end': of([`${FORM}; charset="`]),
  'raw bytes': of([FORM], bytes),
  'raw bytes in JSON': of(['Content-Type: application/json'], bytes),
  nothing: of([FORM], ''),
  'a megabyte': of([FORM], 'x'.repeat(MEGABYTE)),
  'a megabyte of fields': of([FORM], 'a=b&'.repeat(MEGABYTE / 4)),
  'a megabyte of JSON': of(['Content-Type: application/json'], `"${'x'.repeat(MEGABYTE)}"`),
  'no gzip': of([FORM, 'Content-Encoding: gzip']),
  'no brotli': of([FORM, 'Content-Encoding: br']),
  'no deflate': of([FORM, 'Content-Encoding: deflate']),
  'an unknown encoding': of([FORM, 'Content-Encoding: nonsense']),
  'two encodings': of([FORM, 'Content-Encoding: gzip, gzip'], gzipSync(gzipSync('a=b'))),
  'gzip that becomes twenty megabytes': of([FORM, 'Content-Encoding: gzip'], bomb),
  chunks: { lines: [FORM, 'Transfer-Encoding: chunked'], body: '3\r\na=b\r\n0\r\n\r\n' },
  'a megabyte in one chunk': {
    lines: [FORM, 'Transfer-Encoding: chunked'],
    body: `${MEGABYTE.toString(16)}\r\n${'x'.repeat(MEGABYTE)}\r\n0\r\n\r\n`,
  },
  'a body after a question': of([FORM, 'Expect: 100-continue']),
};

/** The server answers these by itself, or hangs up: what was asked does not reach an endpoint whole. */
export const torn: Readonly<Record<string, Body>> = {
  'less than it says': { lines: [FORM, 'Content-Length: 100'], body: 'a=b' },
  'far less than it says': { lines: [FORM, 'Content-Length: 1099511627776'], body: 'a=b' },
  'more than it says': { lines: [FORM, 'Content-Length: 1'], body: 'a=b' },
  'a negative length': { lines: [FORM, 'Content-Length: -1'], body: 'a=b' },
  'no length': { lines: [FORM, 'Content-Length: many'], body: 'a=b' },
  'a length past all numbers': { lines: [FORM, 'Content-Length: 99999999999999999999'], body: 'a=b' },
  'two lengths': { lines: [FORM, 'Content-Length: 3', 'Content-Length: 4'], body: 'a=b' },
  'a length and chunks': { lines: [FORM, 'Content-Length: 3', 'Transfer-Encoding: chunked'], body: '0\r\n\r\n' },
  'a chunk of no size': { lines: [FORM, 'Transfer-Encoding: chunked'], body: 'zz\r\na=b\r\n0\r\n\r\n' },
  'a chunk that is cut off': { lines: [FORM, 'Transfer-Encoding: chunked'], body: '10\r\na=b' },
  'a transfer of another kind': { lines: [FORM, 'Transfer-Encoding: gzip'], body: 'a=b' },
};
