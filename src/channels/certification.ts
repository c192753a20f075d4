/** How a profile's 비즈니스 인증 stands, worked out from its reviews. Source: guide, 준비 1 (유효 정보, 히스토리, 인증 하기). */
import type { Review, Reviews } from '../reviews/index.ts';
import type { Certification, Reader } from '../store/index.ts';

/** 유효, 심사 중, 반려, 미인증. */
export type CertificationState = 'valid' | 'pending' | 'rejected' | 'none';

/** One application, as it stands. What was planted by a seed has a review only. */
export interface CertificationEntry {
  review: Review;
  form: Certification | undefined;
}

export async function certificationState(reviews: Reviews, channelId: string, from: Reader): Promise<CertificationState> {
  const newest = await reviews.newest('certification', channelId, from);
  if (!newest) return 'none';
  if (!newest.decision) return 'pending';
  return newest.decision.outcome === 'approved' ? 'valid' : 'rejected';
}

/** All applications of a profile, newest first. */
export async function certificationHistory(reviews: Reviews, channelId: string, from: Reader): Promise<CertificationEntry[]> {
  const history = await reviews.history('certification', channelId, from);
  return Promise.all(history.map(async (review) => ({ review, form: await from.get('certifications', review.id) })));
}
