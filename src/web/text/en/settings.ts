import type { settings as ko } from '../ko/settings.ts';

export const settings: Record<keyof typeof ko, string> = {
  'setting.kind': 'Kind and state of the app',
  'setting.keys': 'App keys',
  'setting.members': 'Members',
  'setting.login': 'Kakao Login ON/OFF',
  'setting.client-secret': 'Client secret',
  'setting.redirect-uris': 'Redirect URIs',
  'setting.logout-redirect-uris': 'Logout redirect URIs',
  'setting.openid-connect': 'OpenID Connect',
  'setting.auto-link': 'Link automatically on login',
  'setting.items': 'Consent items',
  'setting.simple-signup': 'Simple signup',
  'setting.user-properties': 'User properties',
  'setting.channel': 'KakaoTalk Channel',
  'setting.callbacks': 'Callback URLs',
  'setting.platforms': 'Platforms',
  'setting.allowed-ips': 'Allowed IP addresses',
  'setting.admin-keys': 'APIs that an admin key may call',
  'setting.quotas': 'Quotas',
  'setting.switches': 'Simulator switches',

  'developers.kind.says': 'Only members can log in to a test app (KOE005), and nothing works in a suspended app (KOE125).',
  'developers.keys.says':
    'The REST API, JavaScript and native app keys are the client_id of authorize and token requests. The admin key is for servers only, in the header Authorization: KakaoAK.',
  'developers.members.says': 'The people who run the app, and their roles. In a test app they alone can log in.',
  'developers.login.says': 'While it is OFF nobody can log in: every authorize request ends on the KOE004 page.',
  'developers.client-secret.says':
    'A token request by a key that is ON must send this value as client_secret. If it is missing or another one: KOE010.',
  'developers.redirect-uris.says':
    'The redirect_uri of an authorize request must be one of those registered under the key it uses, letter by letter. Otherwise: KOE006.',
  'developers.logout-redirect-uris.says':
    'The logout_redirect_uri of a logout request must be one of those registered under the key it uses, letter by letter. Otherwise: KOE007.',
  'developers.openid-connect.says':
    'While it is ON an ID token comes with every token response. While it is OFF none does, and openid is refused in scope.',
  'developers.auto-link.says':
    'While it is ON, whoever agrees at login is linked to the app at once. While it is OFF the app has to call /v1/user/signup to complete the link.',
  'developers.items.says':
    'The personal information and permissions that the consent screen asks for. An item that is not set up is KOE205 in scope; so is one without permission, until its review is approved.',
  'developers.simple-signup.says':
    'Shows the service’s own terms on the consent screen. It takes effect when it is ON and the terms are approved; they appear in this order.',
  'developers.user-properties.says': 'Names of values that the app keeps for each user. Nothing can be stored under other names.',
  'developers.channel.says':
    'Channels that a person can add on the login and consent screens. One that is not linked is KOE102 in channel_public_id.',
  'developers.callbacks.says':
    'Tells the server of the service of unlinks, accounts, channels added and blocked, and sign-ups. Answer 200 to an unlink and 202 to the account webhook. Kakao has no signup callback; it is signed with the secret.',
  'developers.platforms.says':
    'The domain, key hash or bundle ID that an SDK sends must be registered under its key. Otherwise: KOE009. Where nothing is registered, nothing is compared.',
  'developers.allowed-ips.says':
    'Servers can call the APIs from these addresses only. From elsewhere an admin key or a token of a REST API key is -401.',
  'developers.admin-keys.says':
    'Limits the APIs that an admin key may call; any other API is -3 with such a key. Callbacks carry the primary key in their Authorization header.',
  'developers.quotas.says':
    'Requests per minute, counted from the first one. More than that is -10 for an API and KOE237 for token requests.',
  'developers.switches.says': 'Where Kakao’s documents disagree or say nothing, each app chooses what to follow.',

  'switch.legacyProperties':
    'Copies of nickname and pictures in the properties of the user, as older apps get them. Apps of 2019 always do.',
  'switch.youngestAgeRange': 'Age range of children under ten: 1~9 in the documents, 0~9 in the SDKs.',
  'switch.channelPayload': 'Body of the channel callback: era follows the era of the app, both sends the old and new fields together.',
  'switch.askOptionalTermBesideAgreedRequired':
    'Shows the consent screen when service_terms names a required term already agreed to and an optional one that is not.',
  'switch.consentLayout': 'Layout of the consent screen. Two were seen in production at the same time.',
  'switch.phoneFormat': 'How phone numbers are written: partners expect +82 10, one sample in the documents has +82 010.',
  'switch.quotaStatus': 'HTTP status of an exceeded quota (-10): 429 in the announcement, 400 in the table of errors.',
  'switch.securityEvents':
    'Security events (RISC, CAEP) by the account webhook. At Kakao an app needs a permission, and the consent of each user.',
  'switch.eventAudience': 'aud of security event tokens: most implementers expect the REST API key, one the id of the app.',
  'switch.loginHint':
    'login_hint, for programs without a browser: fills-in fills in the login field as Kakao does, signs-in signs its person in without the login page, signs-up agrees to everything on the consent screen as well.',
  'switch.tokenRequestsPerMinute': 'Token requests under one key in a minute; more are KOE237. The real number is not known.',
};
