/** Files to upload: whole pictures and papers of each kind, and streams that misbehave. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';

export const png = readFileSync(new URL('../../views/assets/pictures/app-jone.png', import.meta.url));
/** The smallest JPEG and PDF that are one. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export const LIMIT = 10 * 1024 * 1024;

/** A PNG with bytes behind its end, so that it has this size. */
export const pngOf = (size: number): Buffer => Buffer.concat([png, Buffer.alloc(size - png.length)]);

/** The bytes in chunks, as a socket would bring them. */
export function chunks(bytes: Buffer, size = 64 * 1024): Readable {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return Readable.from(parts, { objectMode: false });
}

/** Sends these bytes and then breaks, as when a browser is closed. */
export function broken(bytes: Buffer, how: 'with an error' | 'without a word'): Readable {
  let sent = false;
  const stream = new Readable({
    read() {
      if (sent) return;
      sent = true;
      this.push(bytes);
      setImmediate(() => this.destroy(how === 'with an error' ? new Error('aborted') : undefined));
    },
  });
  return stream;
}
