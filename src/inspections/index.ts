/**
 * Inspections (심사 자료): what a reviewer looks at before a decision: claims beside evidence, and what can be checked without eyes.
 * Words: subject (what was submitted), paper (증빙 서류), check, verdict (ok, not ok, could not check), reach.
 * Limits: a check of addresses has 3 seconds for all of them and follows 3 redirects each; nothing out of reach is asked.
 * Leaves to others: the decision (reviews), the files (documents), what may be submitted at all (channels, sync).
 */
import type { Clock } from '../clock.ts';
import type { Reach } from '../outward/reach.ts';
import { type Review, type Reviews, UnknownReview } from '../reviews/index.ts';
import type { UrlCheck } from '../store/index.ts';
import { addressesOf, type Check, checksOf } from './checks.ts';
import { queue, type QueueFilter } from './queue.ts';
import { type Deps, type Paper, type Subject, subjectOf } from './subject.ts';
import { visit } from './visit.ts';

export type { Check, CheckName } from './checks.ts';
export type { QueueFilter } from './queue.ts';
export type { Paper, Subject } from './subject.ts';
export type { VisitVerdict } from './visit.ts';

export interface Inspection extends Subject {
  checks: Check[];
  /** What the last check of its addresses found. */
  urls: UrlCheck | undefined;
  /** The addresses that a check would ask. */
  addresses: string[];
}

export type Inspections = ReturnType<typeof openInspections>;

export interface InspectionsOptions extends Deps {
  clock: Clock;
  reviews: Reviews;
  reach: Reach;
}

export function openInspections(deps: InspectionsOptions) {
  const { store, clock, reviews, reach } = deps;
  const subject = async (reviewId: string): Promise<Subject> => {
    const review = await reviews.byId(reviewId);
    if (!review) throw new UnknownReview(`no review ${reviewId}`, { reviewId });
    return subjectOf(deps, review);
  };

  return {
    /** Everything about a review. Nothing is asked of anybody outside. Throws UnknownReview. */
    async of(reviewId: string): Promise<Inspection> {
      const found = await subject(reviewId);
      const urls = await store.get('urlChecks', reviewId);
      return { ...found, urls, checks: checksOf(found, urls), addresses: addressesOf(found) };
    },

    /** The reviews of these kinds and this app (a certification is of the apps that its profile is connected to): pending first, newest first. */
    queue: (filter: QueueFilter): Promise<Review[]> => queue(deps, filter),

    /** The name of what is reviewed: of the app or the profile. */
    async nameOf({ kind, subject: id }: Pick<Review, 'kind' | 'subject'>): Promise<string> {
      const found = kind === 'certification' ? await deps.channels.byId(id) : await deps.apps.byId(id);
      return found?.name ?? id;
    },

    /** A paper of this review, or undefined. */
    paper: async (reviewId: string, documentId: string): Promise<Paper | undefined> =>
      (await subject(reviewId)).papers.find(({ id }) => id === documentId),

    /** Asks all addresses of a review at once, and keeps what came of it. Throws UnknownReview. */
    async checkUrls(reviewId: string): Promise<UrlCheck> {
      const addresses = addressesOf(await subject(reviewId));
      const results = await Promise.all(addresses.map(async (url) => ({ url, ...(await visit(url, reach)) })));
      const check = { id: reviewId, checkedAt: clock.now(), results };
      await store.write(async (tx) => tx.put('urlChecks', check));
      return check;
    },
  };
}
