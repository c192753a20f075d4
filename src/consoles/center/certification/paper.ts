/** `GET …/certification/papers/:document`: uploaded evidence, for 매니저 이상 of the profile. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { sendFile } from '../../../web/file-answer.ts';
import { personOf } from '../../kit/person.ts';

/** Others are told what `unseen` tells them. */
export function showPaper({ channels, documents }: House) {
  return async (ctx: Context): Promise<void> => {
    const paper = await channels.paper(personOf(ctx).id, String(ctx.params.id), String(ctx.params.document));
    const content = await documents.read(paper.id);
    if (content) sendFile(ctx, paper, content);
  };
}
