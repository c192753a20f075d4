/**
 * Terms (서비스 약관): the service's own terms as they were approved, and who agreed to which.
 * Words: tag (the key that the partner receives), title in Korean and English, required (필수) or optional (선택), order.
 * Limits: at most 10 per app, tags unique in the app, order is registration order, shown only once approved.
 * Leaves to others: the application (sync), when the screen appears (consent).
 */
import type { Reviews } from '../reviews/index.ts';
import type { Agreement, Reader, Store, Term, Tx } from '../store/index.ts';

export type { Agreement, Term } from '../store/index.ts';

/** The tag under which the agreement to "만 14세 이상입니다" is told. Source: kakao-api 5.5. */
export const AGE_CHECK_TAG = 'user_age_check';

export type Terms = ReturnType<typeof openTerms>;

export function openTerms({ store, reviews }: { store: Store; reviews: Reviews }) {
  const agreements = (appId: string, accountId: string, from: Reader = store): Promise<Agreement[]> =>
    from.find('agreements', 'link', `${appId}:${accountId}`);

  return {
    /** The approved terms of an app in registration order. */
    async approved(appId: string, from: Reader = store): Promise<Term[]> {
      const terms: Term[] = [];
      for (const term of await from.find('terms', 'app', appId)) {
        if (await reviews.grants(term.reviewId, term.tag, from)) terms.push(term);
      }
      return terms.sort((a, b) => a.order - b.order);
    },

    /** What a person agreed to in an app, the age check included. */
    agreements,

    /** Writes an agreement down. An older one with the same tag keeps its date. */
    async agree(tx: Tx, agreement: Omit<Agreement, 'id'>): Promise<void> {
      const id = `${agreement.appId}:${agreement.accountId}:${agreement.tag}`;
      if (!(await tx.get('agreements', id))) tx.put('agreements', { id, ...agreement });
    },

    /** Takes back the agreements with these tags. */
    async withdraw(tx: Tx, appId: string, accountId: string, tags: readonly string[]): Promise<void> {
      for (const { id, tag } of await agreements(appId, accountId, tx)) if (tags.includes(tag)) tx.remove('agreements', id);
    },

    /** Forgets every agreement of a person in an app (unlink). */
    async forget(tx: Tx, appId: string, accountId: string): Promise<void> {
      for (const { id } of await agreements(appId, accountId, tx)) tx.remove('agreements', id);
    },
  };
}
