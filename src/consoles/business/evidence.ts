/** `GET /business/apps/:id/documents/:document`: evidence of an application, for members of the app; to everybody else it is not there. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { personOf } from '../kit/person.ts';
import { sendDocument } from '../kit/send-document.ts';

export function showEvidence(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { id, document } = ctx.params as { id: string; document: string };
    await sendDocument(house, ctx, await house.sync.evidence(personOf(ctx).id, id, document));
  };
}
