/** Deciding (승인, 부분 승인, 반려): once for each review. */
import type { Review, Tx } from '../store/index.ts';
import { AlreadyDecided, NothingLeft, ReasonMissing, UnknownPart, UnknownReview } from './refused.ts';
import { type Decision, standing } from './standing.ts';

export type LeftOut = Decision['leftOut'];

/** Approves all of it, or all but what is left out. Throws UnknownReview, AlreadyDecided, UnknownPart, ReasonMissing, NothingLeft. */
export async function approve(tx: Tx, reviewId: string, now: number, leftOut: LeftOut = []): Promise<Review> {
  const review = await undecided(tx, reviewId, now);
  const names = leftOut.map(({ part }) => part);
  for (const [at, { part, reason }] of leftOut.entries()) {
    if (!review.parts.includes(part) || names.indexOf(part) !== at) throw new UnknownPart(`${part} is no part to leave out`, { part });
    if (reason.trim() === '') throw new ReasonMissing(`why is ${part} left out?`, { part });
  }
  if (names.length > 0 && names.length === review.parts.length) throw new NothingLeft('everything is left out: reject it');
  const reasons = leftOut.map(({ part, reason }) => ({ part, reason: reason.trim() }));
  return decided(tx, review, { outcome: 'approved', reason: null, leftOut: reasons, decidedAt: now });
}

/** Turns it down. Throws UnknownReview, AlreadyDecided, ReasonMissing. */
export async function reject(tx: Tx, reviewId: string, now: number, reason: string): Promise<Review> {
  const review = await undecided(tx, reviewId, now);
  if (reason.trim() === '') throw new ReasonMissing('why is it turned down?');
  return decided(tx, review, { outcome: 'rejected', reason: reason.trim(), leftOut: [], decidedAt: now });
}

/** Writes down the decisions of all reviews that are due. Resolves with them. */
export async function settle(tx: Tx, pending: readonly Review[], now: number): Promise<Review[]> {
  const due = pending.map((review) => standing(review, now)).filter(({ decision }) => decision);
  for (const review of due) tx.put('reviews', review);
  return due;
}

async function undecided(tx: Tx, reviewId: string, now: number): Promise<Review> {
  const review = await tx.get('reviews', reviewId);
  if (!review) throw new UnknownReview(`no review ${reviewId}`, { reviewId });
  if (standing(review, now).decision) throw new AlreadyDecided(`the review ${reviewId} is decided`, { reviewId });
  return review;
}

function decided(tx: Tx, review: Review, decision: Decision): Review {
  const after = { ...review, decision };
  tx.put('reviews', after);
  return after;
}
