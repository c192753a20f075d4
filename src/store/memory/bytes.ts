/** Texts as their bytes in UTF-8, a character for each: so V8 keeps them in one byte each, and so they are on the disk. */

declare const isBytes: unique symbol;

export type Bytes = string & { readonly [isBytes]: true };

export function bytesOf(text: string): Bytes {
  return (isAscii(text) ? text : Buffer.from(text).toString('latin1')) as Bytes;
}

export function textOf(bytes: Bytes): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString();
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
