/**
 * Reviews (심사·검수): something was submitted, somebody decides, or its working days pass.
 * Words: pending (검수 진행 중), approved, approved in part (parts are left out, each with a reason), rejected (반려) with a reason.
 * Limits: one pending review per kind and subject; a decision is never changed; after one, a new submission is a new review.
 * Leaves to others: what was submitted. A review knows only the names of its subject and of its parts.
 */
import { type Clock, MINUTE } from '../clock.ts';
import { ALL, type Reader, type Review, type ReviewPolicy, type Store, type Tx } from '../store/index.ts';
import { approve, type LeftOut, reject, settle } from './decide.ts';
import { grants, standing } from './standing.ts';
import { type Submission, submit } from './submit.ts';

export type { LeftOut } from './decide.ts';
export { AlreadyDecided, NothingLeft, ReasonMissing, ReviewPending, UnknownPart, UnknownReview } from './refused.ts';
export type { Submission } from './submit.ts';
export type { Review, ReviewPolicy } from '../store/index.ts';
export type Reviews = ReturnType<typeof openReviews>;

/** Decisions that were due are written down each minute after `start`; they hold before that, too. */
export function openReviews({ store, clock, report }: { store: Store; clock: Clock; report: (error: unknown) => void }) {
  const standingNow = (review: Review): Review => standing(review, clock.now());
  const byId = async (id: string, from: Reader = store): Promise<Review | undefined> => {
    const review = await from.get('reviews', id);
    return review && standingNow(review);
  };
  const of = async (kind: Review['kind'], subject: string, from: Reader = store): Promise<Review[]> =>
    (await from.find('reviews', 'subject', `${kind}:${subject}`)).map(standingNow);
  const settleAll = (): Promise<Review[]> => store.write(async (tx) => settle(tx, await tx.find('reviews', 'pending', ALL), clock.now()));
  let timer: NodeJS.Timeout | undefined;

  return {
    /** The review as it stands now. */
    byId,

    /** Whether this very review was approved. */
    approved: async (reviewId: string, from: Reader = store): Promise<boolean> =>
      (await byId(reviewId, from))?.decision?.outcome === 'approved',

    /** Asks of parts whether this very review was approved (by the moment `until`) and left them not out; each review is read once. */
    granting(from: Reader = store, until = Infinity): (reviewId: string, part: string) => Promise<boolean> {
      const read = new Map<string, Promise<Review | undefined>>();
      return async (reviewId, part) => {
        if (!read.has(reviewId)) read.set(reviewId, byId(reviewId, from));
        const review = await read.get(reviewId);
        return review !== undefined && (review.decision?.decidedAt ?? 0) <= until && grants(review, part);
      };
    },

    /** All reviews of a subject as they stand, oldest first. */
    of,

    /** The same, newest first (히스토리). */
    history: async (kind: Review['kind'], subject: string, from: Reader = store): Promise<Review[]> =>
      (await of(kind, subject, from)).reverse(),

    /** The newest review of a subject, or undefined. */
    newest: async (kind: Review['kind'], subject: string, from: Reader = store): Promise<Review | undefined> =>
      (await of(kind, subject, from)).at(-1),

    /** All reviews as they stand, newest first; those that wait for somebody's hand. For the desk. */
    all: async (): Promise<Review[]> => (await store.find('reviews', 'all', ALL)).map(standingNow).reverse(),
    pending: async (): Promise<Review[]> =>
      (await store.find('reviews', 'pending', ALL)).map(standingNow).filter(({ decision }) => !decision),

    /** Begins a review in the caller's unit of work. Throws ReviewPending. */
    submit: (tx: Tx, submission: Submission): Promise<Review> => submit(tx, clock.now(), submission),

    /** Approves a review, all of it or all but some parts. Throws UnknownReview, AlreadyDecided, UnknownPart, ReasonMissing, NothingLeft. */
    approve: (reviewId: string, leftOut: LeftOut = []): Promise<Review> => store.write((tx) => approve(tx, reviewId, clock.now(), leftOut)),

    /** Turns a review down. Throws UnknownReview, AlreadyDecided, ReasonMissing. */
    reject: (reviewId: string, reason: string): Promise<Review> => store.write((tx) => reject(tx, reviewId, clock.now(), reason)),

    /** How reviews of this kind are decided. */
    policy: async (kind: Review['kind']): Promise<ReviewPolicy> => (await store.get('reviewPolicies', kind))?.policy ?? 'by-hand',

    /** How reviews that are submitted from now on are decided. */
    setPolicy: (kind: Review['kind'], policy: ReviewPolicy): Promise<void> =>
      store.write(async (tx) => tx.put('reviewPolicies', { id: kind, policy })),

    /** Writes down what is due, as the clock door does after it has moved the time. */
    settle: settleAll,

    start(): void {
      timer ??= setInterval(() => void settleAll().catch(report), MINUTE).unref();
    },
    stop(): void {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
