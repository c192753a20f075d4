/** The end of a link: consent, agreements and every token of a person in an app, in one unit of work. Source: kakao-api 2.8, 2.9. */
import type { App, Link, Tx } from '../store/index.ts';
import { announceAccount } from './callbacks/account.ts';
import { announceUnlink, type UnlinkReason } from './callbacks/unlink.ts';
import type { ConsentDeps } from './deps.ts';
import { ENDED, isOverdue, isUser } from './linked.ts';
import { recordUnlink } from './record/write.ts';
import { revokeAll } from './tokens.ts';

/** Unlinks; resolves with whether there was anything to end. */
export function unlink(deps: ConsentDeps, app: App, { id }: Link, why: UnlinkReason): Promise<boolean> {
  return deps.store.write((tx) => unlinkIn(deps, tx, app, id, why));
}

/**
 * The same within the caller's unit of work, with what is told of it. The user number stays, for the day the person returns;
 * friendships stay as they are. `INCOMPLETE_SIGN_UP` ends a link whose time is over and no other.
 */
export async function unlinkIn(deps: ConsentDeps, tx: Tx, app: App, linkId: string, why: UnlinkReason): Promise<boolean> {
  const link = await tx.get('links', linkId);
  if (!isUser(link) || (why === 'INCOMPLETE_SIGN_UP' && !isOverdue(link, deps.clock.now()))) return false;
  await recordUnlink(deps, tx, app, link, why);
  tx.put('links', { ...link, ...ENDED });
  await deps.terms.forget(tx, app.id, link.accountId);
  const ended = await revokeAll(tx, app, link.accountId);
  await announceUnlink(deps, tx, app, link, why);
  const tokens = ended ? [{ name: 'tokens-revoked' as const }] : [];
  await announceAccount(deps, tx, app, link, [...tokens, { name: 'user-unlinked', reason: why }]);
  return true;
}
