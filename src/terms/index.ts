/**
 * Terms (서비스 약관): the service's own terms as they were approved, and who agreed to which.
 * Words: tag (the key that the partner receives), title in Korean and English, required (필수) or optional (선택), order.
 * Limits: at most 10 per app, tags unique in the app, order is registration order, shown only once approved, in the version approved last.
 * Leaves to others: the application (sync), when the screen appears (consent).
 */
import type { Clock } from '../clock.ts';
import type { Reviews } from '../reviews/index.ts';
import type { Agreement, Reader, Store, Term, Tx } from '../store/index.ts';
import { writeTerms } from './apply.ts';
import { changed, newestVersions, propose, reorder, type TermChange } from './change.ts';
import type { DraftTerm } from './rules.ts';

export { trimmed } from './apply.ts';
export { NothingChanged, OrderIncomplete, type TermChange, UnknownTerm } from './change.ts';
export {
  type DraftTerm,
  EvidenceMissing,
  isWebAddress,
  MOST_TERMS,
  NoTerms,
  TagAlreadyUsed,
  TagRefused,
  TermUrlRefused,
  termProblems,
  TitleMissing,
  TooManyTerms,
} from './rules.ts';
export type { Agreement, Term } from '../store/index.ts';

/** The tag under which the agreement to "만 14세 이상입니다" is told. Source: kakao-api 5.5. */
export const AGE_CHECK_TAG = 'user_age_check';

export type Terms = ReturnType<typeof openTerms>;

export function openTerms({ store, clock, reviews }: { store: Store; clock: Clock; reviews: Reviews }) {
  const agreements = (appId: string, accountId: string, from: Reader = store): Promise<Agreement[]> =>
    from.find('agreements', 'link', `${appId}:${accountId}`);

  const approved = async (appId: string, from: Reader = store, until = Infinity): Promise<Term[]> => {
    const granted = reviews.granting(from, until);
    const terms: Term[] = [];
    for (const term of await from.find('terms', 'app', appId)) if (await granted(term.reviewId, term.tag)) terms.push(term);
    return newestVersions(terms);
  };

  return {
    /** The approved terms of an app in registration order; with `until`, those that were approved by then. */
    approved,

    /** Hands terms in under a review. They must keep the rules of `termProblems`. */
    async apply(tx: Tx, appId: string, reviewId: string, terms: readonly DraftTerm[]): Promise<void> {
      writeTerms(tx, clock.now(), appId, reviewId, terms, await approved(appId, tx));
    },

    /** Puts the approved terms into this order, for the desk. Throws OrderIncomplete, NothingChanged. */
    reorder: async (tx: Tx, appId: string, tags: readonly string[]): Promise<void> =>
      reorder(tx, clock.now(), appId, await approved(appId, tx), tags),

    /** An approved term as it would be with this change. Throws UnknownTerm, TitleMissing, TermUrlRefused, NothingChanged. */
    changed: async (appId: string, tag: string, to: TermChange, from: Reader = store): Promise<Term> =>
      changed(await approved(appId, from), tag, to),

    /** Hands a changed term in under a review; until that approves it the one before stays. For the desk. */
    propose: (tx: Tx, reviewId: string, version: Term): void => propose(tx, clock.now(), reviewId, version),

    /** What a person agreed to in an app, the age check included. */
    agreements,

    /** Writes agreements of a person in an app down. An older one with the same tag keeps its date. Resolves with all that there are then. */
    async agree(
      tx: Tx,
      appId: string,
      accountId: string,
      given: readonly Pick<Agreement, 'tag' | 'agreedAt' | 'agreedBy'>[],
    ): Promise<Agreement[]> {
      const before = await agreements(appId, accountId, tx);
      const added = given
        .filter(({ tag }) => !before.some((agreement) => agreement.tag === tag))
        .map(({ tag, agreedAt, agreedBy }) => ({ id: `${appId}:${accountId}:${tag}`, appId, accountId, tag, agreedAt, agreedBy }));
      for (const agreement of added) tx.put('agreements', agreement);
      return [...before, ...added];
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
