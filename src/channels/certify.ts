/** Applying for 비즈니스 인증: a business, and papers that show it. Source: guide, 준비 1. */
import { type Businesses, type Trade, trades, tradesOf } from '../businesses/index.ts';
import { type Documents, PICTURES } from '../documents/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Review, Reviews } from '../reviews/index.ts';
import type { Certification, Tx } from '../store/index.ts';
import { channelFor } from './roles.ts';

/** What is handed in. Documents are ids of what this person has uploaded. */
export interface CertificationForm {
  businessNumber: string;
  /** 사업자등록증 */
  registration: string | null;
  /** 재직증명서 또는 대표자의 신분증 */
  identity: string | null;
  /** 업종별 제출 서류 */
  certificates: Partial<Record<Trade, string>>;
}

/** Papers that this business has to show were not attached. `details.missing`: `registration`, `identity`, or trades. */
export class PapersMissing extends RuleBroken {
  readonly code = 'papers_missing';
  constructor(missing: readonly string[]) {
    super(`papers are missing: ${missing.join(', ')}`, { missing });
  }
}

/** The profile is certified: its business is settled, and is not applied for again. */
export class AlreadyCertified extends RuleBroken {
  readonly code = 'already_certified';
}

export interface CertifyDeps {
  businesses: Businesses;
  documents: Documents;
  reviews: Reviews;
}

/**
 * Hands the application in. A manager may.
 * Throws UnknownChannel, ChannelRoleMissing, AlreadyCertified, ReviewPending, UnknownBusiness, PapersMissing, UnknownDocument, DocumentWrongKind.
 */
export async function certify(deps: CertifyDeps, tx: Tx, by: string, channelId: string, form: CertificationForm): Promise<Review> {
  const channel = await channelFor(tx, channelId, by, 'manager');
  const newest = await deps.reviews.newest('certification', channelId, tx);
  if (newest?.decision?.outcome === 'approved') throw new AlreadyCertified(`profile ${channelId} is certified`, { channelId });
  const { id: businessNumber, ...business } = await deps.businesses.stored(form.businessNumber, tx);
  const documents = papersOf(form, tradesOf(business));
  const attached = [documents.registration, documents.identity, ...Object.values(documents.certificates)];
  for (const id of attached) await deps.documents.claim(tx, id, { by, owner: `certification:${channelId}`, allowed: PICTURES });
  const review = await deps.reviews.submit(tx, { kind: 'certification', subject: channelId, by });
  tx.put('certifications', { id: review.id, channelId, businessNumber, documents });
  tx.put('channels', { ...channel, businessNumber });
  return review;
}

/** The papers of the form, certificates that were not asked for among them. */
function papersOf({ registration, identity, certificates }: CertificationForm, needed: readonly Trade[]): Certification['documents'] {
  const missing = needed.filter((trade) => !certificates[trade]);
  if (!registration || !identity || missing.length > 0)
    throw new PapersMissing([...(registration ? [] : ['registration']), ...(identity ? [] : ['identity']), ...missing]);
  const given = trades.flatMap((trade) => (certificates[trade] ? [[trade, certificates[trade]] as const] : []));
  return { registration, identity, certificates: Object.fromEntries(given) };
}
