/** How a review stands at a moment: a pure function of its row and the time. */
import type { Review } from '../store/index.ts';

export type Decision = NonNullable<Review['decision']>;

/**
 * The review with the decision that holds now: the one that was made, or the approval that was due. A review that is due
 * is approved from that moment on, whether or not anybody has looked at it since.
 */
export function standing(review: Review, now: number): Review {
  if (review.decision || review.dueAt === null || review.dueAt > now) return review;
  return { ...review, decision: { outcome: 'approved', reason: null, leftOut: [], decidedAt: review.dueAt } };
}

/** Whether the part of what was submitted is approved: all parts are, except those that were left out. */
export function grants({ decision }: Review, part: string): boolean {
  return decision?.outcome === 'approved' && !decision.leftOut.some((each) => each.part === part);
}
