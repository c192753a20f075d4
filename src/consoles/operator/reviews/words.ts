/** Reviews in words: what they are of, how they stand, who handed them in, how they were decided. */
import type { House } from '../../../house.ts';
import { DESK_ID } from '../../../sync/index.ts';
import type { Review } from '../../../reviews/index.ts';
import { itemOf } from '../../../apps/index.ts';
import type { Reading } from '../../../web/language.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Badge, badge } from '../../kit/parts.ts';

export const KINDS: readonly Review['kind'][] = ['certification', 'terms', 'items'];

export function standingBadge(t: Translate, { kind, decision }: Review): Badge {
  if (!decision) return badge(t, kind === 'certification' ? 'certifying' : 'pending');
  if (decision.outcome === 'rejected') return badge(t, 'rejected');
  return badge(t, decision.leftOut.length > 0 ? 'approvedInPart' : 'approved');
}

export function pathOf({ id }: Pick<Review, 'id'>): string {
  return `/_sim/reviews/${encodeURIComponent(id)}`;
}

export async function submitterOf(house: House, t: Translate, { submittedBy }: Review): Promise<string> {
  if (submittedBy === DESK_ID) return t('service.title');
  return (await house.accounts.byId(submittedBy))?.nickname ?? submittedBy;
}

/** By whom: somebody at this desk, or its working days that passed. */
export function decidedBy(t: Translate, { dueAt, decision }: Review): string {
  return decision && decision.decidedAt === dueAt ? t('review.byTime') : t('review.byDesk');
}

/** The names of its parts: of items as people know them, of terms by title and tag. */
export async function partNames(house: House, { language }: Reading, review: Review): Promise<Map<string, string>> {
  const app = await house.apps.byId(review.subject);
  const { application } = await house.inspections.of(review.id);
  return new Map(
    review.parts.map((part) => {
      const title = application?.terms.find(({ tag }) => tag === part)?.title[language];
      if (review.kind === 'terms') return [part, title ? `${title} (${part})` : part];
      return [part, (app && itemOf(app, part)?.label[language]) ?? part];
    }),
  );
}
