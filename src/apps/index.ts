/**
 * Apps (디벨로퍼스 앱): keys, secrets, redirect URIs, members, 동의항목 and the switches of the console.
 * Words: REST / JavaScript / native key (a `client_id`), admin key, 사용자 관리, 동의항목, era.
 * Limits: a redirect URI is compared as text; keys are unique over all apps; some APIs have a quota (쿼터) of calls per minute.
 * Leaves to others: reviews and linked profiles (sync), what is on the screen (consent).
 */
import type { Clock } from '../clock.ts';
import { ALL, type App, type AppKey, type Reader, type Store } from '../store/index.ts';
import { quotas, spend } from './quota.ts';

export { type ChannelField, type Difference, differences, type Era, inEra } from './era.ts';
export { type ConsentItem, consentItem, itemIds } from './items.ts';
export { type AppKind, kindOf } from './kind.ts';
export { callsPerMinute, type Quota, QuotaExceeded, tokenRequests } from './quota.ts';
export type { App, AppKey } from '../store/index.ts';

/** An app together with the key that it was called by. */
export interface Client {
  app: App;
  key: AppKey;
}

export type Apps = ReturnType<typeof openApps>;

export function openApps({ store, clock }: { store: Store; clock: Clock }) {
  const all = (): Promise<App[]> => store.find('apps', 'all', ALL);

  return {
    byId: (id: string, from: Reader = store) => from.get('apps', id),

    /** The app and key behind a `client_id`, or undefined. Admin keys are no client ids. */
    async byKey(clientId: string, from: Reader = store): Promise<Client | undefined> {
      const [app] = await from.find('apps', 'key', clientId);
      const key = app?.keys.find((each) => each.key === clientId);
      return app && key ? { app, key } : undefined;
    },

    async byAdminKey(adminKey: string): Promise<App | undefined> {
      return (await store.find('apps', 'adminKey', adminKey))[0];
    },

    /** Counts a call of a limited API. Throws QuotaExceeded. */
    spend: (app: App, api: string, perMinute: number) => spend({ store, clock }, app, api, perMinute),

    /** What is limited for an app, and what is left of it. */
    quotas: (app: App) => quotas({ store, clock }, app),

    all,

    /** The test apps (테스트 앱) of an app. */
    testsOf: async (appId: string): Promise<App[]> => (await all()).filter(({ testOf }) => testOf === appId),

    /**
     * The demo partner moved: wherever an app or endpoint points to `from`, it now points to `to` (base URLs).
     * So a partner on a free port is registered like one on its usual port.
     */
    movePartner: (from: string, to: string) =>
      store.write(async (tx) => {
        const moved = (url: string) => (url.startsWith(`${from}/`) ? to + url.slice(from.length) : url);
        for (const app of await tx.find('apps', 'all', ALL)) {
          if (!app.keys.some((key) => key.redirectUris.some((uri) => moved(uri) !== uri))) continue;
          tx.put('apps', { ...app, keys: app.keys.map((key) => ({ ...key, redirectUris: key.redirectUris.map(moved) })) });
          for (const endpoint of await tx.find('endpoints', 'app', app.id)) tx.put('endpoints', { ...endpoint, url: moved(endpoint.url) });
        }
      }),
  };
}
