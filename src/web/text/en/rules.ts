import type { rules as ko } from '../ko/rules.ts';

export const rules: Record<keyof typeof ko, string> = {
  'why.KOE001': 'The request does not have the form of the contract. Send each parameter once and in its form.',
  'why.KOE002': 'Nothing is served at this address by this method. Check the address.',
  'why.KOE004': 'Kakao Login is OFF, so nobody can log in. It works as soon as the setting is ON.',
  'why.KOE005': 'Only registered members can log in to a test app. Invite this person, or log in as somebody who is a member.',
  'why.KOE006': 'redirect_uri must equal, letter by letter, one of those registered under the key that was used.',
  'why.KOE007': 'logout_redirect_uri must equal, letter by letter, one of the logout redirect URIs registered under the key that was used.',
  'why.KOE008': 'A key of this type does not serve here. Use a REST API key, or the app key of an SDK, as client_id.',
  'why.KOE009': 'The token request does not come from a registered platform. Check the domains, key hashes or bundle ids of the key.',
  'why.KOE010': 'The client secret of this key is ON, so the right client_secret is needed.',
  'why.KOE101': 'No app has this client_id as a key. Check that client_id in the body is your REST API key.',
  'why.KOE102': 'channel_public_id may name only channels that are linked to the app.',
  'why.KOE114': 'It was issued to another app (key). Use a key of the app that made the authorize request.',
  'why.KOE125': 'The app is suspended. Nobody can log in to it and no token is issued.',
  'why.KOE201': 'response_type can only be code.',
  'why.KOE202': 'response_type=token (the implicit grant) is not allowed. Take a code, and exchange it on your server.',
  'why.KOE203': 'A consent form without the required rows is not taken.',
  'why.KOE205':
    'scope names consent items that the app does not use. Configure them (those that need a review, after its approval) or leave them out.',
  'why.KOE207': 'A required parameter is missing.',
  'why.KOE237':
    'All token requests of this minute are used up, or too many failed at a shared simulator. It works again after the minute, or after Retry-After.',
  'why.KOE303': 'redirect_uri of the token request must be the one of the authorize request.',
  'why.KOE310': 'grant_type is authorization_code or refresh_token.',
  'why.KOE319': 'grant_type=refresh_token needs a refresh_token.',
  'why.KOE320': 'An authorization code can be used once, within ten minutes.',
  'why.KOE322': 'The refresh token is expired or unknown. A logout or an unlink may have ended it.',
  'why.KOE400': 'The ID token or access token could not be verified.',
  'why.login_required':
    'prompt=none, and nobody is signed in to a Kakao account in this browser. Try again with a request that may show pages.',
  'why.consent_required': 'prompt=none, and the user has not agreed to everything yet. Try again with a request that may show pages.',
  'why.invalid_request': 'A parameter of the authorize request is not in order.',

  'why.no_authentication_key': 'There is no Authorization header, or not one that this API takes.',
  'why.token_unknown':
    'There is no such access token. A logout, an unlink or a reused code may have ended it, or it is from another server.',
  'why.token_expired': 'The access token is expired. Refresh it, and call again.',
  'why.key_deactivated': 'The app key that the access token was issued to was removed from the app. Log in again with another key.',
  'why.admin_key_unknown': 'No app has this admin key.',
  'why.api_not_allowed': 'This admin key may not call this API. Add the API to those that the key may call, in the console.',
  'why.token_too_long': 'This is no access token. Check that it is not an ID token or a session value.',
  'why.user_not_linked':
    'The user is not linked to this app. User numbers differ from app to app, and who has unlinked can no longer be asked about.',
  'why.user_preregistered':
    'The user is not registered yet. An app that links its users by hand has to call /v1/user/signup within 24 hours of the login.',
  'why.already_registered':
    'The user is registered already. Where automatic linking is ON the login does it, and /v1/user/signup is not called.',
  'why.under_age': 'The user is under 14 and may not use an app that asks for the age of 14.',
  'why.account_gone': 'The Kakao account of the user is gone.',
  'why.no_talk_user': 'The user does not use KakaoTalk.',
  'why.item_not_agreed': 'The user did not agree to this item. Ask for additional consent with required_scopes in scope, and call again.',
  'why.app_suspended': 'The app is suspended. It can call no API.',
  'why.ip_mismatched':
    'The call does not come from an IP address that the app has registered. Register the address of the server, or remove all of them.',
  'why.simple_signup_off': 'Simple signup is not in effect in this app. It needs an approved terms review, and to be switched ON.',
  'why.openid_connect_off': 'OpenID Connect is OFF in this app.',
  'why.item_not_usable':
    'The app does not use this consent item. Those that need a review have to be configured once more after its approval.',
  'why.item_not_revocable': 'Consent to a required item cannot be taken back. Unlink the user, or make the item optional.',
  'why.quota_exceeded': 'All calls of this minute are used up. It works again when the minute is over.',
  'why.body_unreadable': 'The body could not be read. Send application/x-www-form-urlencoded in UTF-8, 64 KB at most.',
  'why.input_refused': 'The value of a parameter does not fit the contract.',
  'why.properties_unknown': 'The user property is not registered. Register its key in the console first.',
  'why.tags_unknown': 'The app has no term with this tag.',
  'why.terms_unknown': 'The app has no term with this tag, so no agreement to take back.',
  'why.items_unknown': 'The app does not use this consent item, and the user never agreed to it.',
  'why.api_unknown': 'There is no API at this path.',
  'why.api_discontinued': 'This API is discontinued. Use /v2/user/me.',
  'why.method_refused': 'This API does not take this HTTP method.',
};
