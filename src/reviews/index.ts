/**
 * Reviews (심사·검수): something was submitted, somebody decides, and the last word counts.
 * Words: pending (검수 진행 중), approved, rejected (반려) with a reason.
 * Limits: a decision is never changed; a new submission is a new review.
 * Leaves to others: what was submitted. A review knows only the name of its subject.
 */
import type { Reader, Review, Store } from '../store/index.ts';

export type { Review } from '../store/index.ts';
export type Reviews = ReturnType<typeof openReviews>;

export function openReviews({ store }: { store: Store }) {
  return {
    /** Whether this very review was approved. */
    async approved(reviewId: string, from: Reader = store): Promise<boolean> {
      return (await from.get('reviews', reviewId))?.decision?.outcome === 'approved';
    },

    /** All reviews of a subject, oldest first. */
    of: (kind: Review['kind'], subject: string, from: Reader = store) => from.find('reviews', 'subject', `${kind}:${subject}`),
  };
}
