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

/** A profile's certification in one answer. */
export interface CertificationStanding {
  state: CertificationState;
  /** 비즈니스 사업자, 공공기관 / 유명인, or 미인증. */
  type: Certification['type'] | 'none';
  /** The application that holds (유효 정보), if one does. */
  valid: CertificationEntry | undefined;
  newest: CertificationEntry | undefined;
}

/** What a seed has planted is a business's. */
export async function certificationStanding(reviews: Reviews, channelId: string, from: Reader): Promise<CertificationStanding> {
  const [newest] = await certificationHistory(reviews, channelId, from);
  const state = stateOf(newest?.review);
  const valid = state === 'valid' ? newest : undefined;
  return { state, type: valid ? (valid.form?.type ?? 'business') : 'none', valid, newest };
}

export async function certificationState(reviews: Reviews, channelId: string, from: Reader): Promise<CertificationState> {
  return stateOf(await reviews.newest('certification', channelId, from));
}

/** All applications of a profile, newest first. */
export async function certificationHistory(reviews: Reviews, channelId: string, from: Reader): Promise<CertificationEntry[]> {
  const history = await reviews.history('certification', channelId, from);
  return Promise.all(history.map(async (review) => ({ review, form: await from.get('certifications', review.id) })));
}

function stateOf(newest: Review | undefined): CertificationState {
  if (!newest) return 'none';
  if (!newest.decision) return 'pending';
  return newest.decision.outcome === 'approved' ? 'valid' : 'rejected';
}
