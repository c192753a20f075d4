/** `GET /center/pictures/:document`: the uploaded picture of a profile. Whoever sees the profile sees it, signed in or not. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { sendFile } from '../../web/file-answer.ts';

export function showPicture({ channels, documents }: House) {
  return async (ctx: Context): Promise<void> => {
    const picture = await channels.picture(String(ctx.params.document));
    const content = picture && (await documents.read(picture.id));
    if (content) sendFile(ctx, picture, content, { isPublic: true });
  };
}
