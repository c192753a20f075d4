/** 심사 요청: handing in the draft of 비즈니스 인증. Source: guide, 준비 1 (STEP 02). */
import { registrationNumber } from '../businesses/index.ts';
import type { Review } from '../reviews/index.ts';
import type { Certification, Tx } from '../store/index.ts';
import { type CertifyDeps, draftOf, mustBeReady } from './certification-draft.ts';
import { boxesIn, type CertificationForm, papers } from './certification-form.ts';
import { channelFor } from './roles.ts';

/**
 * Hands the draft in. A manager may. A business that was typed is stored.
 * Throws UnknownChannel, ChannelRoleMissing, AlreadyCertified, ReviewPending, CertificationIncomplete.
 */
export async function certify(deps: CertifyDeps, tx: Tx, by: string, channelId: string): Promise<Review> {
  const { form, business } = await draftOf(deps, tx, by, channelId);
  mustBeReady(deps, form, business);
  const businessNumber = registrationNumber(boxesIn(form));
  if (!business) await deps.businesses.registerIn(tx, by, boxesIn(form), form.business);
  const review = await deps.reviews.submit(tx, { kind: 'certification', subject: channelId, by });
  tx.put('certifications', { id: review.id, channelId, type: form.type, businessNumber, papers: attachedIn(form) });
  tx.put('channels', { ...(await channelFor(tx, channelId, by, 'manager')), businessNumber });
  tx.remove('certificationDrafts', channelId);
  return review;
}

function attachedIn(form: CertificationForm): Certification['papers'] {
  const attached = papers.flatMap((paper) => {
    const { document, issuedOn } = form.papers[paper] ?? {};
    return document && issuedOn ? [[paper, { document, issuedOn }] as const] : [];
  });
  return Object.fromEntries(attached);
}
