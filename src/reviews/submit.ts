/** Submitting (검수 요청): one review at a time for each kind and subject. */
import { randomText, type Review, type ReviewPolicy, timeId, type Tx } from '../store/index.ts';
import { ReviewPending } from './refused.ts';
import { standing } from './standing.ts';
import { workingDaysAfter } from './working-days.ts';

export interface Submission {
  kind: Review['kind'];
  /** Whatever is reviewed, by name: the id of a profile, of an app. */
  subject: string;
  /** Names of what may be left out of an approval. */
  parts?: readonly string[];
  /** Account id. */
  by: string;
}

/** Writes a new review in the caller's unit of work. Throws ReviewPending. */
export async function submit(tx: Tx, now: number, { kind, subject, parts = [], by }: Submission): Promise<Review> {
  const before = await tx.find('reviews', 'subject', `${kind}:${subject}`);
  const pending = before.find((review) => !standing(review, now).decision);
  if (pending) throw new ReviewPending(`a ${kind} review of ${subject} is under way`, { reviewId: pending.id });
  const { policy = 'by-hand' } = (await tx.get('reviewPolicies', kind)) ?? {};
  const review: Review = {
    id: timeId(now),
    kind,
    subject,
    parts: [...parts],
    submittedAt: now,
    submittedBy: by,
    dueAt: dueAt(policy, now),
    decision: null,
  };
  tx.put('reviews', review);
  return review;
}

/** 영업일 기준 3~5일. Source: guide, 신청 2단계, 권한 선택하기. */
function dueAt(policy: ReviewPolicy, now: number): number | null {
  if (policy === 'by-hand') return null;
  return policy === 'at-once' ? now : workingDaysAfter(now, Number(randomText(1, '345')));
}
