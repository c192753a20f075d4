/** 동의항목 of an app, as far as its reviews permit them. Source: guide, 신청 2단계 (2) and 4단계 (검수 기준으로 설정을 다시 해야 함). */
import { type App, type ConfiguredItem, itemOf, withItem, withoutItem } from '../apps/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Application, Reader, Tx } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';

/** The item needs a review, and none has approved it. `details.item`. */
export class ItemNotApproved extends RuleBroken {
  readonly code = 'item_not_approved';
}

/** The item was approved as required or as optional, and is configured as the other. `details`: `item`, `approved`. */
export class StateNotApproved extends RuleBroken {
  readonly code = 'state_not_approved';
}

/** 선택 → 필수로 수정 가능, and never back. `details.item`. */
export class NeverBack extends RuleBroken {
  readonly code = 'never_back';
}

/** 플러스친구 추가 상태 및 내역 is of the profiles that are connected: there is none. */
export class NoProfileToTell extends RuleBroken {
  readonly code = 'no_profile_to_tell';
}

/** An item that a review has approved, and the application that says whether it is required. */
export interface ApprovedItem {
  id: string;
  required: boolean;
  application: Application;
}

/** The approved items of an app, each once: the newest approval counts; with `until`, those that were approved by then. */
export async function approvedItems(
  { reviews }: Pick<SyncDeps, 'reviews'>,
  appId: string,
  from: Reader,
  until = Infinity,
): Promise<ApprovedItem[]> {
  const granted = reviews.granting(from, until);
  const approved = new Map<string, ApprovedItem>();
  for (const application of await from.find('applications', 'app', appId)) {
    for (const { id, required } of application.items) {
      if (await granted(application.reviewId, id)) approved.set(id, { id, required, application });
    }
  }
  return [...approved.values()];
}

/**
 * Switches an item on, or changes its state or purpose. Editors may.
 * Throws UnknownApp, AppRoleMissing, ItemNotApproved, StateNotApproved, NoProfileToTell, UnknownItem, PurposeMissing.
 */
export async function configureItem(deps: SyncDeps, tx: Tx, by: string, appId: string, item: ConfiguredItem): Promise<App> {
  const app = await deps.apps.asMember(appId, by, 'editor', tx);
  const after = withItem(app, item);
  await mustBePermitted(deps, tx, app, item);
  tx.put('apps', after);
  return after;
}

/**
 * All items as the console saves them: those that are not named are OFF. What stays in its state is not asked for its permission again.
 * Editors may. Throws UnknownApp, AppRoleMissing, ItemNotApproved, StateNotApproved, NoProfileToTell, UnknownItem, PurposeMissing.
 */
export async function setItems(deps: SyncDeps, tx: Tx, by: string, appId: string, items: readonly ConfiguredItem[]): Promise<App> {
  const app = await deps.apps.asMember(appId, by, 'editor', tx);
  let after: App = { ...app, items: [] };
  for (const item of items) {
    after = withItem(after, item);
    const before = app.items.find(({ id }) => id === item.id);
    if (before?.state !== item.state) await mustBePermitted(deps, tx, app, item);
  }
  tx.put('apps', after);
  return after;
}

/** 사용 안 함. Editors may. Throws UnknownApp, AppRoleMissing. */
export async function switchItemOff({ apps }: SyncDeps, tx: Tx, by: string, appId: string, itemId: string): Promise<App> {
  const after = withoutItem(await apps.asMember(appId, by, 'editor', tx), itemId);
  tx.put('apps', after);
  return after;
}

/** Changes whether an approved item is required: from optional only. Editors may. Throws UnknownApp, AppRoleMissing, ItemNotApproved, NeverBack. */
export async function changeCondition(deps: SyncDeps, tx: Tx, by: string, appId: string, itemId: string, required: boolean): Promise<void> {
  await deps.apps.asMember(appId, by, 'editor', tx);
  const approved = (await approvedItems(deps, appId, tx)).find(({ id }) => id === itemId);
  if (!approved) throw new ItemNotApproved(`${itemId} is not approved`, { item: itemId });
  if (approved.required && !required) throw new NeverBack(`${itemId} is required, and stays so`, { item: itemId });
  const { application } = approved;
  const items = application.items.map((item) => (item.id === itemId ? { ...item, required } : item));
  tx.put('applications', { ...application, items });
}

async function mustBePermitted(deps: SyncDeps, tx: Tx, app: App, { id, state }: ConfiguredItem): Promise<void> {
  if (id === 'plusfriends' && (await tx.find('connections', 'app', app.id)).length === 0)
    throw new NoProfileToTell(`app ${app.id} has no profile`, { item: id });
  if (!itemOf(app, id)?.needsReview) return;
  const approved = (await approvedItems(deps, app.id, tx)).find((each) => each.id === id);
  if (!approved) throw new ItemNotApproved(`${id} is not approved`, { item: id });
  if (approved.required !== (state === 'required'))
    throw new StateNotApproved(`${id} is approved as ${approved.required ? 'required' : 'optional'}`, {
      item: id,
      approved: approved.required ? 'required' : 'optional',
    });
}
