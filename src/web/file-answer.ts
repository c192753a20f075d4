/** An uploaded file as an answer: with the type that it was found to be, shown only if it is a picture, and nothing in it runs. */
import type { Readable } from 'node:stream';
import type { Context } from 'koa';

export interface KeptFile {
  /** By its content. */
  type: string;
  /** In bytes. */
  size: number;
  /** As it is to be called when it is saved. */
  name: string;
}

/** Nothing that it names is loaded, nothing in it runs, and no page of anybody's frames it. */
const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
const SHOWN = ['image/jpeg', 'image/png'];

/** @param isPublic whether browsers may keep it: what is behind its address never changes */
export function sendFile(ctx: Context, { type, size, name }: KeptFile, content: Readable, { isPublic = false } = {}): void {
  ctx.attachment(name, { type: SHOWN.includes(type) ? 'inline' : 'attachment' });
  ctx.set({
    'Content-Security-Policy': FILE_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': isPublic ? 'public, max-age=86400, immutable' : 'no-store',
  });
  ctx.type = type;
  ctx.length = size;
  ctx.body = content;
}
