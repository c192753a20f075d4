/** What a `client_id` names. */
import type { App, AppKey, Reader } from '../store/index.ts';

/** An app together with the key that it was called by. */
export interface Client {
  app: App;
  key: AppKey;
}

/** The app and key behind a `client_id`, or undefined. Admin keys are no client ids. */
export async function byKey(clientId: string, from: Reader): Promise<Client | undefined> {
  const [app] = await from.find('apps', 'key', clientId);
  const key = app?.keys.find((each) => each.key === clientId);
  return app && key ? { app, key } : undefined;
}
