/**
 * What only the customer-service desk (고객센터) does: disconnecting, reordering, and (desk-terms.ts) new and changed terms.
 * Everything it does is written down. `note` is what it was asked for.
 * Source: guide, 신청 1단계 (연결 해제는 고객센터로 별도 문의) and 4단계 (약관의 순서 및 내용을 변경하려면, 고객센터로 문의).
 */
import { RuleBroken } from '../rule.ts';
import { ALL, type DeskEntry, LONGEST_REASON, type Reader, timeId, type Tx } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';

/** The desk itself, as nobody can be by signing in. */
export const DESK = Symbol('customer-service desk');
/** Who asks: the desk, or a person by account id. */
export type Asker = typeof DESK | string;
/** As whom it submits reviews: no account has this id. */
export const DESK_ID = 'desk';

/** A person asked for what only the desk does, whatever their role. */
export class DeskOnly extends RuleBroken {
  readonly code = 'desk_only';
}

/** The profile is not connected to the app. `details.channelId`. */
export class ChannelNotConnected extends RuleBroken {
  readonly code = 'channel_not_connected';
}

/** Throws DeskOnly, ChannelNotConnected. A profile that is gone is no longer offered on the consent screen. */
export async function disconnect(deps: SyncDeps, tx: Tx, by: Asker, appId: string, channelId: string, note: string): Promise<void> {
  mustBeDesk(by);
  const id = `${appId}:${channelId}`;
  if (!(await tx.get('connections', id))) throw new ChannelNotConnected(`profile ${channelId} is not connected`, { channelId });
  tx.remove('connections', id);
  const app = await tx.get('apps', appId);
  if (app?.channelOnConsent === channelId) tx.put('apps', { ...app, channelOnConsent: null });
  writeDown(deps, tx, appId, 'disconnected', { channel: channelId }, note);
}

/** Throws DeskOnly, OrderIncomplete, NothingChanged. */
export async function reorderTerms(deps: SyncDeps, tx: Tx, by: Asker, appId: string, tags: readonly string[], note: string): Promise<void> {
  mustBeDesk(by);
  const before = (await deps.terms.approved(appId, tx)).map(({ tag }) => tag);
  await deps.terms.reorder(tx, appId, tags);
  writeDown(deps, tx, appId, 'reordered', { before: before.join(', '), after: tags.join(', ') }, note);
}

/** What the desk did to an app, or to any, newest first. */
export async function deskLog(from: Reader, appId?: string): Promise<DeskEntry[]> {
  const entries = appId ? await from.find('deskEntries', 'app', appId) : await from.find('deskEntries', 'all', ALL);
  return entries.reverse();
}

/** Throws DeskOnly. */
export function mustBeDesk(by: Asker): void {
  if (by !== DESK) throw new DeskOnly('only the customer-service desk does this');
}

export function writeDown(
  { clock }: SyncDeps,
  tx: Tx,
  appId: string,
  did: DeskEntry['did'],
  details: DeskEntry['details'],
  note: string,
): void {
  const at = clock.now();
  tx.put('deskEntries', { id: timeId(at), appId, at, did, details, note: note.trim().slice(0, LONGEST_REASON) });
}
