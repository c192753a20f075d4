/** Which app and key a `client_id` is: the first question of every request to kauth. Source: kakao-api 1.6, 6. */
import type { App, Client } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { Koe } from '../koe.ts';

/** What can be a `client_id`: an admin key is for servers, and for kapi. */
export const CLIENT_KEYS = ['REST API key', 'JavaScript key', 'native app key'];

/** Throws KOE101 for a key that nobody has, KOE008 for an admin key, KOE125 while the app is suspended. */
export async function clientOf({ apps }: House, { client_id: clientId }: { readonly client_id?: string | undefined }): Promise<Client> {
  const client = clientId ? await apps.byKey(clientId) : undefined;
  if (client) {
    checkNotSuspended(client.app);
    return client;
  }
  const isAdminKey = clientId && (await apps.byAdminKey(clientId));
  throw isAdminKey ? new Koe('KOE008', { got: 'admin key', expected: CLIENT_KEYS }) : new Koe('KOE101', { clientId });
}

/** 차단 앱: nothing works. Throws KOE125. */
export function checkNotSuspended(app: App): void {
  if (app.suspended) throw new Koe('KOE125');
}
