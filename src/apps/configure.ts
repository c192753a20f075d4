/** What an editor configures: names, icon, switches, and the 동의항목 with their purposes. Source: guide, 4단계; kakao-api 4.2. */
import type { Document, Documents } from '../documents/index.ts';
import { RuleBroken } from '../rule.ts';
import type { App, Tx } from '../store/index.ts';
import { fieldOf, iconOn, iconOwner } from './create.ts';
import { itemIds, itemOf } from './items.ts';
import { appFor } from './roles.ts';

/** 사용자 관리, OpenID Connect, 자동 연결. Simple signup is switched by sync, which knows whether its terms are approved. */
export type Switches = Partial<Pick<App, 'loginOn' | 'openidConnectOn' | 'autoLink'>>;
export type AppNames = Partial<Pick<App, 'name' | 'company'>>;
export type ConfiguredItem = App['items'][number];

/** There is no such consent item in the app's era. `details.item`. */
export class UnknownItem extends RuleBroken {
  readonly code = 'unknown_item';
}

/** 수집목적: a consent item is not used without one. `details.item`. */
export class PurposeMissing extends RuleBroken {
  readonly code = 'purpose_missing';
}

/** Throws UnknownApp, AppRoleMissing. */
export async function setSwitches(tx: Tx, by: string, appId: string, switches: Switches): Promise<App> {
  return put(tx, { ...(await appFor(tx, appId, by, 'editor')), ...switches });
}

/** Throws UnknownApp, AppRoleMissing, AppFieldRefused. */
export async function rename(tx: Tx, by: string, appId: string, { name, company }: AppNames): Promise<App> {
  const app = await appFor(tx, appId, by, 'editor');
  return put(tx, {
    ...app,
    name: name === undefined ? app.name : fieldOf('name', name),
    company: company === undefined ? app.company : fieldOf('company', company),
  });
}

/** Replaces the icon. Resolves with the documents whose files are to be erased. Throws UnknownApp, AppRoleMissing, UnknownDocument, DocumentWrongKind. */
export async function setIcon(tx: Tx, documents: Documents, by: string, appId: string, documentId: string): Promise<Document[]> {
  put(tx, await iconOn(tx, documents, by, await appFor(tx, appId, by, 'editor'), documentId));
  return documents.retain(tx, iconOwner(appId), [documentId]);
}

/** The app with this item configured; the items stay in console order. Throws UnknownItem, PurposeMissing. */
export function withItem(app: App, { id, state, purpose }: ConfiguredItem): App {
  if (!itemOf(app, id)) throw new UnknownItem(`app ${app.id} has no consent item ${id}`, { item: id });
  if (purpose.trim() === '') throw new PurposeMissing(`what is ${id} used for?`, { item: id });
  const others = app.items.filter((item) => item.id !== id);
  const items = [...others, { id, state, purpose: purpose.trim() }];
  return { ...app, items: items.sort((a, b) => itemIds.indexOf(a.id) - itemIds.indexOf(b.id)) };
}

/** 사용 안 함: the app without this item. */
export function withoutItem(app: App, id: string): App {
  return { ...app, items: app.items.filter((item) => item.id !== id) };
}

function put(tx: Tx, app: App): App {
  tx.put('apps', app);
  return app;
}
