/**
 * What only the customer-service desk (고객센터) does: disconnecting, and changing approved terms.
 * Source: guide, 신청 1단계 (연결 해제는 고객센터로 별도 문의) and 4단계 (약관의 순서 및 내용을 변경하려면, 고객센터로 문의).
 */
import { RuleBroken } from '../rule.ts';
import type { Term, Tx } from '../store/index.ts';
import type { TermChange } from '../terms/index.ts';
import type { SyncDeps } from './deps.ts';

/** The desk itself, as nobody can be by signing in. */
export const DESK = Symbol('customer-service desk');
/** Who asks: the desk, or a person by account id. */
export type Asker = typeof DESK | string;

/** A person asked for what only the desk does, whatever their role. */
export class DeskOnly extends RuleBroken {
  readonly code = 'desk_only';
}

/** The profile is not connected to the app. `details.channelId`. */
export class ChannelNotConnected extends RuleBroken {
  readonly code = 'channel_not_connected';
}

/** Throws DeskOnly, ChannelNotConnected. A profile that is gone is no longer offered on the consent screen. */
export async function disconnect(tx: Tx, by: Asker, appId: string, channelId: string): Promise<void> {
  mustBeDesk(by);
  const id = `${appId}:${channelId}`;
  if (!(await tx.get('connections', id))) throw new ChannelNotConnected(`profile ${channelId} is not connected`, { channelId });
  tx.remove('connections', id);
  const app = await tx.get('apps', appId);
  if (app?.channelOnConsent === channelId) tx.put('apps', { ...app, channelOnConsent: null });
}

/** Throws DeskOnly, OrderIncomplete. */
export async function reorderTerms({ terms }: SyncDeps, tx: Tx, by: Asker, appId: string, tags: readonly string[]): Promise<void> {
  mustBeDesk(by);
  await terms.reorder(tx, appId, tags);
}

/** Throws DeskOnly, UnknownTerm, TitleMissing, TermUrlRefused. */
export async function changeTerm({ terms }: SyncDeps, tx: Tx, by: Asker, appId: string, tag: string, to: TermChange): Promise<Term> {
  mustBeDesk(by);
  return terms.change(tx, appId, tag, to);
}

function mustBeDesk(by: Asker): void {
  if (by !== DESK) throw new DeskOnly('only the customer-service desk does this');
}
