import type { koe as ko } from '../ko/koe.ts';

export const koe: Record<keyof typeof ko, string> = {
  'koe.KOE001': 'The request is malformed. Check its parameters.',
  'koe.KOE002': 'There is nothing at this URL. Check its path and the HTTP method.',
  'koe.KOE003': 'A temporary error occurred. Try again in a moment.',
  'koe.KOE004': 'Kakao Login is switched off for this app. Switch it on in the app settings.',
  'koe.KOE005':
    'This person is not a member of the test app. Add them in the app settings, or request again with prompt=login to log in with another account.',
  'koe.KOE006': 'This redirect URI is not registered. It must equal a registered one, character by character.',
  'koe.KOE007': 'This logout redirect URI is not registered. It must equal a registered one, character by character.',
  'koe.KOE008':
    'An app key of this type cannot be used here. Put the REST API key, the JavaScript key or the native app key into client_id.',
  'koe.KOE101': 'There is no such app key. Check that client_id holds the REST API key.',
  'koe.KOE102':
    'Required PLUS_FRIENDS_ON_AGREEMENT_SUPPORTED permission. channel_public_id may name channels only that are linked to this app.',
  'koe.KOE125': 'This app is suspended. Kakao Login cannot be used until the sanction is lifted.',
  'koe.KOE201': 'This response_type is not supported. Use code.',
  'koe.KOE202': 'response_type=token (implicit grant) is not allowed. Use code.',
  'koe.KOE203': 'A required item was not agreed to.',
  'koe.KOE205': 'The scope names a consent item that is not configured for this app. Check the consent items.',
  'koe.KOE207': 'A required parameter is missing.',
  'fact.parameter': 'Parameter',
  'fact.expected': 'Expected',
  'fact.got': 'Got',
  'fact.clientId': 'client_id received',
  'fact.app': 'App',
  'fact.account': 'Person who logged in',
  'fact.members': 'Members of the app',
  'fact.platforms': 'Platforms registered',
  'fact.perMinute': 'Limit per minute',
  'fact.registered': 'Registered redirect URIs',
  'fact.registeredLogout': 'Registered logout redirect URIs',
  'fact.items': 'Items not configured',
  'fact.configured': 'Items configured',
  'fact.connected': 'Channels linked to the app',
};
