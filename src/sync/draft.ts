/** An application that is being written (상세 내용 작성): one per app, kept at every step, and never overwritten unseen. Source: guide, 신청 2단계. */
import { EVIDENCE, looseOwner, UnknownDocument } from '../documents/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Document, Draft, Reader, Tx } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';

export type DraftContent = Draft['content'];

/** A draft with the version that a change of it must name. */
export interface DraftState {
  version: number;
  content: DraftContent;
  /** Who wrote it last, and when; null while nobody has. */
  editedBy: string | null;
  editedAt: number | null;
}

interface Saved {
  draft: DraftState;
  gone: Document[];
}

/** Somebody else has saved or submitted the draft since it was read. `details`: `version` now, `editedBy`, `editedAt`. */
export class StaleDraft extends RuleBroken {
  readonly code = 'stale_draft';
}

/** No profile is connected yet: 1단계 comes before 2단계. */
export class NotConnected extends RuleBroken {
  readonly code = 'not_connected';
}

export const EMPTY_DRAFT: DraftContent = {
  kinds: [],
  terms: [],
  ageCheck: false,
  items: [],
  reason: '',
  privacyUrl: '',
  evidence: null,
};

/** What the evidence of an app's drafts and applications is owned by. */
export const evidenceOwner = (appId: string): string => `sync:${appId}`;

/** The draft of an app, for its editors. Throws UnknownApp, AppRoleMissing. */
export async function draftOf({ apps }: SyncDeps, from: Reader, by: string, appId: string): Promise<DraftState> {
  await apps.asMember(appId, by, 'editor', from);
  const draft = await from.get('drafts', appId);
  if (!draft) return { version: 0, content: EMPTY_DRAFT, editedBy: null, editedAt: null };
  const { version, content, editedBy, editedAt } = draft;
  return { version, content, editedBy, editedAt };
}

/**
 * Replaces the draft that has this version. Its evidence is the app's from now on; what it no longer names is removed,
 * and comes back as the documents whose files are to be erased.
 * Throws UnknownApp, AppRoleMissing, NotConnected, StaleDraft, UnknownDocument, DocumentWrongKind.
 */
export async function saveDraft(deps: SyncDeps, tx: Tx, by: string, appId: string, version: number, content: DraftContent): Promise<Saved> {
  await freshDraft(deps, tx, by, appId, version);
  if ((await tx.find('connections', 'app', appId)).length === 0) throw new NotConnected(`app ${appId} has no profile`, { appId });
  const owner = evidenceOwner(appId);
  const evidence = evidenceOf(content);
  for (const id of evidence) await deps.documents.claim(tx, id, { by, owner, allowed: EVIDENCE });
  const submitted = (await tx.find('applications', 'app', appId)).flatMap(evidenceOf);
  const gone = await deps.documents.retain(tx, owner, [...evidence, ...submitted]);
  const draft = { version: version + 1, editedBy: by, editedAt: deps.clock.now(), content };
  tx.put('drafts', { id: appId, ...draft });
  return { draft, gone };
}

/** The same for some parts of the draft as it is now. Throws what `saveDraft` throws, but StaleDraft. */
export async function editDraft(deps: SyncDeps, tx: Tx, by: string, appId: string, parts: Partial<DraftContent>): Promise<Saved> {
  const { version, content } = await draftOf(deps, tx, by, appId);
  return saveDraft(deps, tx, by, appId, version, { ...content, ...parts });
}

/** A file of an app's draft or applications, for its members; and one of this person's own that nothing has claimed. Throws UnknownApp, AppRoleMissing, UnknownDocument. */
export async function evidenceOfApp({ apps, documents }: SyncDeps, from: Reader, by: string, appId: string, id: string): Promise<Document> {
  await apps.asMember(appId, by, 'member', from);
  const document = await documents.byId(id, from);
  if (!document || ![evidenceOwner(appId), looseOwner(by)].includes(document.owner)) throw new UnknownDocument(id);
  return document;
}

/** The draft, if it still has this version. Throws UnknownApp, AppRoleMissing, StaleDraft. */
export async function freshDraft(deps: SyncDeps, tx: Tx, by: string, appId: string, version: number): Promise<DraftState> {
  const now = await draftOf(deps, tx, by, appId);
  if (now.version === version) return now;
  const { editedBy, editedAt } = now;
  throw new StaleDraft(`the draft of app ${appId} is at ${now.version}, not ${version}`, { version: now.version, editedBy, editedAt });
}

function evidenceOf({ terms, evidence }: Pick<DraftContent, 'terms' | 'evidence'>): string[] {
  return [...terms.map((term) => term.evidence), evidence].filter((id) => id !== null);
}
