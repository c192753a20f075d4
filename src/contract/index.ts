/**
 * Kakao's wire contract as data: every endpoint with its parameters, fields and errors, every table of codes and behaviours,
 * each fact with where it was read and what the simulator makes of it. Facts about Kakao alone; what the code has is asked
 * of the code (coverage/).
 */
import * as developers from './console.ts';
import * as items from './items.ts';
import * as channels from './kapi/channels.ts';
import * as codes from './kapi/codes.ts';
import * as consents from './kapi/consents.ts';
import { forms } from './kapi/forms.ts';
import { needsAgreement } from './kapi/needs-agreement.ts';
import * as me from './kapi/user-me.ts';
import * as user from './kapi/user.ts';
import * as users from './kapi/users.ts';
import * as authorize from './kauth/authorize.ts';
import * as documents from './kauth/documents.ts';
import { koe } from './kauth/koe.ts';
import { lifetimes } from './kauth/lifetimes.ts';
import * as others from './kauth/others.ts';
import * as redirects from './kauth/redirects.ts';
import * as token from './kauth/token.ts';
import * as after from './screens/after.ts';
import * as consent from './screens/consent.ts';
import * as login from './screens/login.ts';
import * as when from './screens/when.ts';
import type { Endpoint, Table } from './table.ts';
import * as webhooks from './webhooks.ts';

export type { Mark, Row, Source, Words } from './row.ts';
export { type Section, sections } from './sections.ts';
export type { Endpoint, Table } from './table.ts';

export interface Contract {
  kauth: readonly Endpoint[];
  kapi: readonly Endpoint[];
  tables: readonly Table[];
}

// prettier-ignore
export const contract: Contract = {
  kauth: [
    authorize.authorize, token.token, documents.tokenInfo, documents.openidConfiguration, documents.jwks, documents.securityEvents,
    others.logout, others.agt, others.codeJson,
  ],
  kapi: [
    me.userMe, me.retiredMe, user.userInfo, user.accessTokenInfo, user.checkAccessToken, user.logout, user.unlink, user.signup,
    user.updateProfile, users.userIds, users.appUsers, user.shippingAddress, consents.scopes, consents.revokeScopes,
    consents.serviceTerms, consents.revokeTerms, consents.upgradeTerms, consents.legacyTerms,
    channels.channelsV2, channels.channelsV1, channels.plusFriends,
  ],
  tables: [
    authorize.decision, redirects.success, redirects.redirectErrors, redirects.errorPages, koe, token.clientAuthentication,
    token.refresh, lifetimes, documents.idToken, documents.idTokenRules, others.logoutRules,
    forms, me.propertyKeys, me.values, needsAgreement, me.examples, user.ends, user.manualLink, consents.revoking,
    consents.termRules, channels.relations, codes.kapiCodes, codes.messages, codes.failureFields,
    webhooks.delivering, webhooks.channelPayload, webhooks.channelRequest, webhooks.unlinkWebhook, webhooks.accountWebhook,
    webhooks.logoutWebhook,
    items.items, items.states, login.loginScreen, consent.classic, consent.newer, consent.in2019, login.minors,
    when.whenAsked, when.channelChoice, after.afterConsent, after.linkStates, login.inTalk,
    developers.settings, developers.keys, developers.application,
  ],
};
