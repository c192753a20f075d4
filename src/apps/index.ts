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
import { ALL, type App, type AppKey, type Endpoint, type Reader, type Store } from '../store/index.ts';
import type { Webhooks } from '../webhooks/index.ts';
import { addAdminKey, allowApis, reissueAdminKey, removeAdminKey } from './admin-keys.ts';
import { becomeBiz } from './biz.ts';
import { type CallbackOptions, setCallback } from './callbacks.ts';
import { byKey } from './client.ts';
import { type AppNames, rename, setIcon, setSwitches, type Switches } from './configure.ts';
import { create, type NewApp } from './create.ts';
import { findIcon, type Icon } from './icon.ts';
import { addKey, reissueKey, reissueSecret, removeKey, switchSecret } from './keys.ts';
import { addValue, type Place, removeValue } from './lists.ts';
import { invite, removeMember, setMember } from './members.ts';
import { movePartner } from './move-partner.ts';
import { quotas, spend } from './quota.ts';
import { appFor, type AppRole } from './roles.ts';
import { setSimulation, type SimulatorSwitches } from './simulation.ts';

export * from './account-events.ts';
export { blockOf } from './addresses.ts';
export { ApiNotAllowed, admit, AppSuspended, type IncomingCall, IpMismatched } from './admission.ts';
export { adminApis, UnknownApi } from './admin-keys.ts';
export { type CallbackOptions, UnknownEvent } from './callbacks.ts';
export { AlreadyBiz } from './biz.ts';
export type { Client } from './client.ts';
export { type AppNames, type ConfiguredItem, PurposeMissing, type Switches, UnknownItem, withItem, withoutItem } from './configure.ts';
export { AppFieldRefused, type NewApp } from './create.ts';
export { type ChannelField, type Difference, differences, type Era, eras, inEra } from './era.ts';
export { type ConsentItem, consentItem, itemIds, itemOf } from './items.ts';
export type { Icon } from './icon.ts';
export { apisOf } from './item-apis.ts';
export { type AppKind, kindOf } from './kind.ts';
export { LastKey, newAdminKey, newKey, TooManyKeys, UnknownKey } from './keys.ts';
export { type AppList, type KeyList, ListFull, ListValueRefused, ListValueTwice, type Place } from './lists.ts';
export { AlreadyMember, LastOwner, UnknownMember } from './members.ts';
export { movePartner, PARTNER_HOME } from './move-partner.ts';
export { callsPerMinute, type Quota, QuotaExceeded, tokenRequests } from './quota.ts';
export { type AppRole, appRole, AppRoleMissing, appRoles, hasAppRole, UnknownApp } from './roles.ts';
export { type SimulatorSwitches, simulatorSwitches, SwitchRefused } from './simulation.ts';
export type { App, AppKey } from '../store/index.ts';

export interface AppsOptions {
  store: Store;
  clock: Clock;
  businesses: Businesses;
  documents: Documents;
  webhooks: Webhooks;
}

export type Apps = ReturnType<typeof openApps>;

/** `by` is the account id of who asks: every verb that has it throws UnknownApp and AppRoleMissing, beside what its own file says. */
export function openApps({ store, clock, businesses, documents, webhooks }: AppsOptions) {
  const all = (): Promise<App[]> => store.find('apps', 'all', ALL);

  return {
    byId: (id: string, from: Reader = store) => from.get('apps', id),

    /** The app and key behind a `client_id`, or undefined. Admin keys are no client ids. */
    byKey: (clientId: string, from: Reader = store) => byKey(clientId, from),

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

    /** The uploaded picture with this id, while it is the icon of an app. */
    icon: (documentId: string): Promise<Icon | undefined> => findIcon(store, documents, documentId),

    invite: (by: string, appId: string, accountId: string, role: AppRole): Promise<App> =>
      store.write((tx) => invite(tx, by, appId, accountId, role)),
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

    addAdminKey: (by: string, appId: string): Promise<string> => store.write((tx) => addAdminKey(tx, by, appId)),
    removeAdminKey: (by: string, appId: string, key: string): Promise<void> => store.write((tx) => removeAdminKey(tx, by, appId, key)),
    /** 호출 허용 API of an admin key; null is everything. */
    allowApis: (by: string, appId: string, key: string, apis: readonly string[] | null): Promise<void> =>
      store.write((tx) => allowApis(tx, by, appId, key, apis)),

    /** Redirect URIs, platforms, allowed addresses, user properties; see lists.ts. */
    addValue: (by: string, appId: string, place: Place, value: string): Promise<void> =>
      store.write((tx) => addValue(tx, by, appId, place, value)),
    removeValue: (by: string, appId: string, place: Place, value: string): Promise<void> =>
      store.write((tx) => removeValue(tx, by, appId, place, value)),

    setSimulation: (by: string, appId: string, switches: Partial<SimulatorSwitches>): Promise<App> =>
      store.write((tx) => setSimulation(tx, by, appId, switches)),

    /** Where callbacks of a kind go, and how; '' takes the address away. Throws what `webhooks.admit` throws, UnknownEvent. */
    setCallback: (by: string, appId: string, kind: Endpoint['kind'], url: string, options?: CallbackOptions) =>
      setCallback({ store, webhooks }, by, appId, kind, url.trim(), options),

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
