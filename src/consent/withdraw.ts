/** The end of a link: consent, agreements and every token of a person in an app, in one unit of work. Source: kakao-api 2.8. */
import type { App, Link } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { revokeAll } from './tokens.ts';

/** Unlinks. The user number stays, for the day the person returns; friendships stay as they are. */
export async function unlink({ store, terms }: ConsentDeps, app: App, { id }: Link): Promise<void> {
  await store.write(async (tx) => {
    const link = await tx.get('links', id);
    if (link?.state !== 'linked') return;
    tx.put('links', { ...link, state: 'unlinked', connectedAt: null, synchedAt: null, items: [], properties: {} });
    await terms.forget(tx, app.id, link.accountId);
    await revokeAll(tx, app, link.accountId);
  });
}
