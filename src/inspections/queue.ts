/** What waits for a decision, and what was decided. */
import type { Review, Reviews } from '../reviews/index.ts';
import type { Store } from '../store/index.ts';

/** Null: of all kinds, of all apps. */
export interface QueueFilter {
  kind: Review['kind'] | null;
  appId: string | null;
}

export async function queue({ store, reviews }: { store: Store; reviews: Reviews }, { kind, appId }: QueueFilter): Promise<Review[]> {
  const profiles = appId === null ? [] : (await store.find('connections', 'app', appId)).map(({ channelId }) => channelId);
  const isOfApp = (review: Review): boolean =>
    review.kind === 'certification' ? profiles.includes(review.subject) : review.subject === appId;
  return (await reviews.all())
    .filter((review) => (kind === null || review.kind === kind) && (appId === null || isOfApp(review)))
    .sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null) || b.submittedAt - a.submittedAt);
}
