/** `GET /developers/icons/:id`: an uploaded icon. Whoever sees the app sees it, signed in or not. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';

/** What the picture says is never run: it is sent as a picture alone, and nothing it names is loaded. */
const PICTURE_POLICY = "default-src 'none'; sandbox";

export function showIcon({ apps }: House) {
  return async (ctx: Context): Promise<void> => {
    const icon = await apps.icon(String(ctx.params.id));
    if (!icon) return;
    ctx.set({
      'Content-Security-Policy': PICTURE_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': 'inline',
      // The id is that of the upload, so what is behind it never changes.
      'Cache-Control': 'public, max-age=86400, immutable',
    });
    ctx.type = icon.type;
    ctx.length = icon.size;
    ctx.body = icon.content;
  };
}
