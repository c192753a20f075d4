/** How an app stands with its applications: what the button says, and everything that was applied for. Source: guide, 신청 2단계, 신청 버튼 상태 구분. */
import { type App, hasAppRole } from '../apps/index.ts';
import type { Review } from '../reviews/index.ts';
import type { Application, Reader } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';

/** 신청 전, 앱 권한이 없어 신청 불가능, 검수 진행 중, 검수 완료 후 상태 확인. */
export type ApplyButton = 'before' | 'no-role' | 'pending' | 'decided';

/** An application and its review as it stands. */
export interface ApplicationEntry {
  application: Application;
  review: Review;
}

/** All applications of an app, newest first. */
export async function applicationHistory({ reviews }: SyncDeps, appId: string, from: Reader): Promise<ApplicationEntry[]> {
  const entries: ApplicationEntry[] = [];
  for (const application of await from.find('applications', 'app', appId)) {
    const review = await reviews.byId(application.reviewId, from);
    if (review) entries.unshift({ application, review });
  }
  return entries;
}

/** What the button of an app says to this person. A review that is under way comes first: it is told to everybody. */
export function applyButton(app: App, by: string, history: readonly ApplicationEntry[]): ApplyButton {
  if (history.some(({ review }) => !review.decision)) return 'pending';
  if (!hasAppRole(app, by, 'editor')) return 'no-role';
  return history.length === 0 ? 'before' : 'decided';
}
