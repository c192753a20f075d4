/** An uploaded file as an answer: whatever is in it, a browser runs nothing of it. Who may see it, the door has asked before. */
import type { Context } from 'koa';
import type { Document } from '../../documents/index.ts';
import type { House } from '../../house.ts';

/** No script, no style, no frame, no origin. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Pictures are shown, everything else is to be saved. A document without its file is not there. */
export async function sendDocument({ documents }: House, ctx: Context, { id, name, type, size }: Document): Promise<void> {
  const content = await documents.read(id);
  if (!content) return;
  const isPicture = type.startsWith('image/');
  ctx.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'Content-Disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
  });
  ctx.type = type;
  ctx.length = size;
  ctx.body = content;
}

/** As RFC 8187 wants it: more than encodeURIComponent does. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
