/** The demo partner on a free port: so it is registered like one on its usual port. */
import { ALL, type Tx } from '../store/index.ts';

/** Where the shipped world expects the demo partner. */
export const PARTNER_HOME = 'http://localhost:5254';

/** Wherever an app or endpoint points to `from`, it now points to `to` (base URLs). */
export async function movePartner(tx: Tx, from: string, to: string): Promise<void> {
  const moved = (url: string) => (url.startsWith(`${from}/`) ? to + url.slice(from.length) : url);
  for (const app of await tx.find('apps', 'all', ALL)) {
    if (!app.keys.some((key) => key.redirectUris.some((uri) => moved(uri) !== uri))) continue;
    tx.put('apps', { ...app, keys: app.keys.map((key) => ({ ...key, redirectUris: key.redirectUris.map(moved) })) });
    for (const endpoint of await tx.find('endpoints', 'app', app.id)) tx.put('endpoints', { ...endpoint, url: moved(endpoint.url) });
  }
}
