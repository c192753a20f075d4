/** What causes each callback at Kakao. */
import type { triggers as ko } from '../ko/triggers.ts';

export const triggers: Record<keyof typeof ko, string> = {
  'trigger.channel.added': 'The user added the channel',
  'trigger.channel.blocked': 'The user blocked the channel',
  'trigger.sync.signed_up': 'The user agreed and signed up (Kakao does not have it)',
  'trigger.unlink': 'The link ended, and not by the service',
  'trigger.account.user-linked': 'The user was linked to the app',
  'trigger.account.user-unlinked': 'The user was unlinked',
  'trigger.account.user-scope-consent': 'The user agreed to consent items',
  'trigger.account.user-scope-withdraw': 'The user took back consent items',
  'trigger.account.tokens-revoked': 'All tokens of the user ended',
  'trigger.account.token-issued': 'An access token was issued',
  'trigger.account.token-revoked': 'One token ended, by a logout or a renewal',
  'trigger.account.account-credential-change-required': 'Customer service demands another password',
  'trigger.account.account-disabled': 'The account became dormant or was disabled',
  'trigger.account.account-enabled': 'The account is active again',
  'trigger.account.account-purged': 'The account was deleted',
  'trigger.account.credential-compromise': 'The password is known to have leaked',
  'trigger.account.identifier-changed': 'The e-mail address or phone number changed',
  'trigger.account.identifier-recycled': 'Another account took over the phone number',
  'trigger.account.sessions-revoked': 'The person signed out everywhere',
  'trigger.account.assurance-level-change': 'Two-step verification was switched on or off',
  'trigger.account.credential-change': 'The password was changed',
  'trigger.account.user-profile-changed': 'The nickname or picture was changed',
};
