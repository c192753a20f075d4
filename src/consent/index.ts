/**
 * Consent: what a person must be asked, what was answered, and the link between person and app that follows from it.
 * Words: link (app user, with its 회원번호), preregistered (연결대기) and linked (연결), question, answer, additional consent, revoke (동의 철회), unlink (연결 끊기).
 * Limits: the question is asked anew when it is answered; an answer is one unit of work with its callbacks.
 * Leaves to others: who signed in and which code is issued (oauth), how an answer looks on the wire (kapi), sending (webhooks).
 */
import type { Account, App, Friendship, Link, Reader } from '../store/index.ts';
import { accountVerbs } from './account-verbs.ts';
import { checkAge } from './age.ts';
import { agreementVerbs } from './agreement-verbs.ts';
import { answerQuestion } from './answer.ts';
import type { Answer, ConsentRequest } from './ask.ts';
import { askingVerbs } from './asking-verbs.ts';
import { callbackVerbs } from './callback-verbs.ts';
import type { ConsentDeps } from './deps.ts';
import { endingVerbs } from './ending-verbs.ts';
import { befriend } from './friends.ts';
import { findLink, isUser, linksOf } from './linked.ts';
import { sweepOverdue, unlinkOverdue } from './overdue.ts';
import { setProperties } from './properties.ts';
import type { Shown } from './record/wording.ts';
import { register } from './register.ts';
import { channelsOf, itemsOf, termsOf } from './standing.ts';
import { authenticate, type Bearer, findBearer } from './tokens.ts';
import { usersOf } from './users.ts';

export { StillInCharge } from './account-verbs.ts';
export { UnderAge } from './age.ts';
export { checkAnswer, NotOffered, RequiredDeclined } from './answer.ts';
export { type Answer, type Ask, ask, type ConsentRequest, NO_REQUEST, type Question, type Situation } from './ask.ts';
export { type UnlinkReason, unlinkReasons } from './callbacks/unlink.ts';
export * from './inspection/index.ts';
export { isUser, UserNotLinked, UserPreregistered } from './linked.ts';
export { canDisclose, disclose } from './profile.ts';
export { PropertiesUnknown } from './properties.ts';
export type { RecordedAgreement } from './record/agreements.ts';
export type { ConsentRecord, RecordSummary } from './record/read.ts';
export type { RecordRow, Shown } from './record/wording.ts';
export { AlreadyRegistered } from './register.ts';
export { consentStates, type ConsentState, type Ground, missingParts, stage, type Staged, type StateGroup } from './states/index.ts';
export { ItemNotRevocable, ItemsUnknown } from './revoke-items.ts';
export { TermsUnknown } from './revoke-terms.ts';
export {
  type ChannelStanding,
  ItemNotAgreed,
  ItemNotUsable,
  type ItemStanding,
  itemStandings,
  SimpleSignupOff,
  type TermStanding,
  termStandings,
} from './standing.ts';
export type { TestRequest } from './test-callback.ts';
export * from './triggers/events.ts';
export { type Bearer, KeyDeactivated, TokenExpired, TokenUnknown } from './tokens.ts';
export type { Link } from '../store/index.ts';
export type { Origin, Origins, Source } from '../sync/index.ts';

export type Consent = ReturnType<typeof openConsent>;

export function openConsent(deps: ConsentDeps) {
  const { store } = deps;
  return {
    /** What is asked, would be asked, and is offered; nothing of it is written. */
    ...askingVerbs(deps),

    /** Writes an answer down, to what was shown. Throws RequiredDeclined, NotOffered, UnderAge. */
    answer: (app: App, account: Account, request: ConsentRequest, answer: Answer, shown: Shown) =>
      answerQuestion(deps, app, account, request, answer, shown),

    /** The link of a person and an app as it stands, and all of an app, unlinked ones included; those by which a person is a user. */
    link: (appId: string, accountId: string): Promise<Link | undefined> => findLink(deps, `${appId}:${accountId}`),
    linksTo: (appId: string): Promise<Link[]> => store.find('links', 'app', appId),
    linksOf: (accountId: string): Promise<Link[]> => linksOf(deps, accountId),

    /** The user with this number in the app, registered or not. */
    async byNumber(appId: string, number: string, from: Reader = store): Promise<Link | undefined> {
      const links = await from.find('links', 'number', `${appId}:${number}`);
      return (await Promise.all(links.map(({ id }) => findLink(deps, id, from)))).find(isUser);
    },

    /** Throws UnderAge for a person under 14 in an app whose age check is ON. */
    checkAge: (app: App, account: Account) => checkAge(deps, app, account),

    /** Registers a preregistered user. Throws AlreadyRegistered, PropertiesUnknown, UserNotLinked. */
    register: (app: App, link: Link, properties: Link['properties']) => register(deps, app, link, properties),

    /** Unlinks the preregistered users whose time is over; how many. */
    unlinkOverdue: () => unlinkOverdue(deps),

    /** The same each minute. Returns the way to stop. */
    sweepOverdue: (report: (error: unknown) => void) => sweepOverdue(deps, report),

    /** The registered users of an app, the lowest number first. */
    usersOf: (appId: string) => usersOf(deps, appId),

    /** What an access token opens, or undefined. */
    bearer: (accessToken: string): Promise<Bearer | undefined> => findBearer(deps, accessToken),

    /** What an access token opens. Throws TokenUnknown, TokenExpired, KeyDeactivated. */
    authenticate: (accessToken: string): Promise<Bearer> => authenticate(deps, accessToken),

    /** How a linked person stands with each item. */
    itemsOf: (app: App, link: Link) => itemsOf(deps, app, link),

    /** How a linked person stands with each term. Throws SimpleSignupOff. */
    termsOf: (app: App, link: Link) => termsOf(deps, app, link),

    /** How a linked person stands with each linked channel. Throws ItemNotUsable, ItemNotAgreed, NoTalkUser. */
    channelsOf: (app: App, link: Link, account: Account) => channelsOf(deps, app, link, account),

    /** What becomes of agreements without a screen, and the record. */
    ...agreementVerbs(deps),

    /** Keeps what the app knows of its user. Throws PropertiesUnknown, UserNotLinked. */
    setProperties: (app: App, link: Link, properties: Link['properties']) => setProperties(deps, app, link, properties),

    /** How tokens and links end. */
    ...endingVerbs(deps),

    /** The person adds or blocks a channel in KakaoTalk. Throws UnknownChannel, NoTalkUser. */
    relate: (channelId: string, account: Account, relation: Friendship['relation']) =>
      store.write((tx) => befriend(deps, tx, channelId, account, relation)),

    /** What is done with an account, told to its apps; and callbacks by hand. */
    ...accountVerbs(deps),
    ...callbackVerbs(deps),
  };
}
