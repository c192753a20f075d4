/** 예시 화면 확인: what an app would ask for if its draft were approved as it is. Source: guide, 신청 2단계. */
import { type App, type ConfiguredItem, itemOf, UnknownApp } from '../apps/index.ts';
import type { Draft, Reader, Term } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';
import { type Asker, DESK } from './desk.ts';
import { EMPTY_DRAFT } from './draft.ts';
import type { SimpleSignup } from './signup.ts';

type DraftContent = Draft['content'];

/** The app with what it may use then. What is not filled in yet is empty: a title, an address, a purpose. */
export interface AsApproved {
  app: App;
  items: ConfiguredItem[];
  /** As if it were switched on; null where there is no term and no age check. */
  simpleSignup: SimpleSignup | null;
}

/** What is approved and usable already, which the draft adds to. */
export interface Approved {
  items: readonly ConfiguredItem[];
  simpleSignup: SimpleSignup | null;
}

/** For members of the app, and the desk. Throws UnknownApp, AppRoleMissing. */
export async function asApproved(
  { apps, clock }: SyncDeps,
  from: Reader,
  by: Asker,
  appId: string,
  approved: (app: App) => Promise<Approved>,
): Promise<AsApproved> {
  const app = by === DESK ? await apps.byId(appId, from) : await apps.asMember(appId, by, 'member', from);
  if (!app) throw new UnknownApp(`no app ${appId}`);
  const { content = EMPTY_DRAFT } = (await from.get('drafts', appId)) ?? {};
  const { items, simpleSignup } = await approved(app);
  return { app, items: withDraftItems(app, items, content), simpleSignup: withDraftTerms(app, simpleSignup, content, clock.now()) };
}

/** An item of the draft goes before what is configured. */
function withDraftItems(app: App, usable: readonly ConfiguredItem[], { kinds, items, reason }: DraftContent): ConfiguredItem[] {
  const drafted = kinds.includes('items') ? items.filter(({ id }) => itemOf(app, id)) : [];
  const kept = usable.filter(({ id }) => !drafted.some((item) => item.id === id));
  return [...kept, ...drafted.map(({ id, required }) => ({ id, state: required ? 'required' : 'optional', purpose: reason }) as const)];
}

function withDraftTerms(
  app: App,
  approved: SimpleSignup | null,
  { kinds, terms, ageCheck }: DraftContent,
  now: number,
): SimpleSignup | null {
  if (!kinds.includes('terms')) return approved;
  const drafted = terms.map((term, at) => termOf(app, term, at, now));
  return { terms: [...(approved?.terms ?? []), ...drafted], ageCheck: ageCheck || (approved?.ageCheck ?? false) };
}

/** A term that is still being written, as a row of the screen. */
function termOf({ id: appId }: App, { tag, title, url, required }: DraftContent['terms'][number], at: number, now: number): Term {
  return { id: `${appId}:draft-${at}`, appId, tag, title, url, required, order: at + 1, reviewId: '', createdAt: now, updatedAt: now };
}
