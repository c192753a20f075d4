/**
 * The words of other rooms that a seed file may use. The store may not import those rooms, so they stand here a
 * second time; a test holds them equal to `apps/items.ts`, `apps/account-events.ts` and `terms/`.
 */

/** Ids of the 동의항목. */
export const CONSENT_ITEMS: readonly string[] = [
  'profile',
  'profile_nickname',
  'profile_image',
  'account_email',
  'name',
  'gender',
  'age_range',
  'birthday',
  'birthyear',
  'phone_number',
  'account_ci',
  'shipping_address',
  'plusfriends',
  'friends',
  'talk_message',
];

/** Those of them that need a review. */
export const REVIEWED_ITEMS: readonly string[] = [
  'name',
  'gender',
  'age_range',
  'birthday',
  'birthyear',
  'phone_number',
  'account_ci',
  'shipping_address',
];

/** As whom the desk (고객센터) submits reviews: no account has this id. */
export const DESK_ID = 'desk';

/** Names of the events of 계정 상태 변경 웹훅. */
export const ACCOUNT_EVENTS: readonly string[] = [
  'user-linked',
  'user-unlinked',
  'user-scope-consent',
  'user-scope-withdraw',
  'tokens-revoked',
  'token-issued',
  'token-revoked',
  'account-credential-change-required',
  'account-disabled',
  'account-enabled',
  'account-purged',
  'credential-compromise',
  'identifier-changed',
  'identifier-recycled',
  'sessions-revoked',
  'assurance-level-change',
  'credential-change',
  'user-profile-changed',
];

/** Tag under which a link lists the agreement to "만 14세 이상입니다". */
export const AGE_CHECK = 'user_age_check';
