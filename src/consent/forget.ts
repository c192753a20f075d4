/** As though a person had never been at an app: a verb of the simulator, of which nobody is told. */
import type { App } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { revokeAll } from './tokens.ts';

/**
 * Removes the link with its user number, agreements and the record of them, tokens and codes, and what the person is to the app's channels, in one
 * unit of work. Whether there was anything to forget.
 */
export function forget({ store, apps, channels, sync, terms }: ConsentDeps, appId: string, accountId: string): Promise<boolean> {
  return store.write(async (tx) => {
    const id = `${appId}:${accountId}`;
    const link = await tx.get('links', id);
    const known = [link !== undefined];
    if (link) tx.put('retiredNumbers', { id: `${appId}:${link.number}` });
    tx.remove('links', id);
    for (const entry of await tx.find('consentEntries', 'link', id)) tx.remove('consentEntries', entry.id);
    await terms.forget(tx, appId, accountId);
    const app: App | undefined = await apps.byId(appId, tx);
    if (app) known.push(await revokeAll(tx, app, accountId));
    for (const { channelId } of await sync.connections(appId, tx)) known.push(await channels.forget(tx, channelId, accountId));
    return known.includes(true);
  });
}
