/**
 * Channels (플러스친구 프로필, today 카카오톡 채널): profiles, who runs them, whether they are certified, and who added or blocked them.
 * Words: public id (`_xaBcDe`), search id (`@이름`), 마스터 / 매니저 / 멤버, 비즈니스 인증, relation ADDED / BLOCKED / NONE.
 * Limits: search ids are unique; only people with KakaoTalk have relations; a profile is certified when its newest decided review says so.
 * Leaves to others: which apps hear of an add or block (consent), which apps a profile is linked to (sync).
 */
import type { Businesses } from '../businesses/index.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents/index.ts';
import type { Review, Reviews } from '../reviews/index.ts';
import { type Account, ALL, type Channel, type Friendship, type Reader, type Store, type Tx } from '../store/index.ts';
import { certificationHistory, certificationStanding, certificationState } from './certification.ts';
import { draftOf, saveDraft } from './certification-draft.ts';
import type { CertificationForm } from './certification-form.ts';
import { certify } from './certify.ts';
import { create, type NewChannel } from './create.ts';
import { paper, picture } from './files.ts';
import { type FriendsPage, friendCounts, friends } from './friends.ts';
import { inviteManager, removeManager, setManager } from './managers.ts';
import { relate } from './relate.ts';
import { channelFor, type ChannelRole } from './roles.ts';
import { isFound } from './search.ts';

export type { CertificationEntry, CertificationStanding, CertificationState } from './certification.ts';
export { AlreadyCertified, type CertificationDraftState, papersOwner } from './certification-draft.ts';
export {
  type CertificationForm,
  CertificationIncomplete,
  type CertificationProblem,
  type CertificationType,
  certificationTypes,
  type Paper,
  papers,
} from './certification-form.ts';
export type { FriendCounts, FriendsPage } from './friends.ts';
export { ChannelNameRefused, type NewChannel, SearchIdRefused, SearchIdTaken } from './create.ts';
export { AlreadyManager, LastMaster, UnknownManager } from './managers.ts';
export { NoTalkUser } from './relate.ts';
export { type ChannelRole, channelRole, ChannelRoleMissing, channelRoles, hasChannelRole, UnknownChannel } from './roles.ts';
export type { Channel, Friendship } from '../store/index.ts';

export interface ChannelsOptions {
  store: Store;
  clock: Clock;
  businesses: Businesses;
  documents: Documents;
  reviews: Reviews;
}

export type Channels = ReturnType<typeof openChannels>;

/** `by` is the account id of who asks. */
export function openChannels({ store, clock, businesses, documents, reviews }: ChannelsOptions) {
  const deps = { clock, businesses, documents, reviews };
  return {
    byId: (id: string, from: Reader = store) => from.get('channels', id),
    all: () => store.find('channels', 'all', ALL),

    /** Those whose name or search id has these words in it. */
    search: async (text: string) => (await store.find('channels', 'all', ALL)).filter((channel) => isFound(channel, text)),

    /** How many have added it, as everybody may see. */
    friendsOf: async (channelId: string) => (await store.find('friendships', 'relation', `${channelId}:ADDED`)).length,

    /** The profiles in which a person has any role. */
    managedBy: (accountId: string, from: Reader = store) => from.find('channels', 'manager', accountId),

    /** The profile, for a person with this role or a higher one. Throws UnknownChannel, ChannelRoleMissing. */
    asManager: (channelId: string, by: string, needed: ChannelRole, from: Reader = store): Promise<Channel> =>
      channelFor(from, channelId, by, needed),

    /** Makes a profile; whoever makes it is its master. See create.ts for what it refuses. */
    create: (by: string, channel: NewChannel): Promise<Channel> => store.write((tx) => create(tx, documents, by, channel)),

    /** Gives somebody a first role. Masters only. Throws UnknownChannel, ChannelRoleMissing, UnknownManager, AlreadyManager. */
    inviteManager: (by: string, channelId: string, accountId: string, role: ChannelRole): Promise<Channel> =>
      store.write((tx) => inviteManager(tx, by, channelId, accountId, role)),

    /** Gives somebody a role. Masters only. Throws UnknownChannel, ChannelRoleMissing, UnknownManager, LastMaster. */
    setManager: (by: string, channelId: string, accountId: string, role: ChannelRole): Promise<Channel> =>
      store.write((tx) => setManager(tx, by, channelId, accountId, role)),

    /** Takes somebody's role away. Throws UnknownChannel, ChannelRoleMissing, UnknownManager, LastMaster. */
    removeManager: (by: string, channelId: string, accountId: string): Promise<Channel> =>
      store.write((tx) => removeManager(tx, by, channelId, accountId)),

    /** 인증 하기 as far as it is filled in; see certification-draft.ts. */
    certificationDraft: (by: string, channelId: string) => draftOf(deps, store, by, channelId),

    /** Keeps what is filled in, `ready` to be handed in or not yet; see certification-draft.ts for what it refuses. */
    async saveCertification(by: string, channelId: string, form: CertificationForm, options = { ready: false }): Promise<void> {
      await documents.erase(await store.write((tx) => saveDraft(deps, tx, by, channelId, form, options)));
    },

    /** 심사 요청: hands the draft in; see certify.ts for what it refuses. */
    certify: (by: string, channelId: string): Promise<Review> => store.write((tx) => certify(deps, tx, by, channelId)),

    /** An uploaded paper, and an uploaded picture; see files.ts. */
    paper: (by: string, channelId: string, documentId: string) => paper(documents, store, by, channelId, documentId),
    picture: (documentId: string) => picture(documents, store, documentId),

    /** 유효, 심사 중, 반려 or 미인증. */
    certification: (channelId: string, from: Reader = store) => certificationState(reviews, channelId, from),

    /** The same with its type (비즈니스 사업자, 공공기관 / 유명인, 미인증), and the application that holds. */
    certificationStanding: (channelId: string, from: Reader = store) => certificationStanding(reviews, channelId, from),

    /** All applications, newest first (히스토리). */
    certificationHistory: (channelId: string, from: Reader = store) => certificationHistory(reviews, channelId, from),

    /** 비즈니스 인증: whether the newest decision says approved. */
    async certified(channelId: string, from: Reader = store): Promise<boolean> {
      const decided = (await reviews.of('certification', channelId, from)).filter((review) => review.decision);
      return decided.at(-1)?.decision?.outcome === 'approved';
    },

    /** Who added or blocked the profile, a page at a time, and how many; for its managers. Throws UnknownChannel, ChannelRoleMissing. */
    friends: (by: string, channelId: string, page: FriendsPage) => friends(store, by, channelId, page),
    friendCounts: (by: string, channelId: string) => friendCounts(store, by, channelId),

    /** The person's relation to the channel; undefined means NONE. */
    relation: (channelId: string, accountId: string, from: Reader = store): Promise<Friendship | undefined> =>
      from.get('friendships', `${channelId}:${accountId}`),

    /** Sets the relation. Resolves with the new friendship, or undefined when nothing changed. Throws UnknownChannel, NoTalkUser. */
    relate: (tx: Tx, channelId: string, account: Account, wanted: Friendship['relation']): Promise<Friendship | undefined> =>
      relate(tx, clock.now(), channelId, account, wanted),

    /** Back to NONE, as though nothing had been. Whether there was anything. */
    async forget(tx: Tx, channelId: string, accountId: string): Promise<boolean> {
      const id = `${channelId}:${accountId}`;
      const known = (await tx.get('friendships', id)) !== undefined;
      tx.remove('friendships', id);
      return known;
    },
  };
}
