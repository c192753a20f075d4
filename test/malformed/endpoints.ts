/** Every endpoint of kauth and kapi, with the parameters that it knows. */
import { served } from '../../src/kapi/routes.ts';
import { answers } from '../../src/oauth/answers.ts';

export interface Endpoint {
  door: 'kapi' | 'kauth';
  method: 'GET' | 'POST';
  path: string;
  /** Whether it answers in JSON only; pages answer in HTML or by a redirect. */
  json: boolean;
  /** Names of its parameters. */
  names: readonly string[];
  /** kapi: the keys that it takes. */
  keys: readonly ('token' | 'admin')[];
}

const EVERYWHERE = ['lang'];
const TARGET = ['target_id_type', 'target_id', 'access_token'];

const kapi: Endpoint[] = served.flatMap(({ path, methods, forms, takes }) =>
  methods.map((method) => ({
    door: 'kapi' as const,
    method,
    path,
    json: true,
    names: [...Object.keys(takes), ...TARGET, ...EVERYWHERE],
    keys: forms === 'admin key alone' ? ['admin' as const] : (['token', 'admin'] as const).filter((key) => forms.includes(key)),
  })),
);

const CLIENT = ['client_id', 'client_secret', 'state'];
const TOKEN = [...CLIENT, 'grant_type', 'code', 'redirect_uri', 'refresh_token', 'code_verifier', 'client_origin', 'android_key_hash'];
const words = (text: string): string[] => text.split(' ');
const AUTHORIZE = [
  words('client_id redirect_uri response_type scope prompt login_hint service_terms channel_public_id state'),
  words('nonce code_challenge code_challenge_method response_mode max_age claims request request_uri agt ka'),
  words('extra.service_terms extra.plus_friend_public_id auth_tran_id ui_locales id_token_hint registration'),
].flat();
/** Of a JSON endpoint that is not here, nothing is known: the run fails until it is. */
const JSON_NAMES: Readonly<Record<string, [methods: readonly Endpoint['method'][], names: readonly string[]]>> = {
  '/oauth/token': [['GET', 'POST'], TOKEN],
  '/oauth/tokeninfo': [['POST'], ['id_token']],
  '/api/agt': [['POST'], [...CLIENT, 'access_token']],
  '/apiweb/code.json': [['GET'], ['client_id', 'auth_tran_id', 'ka']],
  '/.well-known/openid-configuration': [['GET'], []],
  '/.well-known/jwks.json': [['GET'], []],
  '/.well-known/sse-configuration': [['GET'], []],
};

const json: Endpoint[] = Object.keys(answers).flatMap((path) => {
  const [methods, names] = JSON_NAMES[path] ?? [[], []];
  if (methods.length === 0) throw new Error(`test/malformed knows nothing of ${path}`);
  return methods.map((method) => ({ door: 'kauth' as const, method, path, json: true, names: [...names, ...EVERYWHERE], keys: [] }));
});

const page = (method: Endpoint['method'], path: string, names: readonly string[]): Endpoint => ({
  door: 'kauth',
  method,
  path,
  json: false,
  names: [...names, ...EVERYWHERE],
  keys: [],
});
export const LOGIN = ['decision', 'persona', 'account', 'loginId', 'password', 'saveSignedIn'];
export const SIGNUP = ['email', 'password', 'nickname', 'birthdate'];
export const CONSENT = ['decision', 'items', 'item', 'term', 'age', 'channel'];
const LOGOUT = ['client_id', 'logout_redirect_uri', 'state', 'from'];

const pages: Endpoint[] = [
  page('GET', '/oauth/authorize', AUTHORIZE),
  page('GET', '/oauth/login/nobody', []),
  page('POST', '/oauth/login/nobody', LOGIN),
  page('GET', '/oauth/login/nobody/signup', []),
  page('GET', '/oauth/signup/nobody', []),
  page('POST', '/oauth/signup/nobody', SIGNUP),
  page('GET', '/oauth/consent/nobody', []),
  page('POST', '/oauth/consent/nobody', CONSENT),
  page('GET', '/oauth/consent/nobody/account', []),
  page('GET', '/oauth/logout', LOGOUT),
  page('POST', '/oauth/logout', LOGOUT),
];

export const endpoints: readonly Endpoint[] = [...kapi, ...json, ...pages];
