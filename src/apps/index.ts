/**
 * Apps (디벨로퍼스 앱): keys, secrets, redirect URIs, members, 동의항목 and the switches of the console.
 * Words: REST / JavaScript / native key (a `client_id`), admin key, 오너 / 에디터 / 멤버, 비즈 앱, 사용자 관리, 동의항목, era.
 * Limits: a redirect URI is compared as text; keys are unique over all apps; calls come from registered addresses (호출 허용 IP
 * 주소), by admin keys that may make them, and of some APIs only so often in a minute (쿼터).
 * Leaves to others: reviews, linked profiles and what they permit (sync), what is on the screen (consent).
 */
import type { Businesses } from '../businesses/index.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents/index.ts';
import { ALL, type App, type AppKey, type Reader, type Store } from '../store/index.ts';
import { becomeBiz } from './biz.ts';
import { type AppNames, rename, setIcon, setSwitches, type Switches } from './configure.ts';
import { create, type NewApp } from './create.ts';
import { addKey, reissueAdminKey, reissueKey, reissueSecret, removeKey, switchSecret } from './keys.ts';
import { removeMember, setMember } from './members.ts';
import { movePartner } from './move-partner.ts';
import { quotas, spend } from './quota.ts';
import { appFor, type AppRole } from './roles.ts';
import { setUris, type UriList } from './uris.ts';

export { blockOf } from './addresses.ts';
export { ApiNotAllowed, admit, AppSuspended, type IncomingCall, IpMismatched } from './admission.ts';
export { AlreadyBiz } from './biz.ts';
export { type AppNames, type ConfiguredItem, PurposeMissing, type Switches, UnknownItem, withItem, withoutItem } from './configure.ts';
export { AppFieldRefused, type NewApp } from './create.ts';
export { type ChannelField, type Difference, differences, type Era, inEra } from './era.ts';
export { type ConsentItem, consentItem, itemIds, itemOf } from './items.ts';
export { type AppKind, kindOf } from './kind.ts';
export { LastKey, TooManyKeys, UnknownKey } from './keys.ts';
export { LastOwner, UnknownMember } from './members.ts';
export { callsPerMinute, type Quota, QuotaExceeded, tokenRequests } from './quota.ts';
export { type AppRole, appRole, AppRoleMissing, appRoles, hasAppRole, UnknownApp } from './roles.ts';
export { RedirectUriRefused, RedirectUriTwice, TooManyRedirectUris, type UriList } from './uris.ts';
export type { App, AppKey } from '../store/index.ts';

/** An app together with the key that it was called by. */
export interface Client {
  app: App;
  key: AppKey;
}

export interface AppsOptions {
  store: Store;
  clock: Clock;
  businesses: Businesses;
  documents: Documents;
}

export type Apps = ReturnType<typeof openApps>;

/** `by` is the account id of who asks: every verb that has it throws UnknownApp and AppRoleMissing, beside what its own file says. */
export function openApps({ store, clock, businesses, documents }: AppsOptions) {
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

    all,

    /** The test apps (테스트 앱) of an app. */
    testsOf: async (appId: string): Promise<App[]> => (await all()).filter(({ testOf }) => testOf === appId),

    /** The apps in which a person has any role. */
    ofMember: (accountId: string, from: Reader = store): Promise<App[]> => from.find('apps', 'member', accountId),

    /** The app, for a person with this role or a higher one. */
    asMember: (appId: string, by: string, needed: AppRole, from: Reader = store): Promise<App> => appFor(from, appId, by, needed),

    /** 앱 만들기; whoever makes it is its owner. Throws AppFieldRefused, UnknownDocument, DocumentWrongKind. */
    create: (by: string, app: NewApp): Promise<App> => store.write((tx) => create(tx, documents, by, app)),

    rename: (by: string, appId: string, names: AppNames): Promise<App> => store.write((tx) => rename(tx, by, appId, names)),
    setSwitches: (by: string, appId: string, switches: Switches): Promise<App> => store.write((tx) => setSwitches(tx, by, appId, switches)),
    setIcon: async (by: string, appId: string, documentId: string): Promise<void> =>
      documents.erase(await store.write((tx) => setIcon(tx, documents, by, appId, documentId))),

    setMember: (by: string, appId: string, accountId: string, role: AppRole): Promise<App> =>
      store.write((tx) => setMember(tx, by, appId, accountId, role)),
    removeMember: (by: string, appId: string, accountId: string): Promise<App> =>
      store.write((tx) => removeMember(tx, by, appId, accountId)),

    addKey: (by: string, appId: string, type: AppKey['type']): Promise<AppKey> => store.write((tx) => addKey(tx, by, appId, type)),
    reissueKey: (by: string, appId: string, key: string): Promise<AppKey> => store.write((tx) => reissueKey(tx, by, appId, key)),
    removeKey: (by: string, appId: string, key: string): Promise<void> => store.write((tx) => removeKey(tx, by, appId, key)),
    reissueAdminKey: (by: string, appId: string, key: string): Promise<string> => store.write((tx) => reissueAdminKey(tx, by, appId, key)),
    switchSecret: (by: string, appId: string, key: string, on: boolean): Promise<AppKey> =>
      store.write((tx) => switchSecret(tx, by, appId, key, on)),
    reissueSecret: (by: string, appId: string, key: string): Promise<AppKey> => store.write((tx) => reissueSecret(tx, by, appId, key)),
    setUris: (by: string, appId: string, key: string, list: UriList, uris: readonly string[]): Promise<AppKey> =>
      store.write((tx) => setUris(tx, by, appId, key, list, uris)),

    /** 비즈 앱 전환. Owner only. Throws AlreadyBiz, UnknownBusiness. */
    becomeBiz: (by: string, appId: string, businessNumber: string): Promise<App> =>
      store.write((tx) => becomeBiz(tx, businesses, by, appId, businessNumber)),

    /** Counts a call of a limited API. Throws QuotaExceeded. */
    spend: (app: App, api: string, perMinute: number) => spend({ store, clock }, app, api, perMinute),

    /** What is limited for an app, and what is left of it. */
    quotas: (app: App) => quotas({ store, clock }, app),

    /** The demo partner moved: see move-partner.ts. */
    movePartner: (from: string, to: string) => store.write((tx) => movePartner(tx, from, to)),
  };
}
