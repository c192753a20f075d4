/** What an application must be before it is submitted. Source: guide, 신청 2단계. `details.field` names the place in the form. */
import { type App, type ConsentItem, itemOf, UnknownItem } from '../apps/index.ts';
import { RuleBroken } from '../rule.ts';
import { LONGEST_REASON, type Term } from '../store/index.ts';
import { EvidenceMissing, isWebAddress, termProblems } from '../terms/index.ts';
import type { DraftContent } from './draft.ts';

/** 신청 권한 선택: neither terms nor items. */
export class NothingChosen extends RuleBroken {
  readonly code = 'nothing_chosen';
}

/** An items review without an item. */
export class NoItems extends RuleBroken {
  readonly code = 'no_items';
}

/** The item may be used without a review. `details.item`. */
export class NoReviewNeeded extends RuleBroken {
  readonly code = 'no_review_needed';
}

/** The item stands twice. `details.item`. */
export class ItemTwice extends RuleBroken {
  readonly code = 'item_twice';
}

/** 검수 완료된 내용은 수정이 불가능합니다. `details.item`. */
export class ItemAlreadyApproved extends RuleBroken {
  readonly code = 'item_already_approved';
}

/** 수집 사유 is needed. */
export class CollectionReasonMissing extends RuleBroken {
  readonly code = 'collection_reason_missing';
}

/** 최대 400자까지. `details`: `most`, `length`. */
export class CollectionReasonTooLong extends RuleBroken {
  readonly code = 'collection_reason_too_long';
}

/** 회사 개인정보 처리 방침 URL: a web address. */
export class PrivacyUrlRefused extends RuleBroken {
  readonly code = 'privacy_url_refused';
}

/** The app, and what it has already. */
export interface Standing {
  app: App;
  approvedTerms: readonly Term[];
  /** Ids of approved items. */
  approvedItems: readonly string[];
}

/** Everything that is wrong with an application, in the order of its form; nothing where it may be submitted. */
export function* applicationProblems(content: DraftContent, { app, approvedTerms, approvedItems }: Standing): Iterable<RuleBroken> {
  if (content.kinds.length === 0) yield new NothingChosen('expected terms, items or both', { field: 'kinds' });
  if (content.kinds.includes('terms')) yield* termProblems(content.terms, approvedTerms);
  if (content.kinds.includes('items')) yield* itemProblems(content, app, approvedItems);
}

/** A reason as it is kept and counted: lines end as they do in the browser's own count. */
export function reasonOf({ reason }: Pick<DraftContent, 'reason'>): string {
  return reason.replace(/\r\n?/g, '\n').trim();
}

function* itemProblems(content: DraftContent, app: App, approved: readonly string[]): Iterable<RuleBroken> {
  const ids = content.items.map(({ id }) => id);
  if (ids.length === 0) yield new NoItems('expected at least one item', { field: 'items' });
  for (const [at, id] of ids.entries()) {
    const details = { field: `items[${at}]`, item: id };
    const item = itemOf(app, id);
    if (ids.indexOf(id) !== at) yield new ItemTwice(`${id} stands twice`, details);
    else yield* kindProblems(item, approved, details);
  }
  const reason = reasonOf(content);
  if (reason === '') yield new CollectionReasonMissing('expected why the items are collected', { field: 'reason' });
  if (reason.length > LONGEST_REASON)
    yield new CollectionReasonTooLong('the reason is too long', { field: 'reason', most: LONGEST_REASON, length: reason.length });
  if (!isWebAddress(content.privacyUrl.trim()))
    yield new PrivacyUrlRefused('expected an address like https://example.com/privacy', { field: 'privacyUrl' });
  if (content.evidence === null) yield new EvidenceMissing('expected the page that asks for the items', { field: 'evidence' });
}

function* kindProblems(
  item: ConsentItem | undefined,
  approved: readonly string[],
  details: { field: string; item: string },
): Iterable<RuleBroken> {
  if (!item) yield new UnknownItem(`no consent item ${details.item}`, details);
  else if (!item.needsReview) yield new NoReviewNeeded(`${item.id} needs no review`, details);
  else if (approved.includes(item.id)) yield new ItemAlreadyApproved(`${item.id} is approved`, details);
}
