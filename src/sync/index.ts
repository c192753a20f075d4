/**
 * Sync (카카오싱크): which profiles an app is linked to, what was applied for, and whether simple signup is in effect.
 * Words: connection (연결), draft and application (카카오싱크 신청), 간편가입, 만 14세 이상 연령 동의, desk (고객센터).
 * Limits: 10 profiles and 10 terms per app; simple signup needs the switch and an approved terms review; an item that needs a review is usable
 * once approved, and goes from optional to required, never back; what is approved is the desk's alone to change.
 * Leaves to others: the review itself (reviews), the terms' text (terms), the screen (consent).
 */
import { type App, type ConfiguredItem, consentItem, inEra } from '../apps/index.ts';
import type { Channel } from '../channels/index.ts';
import type { Review } from '../reviews/index.ts';
import type { Connection, Document, Reader } from '../store/index.ts';
import { submitDraft } from './apply.ts';
import { channelChoices, connect, connectableApps } from './connect.ts';
import type { SyncDeps } from './deps.ts';
import { deskVerbs } from './desk-verbs.ts';
import { type DraftContent, draftOf, type DraftState, editDraft, evidenceOfApp, saveDraft } from './draft.ts';
import { approvedItems, changeCondition, configureItem, setItems, switchItemOff } from './items.ts';
import { businessesOf } from './mine.ts';
import { lookingVerbs } from './looking-verbs.ts';
import { applicationProblems, type Standing } from './problems.ts';
import { approvedSignup, chooseChannel, type SimpleSignup, switchSimpleSignup } from './signup.ts';
import { applicationHistory, applyButton } from './standing.ts';

export * from './refused.ts';
export { type ChannelChoice, MOST_PROFILES } from './connect.ts';
export { type Asker, DESK, DESK_ID } from './desk.ts';
export type { NewTerm } from './desk-terms.ts';
export { type DraftContent, type DraftState, EMPTY_DRAFT } from './draft.ts';
export type { ApprovedItem } from './items.ts';
export type { OwnBusiness } from './mine.ts';
export type { Origin, Origins, Source } from './origins.ts';
export type { AsApproved } from './preview.ts';
export type { SimpleSignup } from './signup.ts';
export type { ApplicationEntry, ApplyButton } from './standing.ts';
export type { ConfiguredItem } from '../apps/index.ts';
export { LONGEST_REASON } from '../store/index.ts';
export type { Application, Connection, DeskEntry } from '../store/index.ts';

export type Sync = ReturnType<typeof openSync>;

/** `by` is the account id of who asks; where the desk may ask, too, it is an `Asker`. */
export function openSync(deps: SyncDeps) {
  const { store, channels, terms } = deps;
  const connections = (appId: string, from: Reader = store): Promise<Connection[]> => from.find('connections', 'app', appId);
  const standing = async (app: App, from: Reader): Promise<Standing> => ({
    app,
    approvedTerms: await terms.approved(app.id, from),
    approvedItems: (await approvedItems(deps, app.id, from)).map(({ id }) => id),
  });

  const usableItems = async (app: App, from: Reader = store): Promise<ConfiguredItem[]> => {
    const granted = (await approvedItems(deps, app.id, from)).map(({ id }) => id);
    const absent = inEra(app, 'absentItems');
    return app.items.filter(({ id }) => !absent.includes(id) && (!consentItem(id, app)?.needsReview || granted.includes(id)));
  };

  return {
    /** Simple signup, or null while the switch is off or the terms are not approved. */
    simpleSignup: async (app: App, from: Reader = store): Promise<SimpleSignup | null> =>
      app.simpleSignupOn ? approvedSignup(deps, app.id, from) : null,

    /** What simple signup would ask for, switched on or not; null before its terms are approved. */
    approvedSignup: (appId: string, from: Reader = store): Promise<SimpleSignup | null> => approvedSignup(deps, appId, from),

    /** The configured 동의항목 that the app may use: those of its era that need no review, and those whose review was approved. */
    usableItems,

    connections,

    /** The apps that a profile is linked to. */
    connectedApps: (channelId: string, from: Reader = store): Promise<Connection[]> => from.find('connections', 'channel', channelId),

    /** The profiles linked to an app. */
    async connectedChannels(appId: string, from: Reader = store): Promise<Channel[]> {
      const found = await Promise.all((await connections(appId, from)).map(({ channelId }) => channels.byId(channelId, from)));
      return found.filter((channel) => channel !== undefined);
    },

    /** What this person may connect: biz apps, and for one of them the profiles on its list. */
    connectableApps: (by: string) => connectableApps(deps, by, store),
    channelChoices: (by: string, app: App) => channelChoices(deps, by, app, store),

    /** The businesses of a person's apps and profiles, and those that they have registered. */
    businessesOf: (by: string) => businessesOf(deps, by, store),

    /** 연결하기, all of the profiles or none; see connect.ts. */
    connect: (by: string, appId: string, channelIds: readonly string[]): Promise<Connection[]> =>
      store.write((tx) => connect(deps, tx, by, appId, channelIds)),

    /** What the desk does, and what it has done. */
    ...deskVerbs(deps),

    /** The draft of an application, with the version that a change of it must name. */
    draft: (by: string, appId: string): Promise<DraftState> => draftOf(deps, store, by, appId),

    /** What an app would ask for, or once did, and where each of it comes from. */
    ...lookingVerbs(deps, usableItems),

    /** Evidence of an app's draft or applications; see draft.ts. */
    evidence: (by: string, appId: string, documentId: string): Promise<Document> => evidenceOfApp(deps, store, by, appId, documentId),

    /** Everything that keeps this content from being submitted. */
    problems: async (app: App, content: DraftContent) => [...applicationProblems(content, await standing(app, store))],

    /** Saves the draft; see draft.ts. */
    async saveDraft(by: string, appId: string, version: number, content: DraftContent): Promise<DraftState> {
      const { draft, gone } = await store.write((tx) => saveDraft(deps, tx, by, appId, version, content));
      await deps.documents.erase(gone);
      return draft;
    },

    /** Writes parts of the draft anew, for who has looked at it in the same unit of work; see draft.ts. */
    async editDraft(by: string, appId: string, parts: Partial<DraftContent>): Promise<DraftState> {
      const { draft, gone } = await store.write((tx) => editDraft(deps, tx, by, appId, parts));
      await deps.documents.erase(gone);
      return draft;
    },

    /** 카카오싱크 신청; see apply.ts. */
    submit: (by: string, appId: string, version: number): Promise<Review[]> =>
      store.write((tx) => submitDraft(deps, tx, by, appId, version, (app) => standing(app, tx))),

    /** All applications of an app, newest first, and what its button says to a person. */
    applications: (appId: string, from: Reader = store) => applicationHistory(deps, appId, from),
    applyButton: async (app: App, by: string) => applyButton(app, by, await applicationHistory(deps, app.id, store)),

    /** Items that a review has approved; switching them on and off, and making them required: see items.ts. */
    approvedItems: (appId: string, from: Reader = store) => approvedItems(deps, appId, from),
    configureItem: (by: string, appId: string, item: ConfiguredItem): Promise<App> =>
      store.write((tx) => configureItem(deps, tx, by, appId, item)),
    setItems: (by: string, appId: string, items: readonly ConfiguredItem[]): Promise<App> =>
      store.write((tx) => setItems(deps, tx, by, appId, items)),
    switchItemOff: (by: string, appId: string, itemId: string): Promise<App> =>
      store.write((tx) => switchItemOff(deps, tx, by, appId, itemId)),
    changeCondition: (by: string, appId: string, itemId: string, required: boolean): Promise<void> =>
      store.write((tx) => changeCondition(deps, tx, by, appId, itemId, required)),

    /** 간편가입 and the profile of the consent screen; see signup.ts. */
    switchSimpleSignup: (by: string, appId: string, on: boolean): Promise<App> =>
      store.write((tx) => switchSimpleSignup(deps, tx, by, appId, on)),
    chooseChannel: (by: string, appId: string, channelId: string | null): Promise<App> =>
      store.write((tx) => chooseChannel(deps, tx, by, appId, channelId)),
  };
}
