/**
 * The parameters that each endpoint of kauth reads. Another one cannot be read: it does not compile. The coverage page
 * lists them. Source: kakao-api 1.1, 1.7, 1.9, 1.12, 1.16 to 1.18.
 */
export const parameters = {
  '/oauth/authorize': [
    'client_id',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
    'nonce',
    'prompt',
    'auth_type',
    'login_hint',
    'code_challenge',
    'code_challenge_method',
    'service_terms',
    'extra.service_terms',
    'channel_public_id',
    'extra.plus_friend_public_id',
    'auth_tran_id',
    'agt',
  ],
  '/oauth/token': [
    'grant_type',
    'client_id',
    'client_secret',
    'code',
    'redirect_uri',
    'code_verifier',
    'refresh_token',
    'client_origin',
    'android_key_hash',
    'ios_bundle_id',
  ],
  '/oauth/tokeninfo': ['id_token'],
  '/oauth/logout': ['client_id', 'logout_redirect_uri', 'state'],
  '/api/agt': ['client_id', 'access_token'],
  '/apiweb/code.json': ['client_id', 'auth_tran_id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Asked = keyof typeof parameters;
export type Parameter<Endpoint extends Asked> = (typeof parameters)[Endpoint][number];

/** What was sent to an endpoint, each parameter once. */
export type Sent<Endpoint extends Asked> = Readonly<Partial<Record<Parameter<Endpoint>, string>>>;
