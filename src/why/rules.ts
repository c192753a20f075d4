/** Each rule that refuses: the console setting that mends it, where one does, and the section of the contract that it stands in. */

import type { TextKey } from '../web/text/index.ts';

/** Sections of an app's page in the developers console. */
export type Setting =
  | 'login'
  | 'keys'
  | 'client-secret'
  | 'redirect-uris'
  | 'logout-redirect-uris'
  | 'openid-connect'
  | 'auto-link'
  | 'items'
  | 'simple-signup'
  | 'channel'
  | 'user-properties'
  | 'members'
  | 'platforms'
  | 'allowed-ips'
  | 'admin-keys'
  | 'quotas'
  | 'kind';

/** What is set in 카카오 for 비즈니스. */
export type BusinessSetting = 'connections' | 'application';

interface Rule {
  setting: Setting | BusinessSetting | null;
  section: string;
}

const rule = (section: string, setting: Rule['setting'] = null): Rule => ({ section, setting });

// prettier-ignore
export const rules = {
  // kauth: pages and JSON
  KOE001: rule('1.6'),
  KOE002: rule('1.6'),
  KOE004: rule('6', 'login'),
  KOE005: rule('6', 'members'),
  KOE006: rule('6', 'redirect-uris'),
  KOE007: rule('1.16', 'logout-redirect-uris'),
  KOE008: rule('1.1', 'keys'),
  KOE009: rule('1.7', 'platforms'),
  KOE010: rule('1.8', 'client-secret'),
  KOE101: rule('1.8', 'keys'),
  KOE102: rule('5.7', 'connections'),
  KOE114: rule('1.6', 'keys'),
  KOE125: rule('6', 'kind'),
  KOE201: rule('1.1'),
  KOE202: rule('1.1'),
  KOE203: rule('5.6'),
  KOE205: rule('4.2', 'items'),
  KOE207: rule('1.1'),
  KOE237: rule('1.6', 'quotas'),
  KOE303: rule('1.7'),
  KOE310: rule('1.7'),
  KOE319: rule('1.9'),
  KOE320: rule('1.3'),
  KOE322: rule('1.9'),
  KOE400: rule('1.12'),
  // kauth: redirects
  login_required:       rule('1.4'),
  consent_required:     rule('1.4'),
  invalid_request:      rule('1.4'),
  // kapi
  no_authentication_key: rule('2.0', 'keys'),
  token_unknown:         rule('2.17'),
  token_expired:         rule('1.10'),
  key_deactivated:       rule('2.17', 'keys'),
  admin_key_unknown:     rule('2.0', 'keys'),
  api_not_allowed:       rule('2.0', 'admin-keys'),
  token_too_long:        rule('2.17'),
  user_not_linked:       rule('2.17'),
  user_preregistered:    rule('2.9', 'auto-link'),
  already_registered:    rule('2.9', 'auto-link'),
  under_age:             rule('5.5', 'simple-signup'),
  account_gone:          rule('2.17'),
  no_talk_user:          rule('2.16'),
  item_not_agreed:       rule('2.17'),
  app_suspended:         rule('2.17', 'kind'),
  ip_mismatched:         rule('6', 'allowed-ips'),
  simple_signup_off:     rule('2.15', 'simple-signup'),
  openid_connect_off:    rule('2.5', 'openid-connect'),
  item_not_usable:       rule('4.2', 'items'),
  item_not_revocable:    rule('2.14', 'items'),
  quota_exceeded:        rule('2.11', 'quotas'),
  body_unreadable:       rule('2.0'),
  input_refused:         rule('2.0'),
  properties_unknown:    rule('2.10', 'user-properties'),
  tags_unknown:          rule('2.15', 'simple-signup'),
  terms_unknown:         rule('2.15', 'simple-signup'),
  items_unknown:         rule('2.14', 'items'),
  api_unknown:           rule('2.1'),
  api_discontinued:      rule('2.4'),
  method_refused:        rule('2.1'),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** Whether this rule has its row, and so its words. */
export function isExplained(name: string): name is RuleName {
  return name in rules;
}

/** Where a setting of an app is, and what it is called. */
export function placeOf(setting: Setting | BusinessSetting, appId: string): { label: TextKey; href: string } {
  if (setting === 'connections') return { label: 'why.mend.connections', href: `/business/connections/new/${appId}` };
  if (setting === 'application') return { label: 'why.mend.application', href: `/business/apps/${appId}/application` };
  return { label: `setting.${setting}`, href: `/developers/apps/${appId}#${setting}` };
}
