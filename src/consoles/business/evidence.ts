/** `GET /business/apps/:id/documents/:document`: evidence of an application, for members of the app; to everybody else it is not there. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { sendFile } from '../../web/file-answer.ts';
import { personOf } from '../kit/person.ts';

export function showEvidence(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { id, document } = ctx.params as { id: string; document: string };
    const evidence = await house.sync.evidence(personOf(ctx).id, id, document);
    const content = await house.documents.read(evidence.id);
    if (content) sendFile(ctx, evidence, content);
  };
}
