/** 인증 하기 between its two steps: one draft per profile, kept until it is handed in. Source: guide, 준비 1 (STEP 01). */
import { type Business, type Businesses, NumberRefused, registrationNumber } from '../businesses/index.ts';
import type { Clock } from '../clock.ts';
import { type Documents, PICTURES } from '../documents/index.ts';
import { ReviewPending, type Reviews } from '../reviews/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Channel, Document, Reader, Tx } from '../store/index.ts';
import { certificationHistory } from './certification.ts';
import {
  boxesIn,
  type CertificationForm,
  CertificationIncomplete,
  type CertificationProblem,
  certificationProblems,
  EMPTY_CERTIFICATION,
} from './certification-form.ts';
import { channelFor } from './roles.ts';

export interface CertifyDeps {
  clock: Clock;
  businesses: Businesses;
  documents: Documents;
  reviews: Reviews;
}

/** The profile is certified: its business is settled, and is not applied for again. */
export class AlreadyCertified extends RuleBroken {
  readonly code = 'already_certified';
}

/** The form as it stands, with the business that is stored under its number. */
export interface CertificationDraftState {
  form: CertificationForm;
  business: Business | undefined;
  /** Everything that keeps it from being handed in. */
  problems: readonly CertificationProblem[];
}

/** What the papers of a profile are owned by, those of its draft and of all its applications. */
export const papersOwner = (channelId: string): string => `certification:${channelId}`;

/**
 * What is written so far; after a rejection what was turned down, to be mended.
 * Throws UnknownChannel, ChannelRoleMissing, AlreadyCertified, ReviewPending.
 */
export async function draftOf(deps: CertifyDeps, from: Reader, by: string, channelId: string): Promise<CertificationDraftState> {
  const channel = await applicant(deps, from, by, channelId);
  const draft = await from.get('certificationDrafts', channelId);
  const form = draft?.form ?? (await beginning(deps, from, channel));
  const business = await businessUnder(deps.businesses, form, from);
  return { form, business, problems: certificationProblems(form, business, deps.clock.now()) };
}

/**
 * Replaces the draft. Its papers are the profile's from now on; what neither it nor an application names is removed, and comes
 * back as the documents whose files are to be erased.
 * @param ready whether nothing may be missing
 * Throws as `draftOf` does, and UnknownDocument, DocumentWrongKind, CertificationIncomplete.
 */
export async function saveDraft(
  deps: CertifyDeps,
  tx: Tx,
  by: string,
  channelId: string,
  form: CertificationForm,
  { ready }: { ready: boolean },
): Promise<Document[]> {
  await applicant(deps, tx, by, channelId);
  if (ready) mustBeReady(deps, form, await businessUnder(deps.businesses, form, tx));
  const owner = papersOwner(channelId);
  const attached = documentsOf(form.papers);
  for (const id of attached) await deps.documents.claim(tx, id, { by, owner, allowed: PICTURES });
  const submitted = (await tx.find('certifications', 'channel', channelId)).flatMap((each) => documentsOf(each.papers));
  tx.put('certificationDrafts', { id: channelId, editedBy: by, editedAt: deps.clock.now(), form });
  return deps.documents.retain(tx, owner, [...attached, ...submitted]);
}

/** Throws CertificationIncomplete. */
export function mustBeReady({ clock }: CertifyDeps, form: CertificationForm, business: Business | undefined): void {
  const problems = certificationProblems(form, business, clock.now());
  if (problems.length > 0) throw new CertificationIncomplete(problems);
}

/** The profile, for a manager who may apply now. Throws UnknownChannel, ChannelRoleMissing, AlreadyCertified, ReviewPending. */
async function applicant({ reviews }: CertifyDeps, from: Reader, by: string, channelId: string): Promise<Channel> {
  const channel = await channelFor(from, channelId, by, 'manager');
  const newest = await reviews.newest('certification', channelId, from);
  if (newest && !newest.decision) throw new ReviewPending(`profile ${channelId} is being reviewed`, { reviewId: newest.id });
  if (newest?.decision?.outcome === 'approved') throw new AlreadyCertified(`profile ${channelId} is certified`, { channelId });
  return channel;
}

/** What the newest application said, if one is on record, or the business that the profile has. */
async function beginning({ reviews }: CertifyDeps, from: Reader, { id, businessNumber }: Channel): Promise<CertificationForm> {
  const [newest] = await certificationHistory(reviews, id, from);
  const known = newest?.form?.businessNumber ?? businessNumber;
  return {
    ...EMPTY_CERTIFICATION,
    ...(newest?.form && { type: newest.form.type, papers: newest.form.papers }),
    ...(known && { number: known.split('-') }),
  };
}

async function businessUnder(businesses: Businesses, form: CertificationForm, from: Reader): Promise<Business | undefined> {
  try {
    return await businesses.byNumber(registrationNumber(boxesIn(form)), from);
  } catch (error) {
    if (error instanceof NumberRefused) return undefined;
    throw error;
  }
}

function documentsOf(papers: CertificationForm['papers']): string[] {
  return Object.values(papers).flatMap(({ document }) => document ?? []);
}
