/** The ID token, what tells about it, and the published documents. Source: kakao-api 1.11 to 1.15. */
import { but, differs, doc, fact, inside, type Row } from '../row.ts';
import type { Endpoint, Table } from '../table.ts';

const claims: readonly Row[] = doc('iss', 'aud', 'sub', 'iat', 'exp', 'auth_time', 'nonce', 'nickname', 'picture', 'email');

export const idToken: Table = {
  id: 'id-token',
  section: '1.11',
  title: { ko: '클레임', en: 'Claims' },
  kind: 'listed',
  rows: claims,
};

// prettier-ignore
export const idTokenRules: Table = {
  id: 'id-token-rules',
  section: '1.11',
  title: { ko: 'ID 토큰의 규칙', en: 'How it is made' },
  kind: 'declared',
  rows: [
    fact('doc recall', 'the header has alg RS256, typ JWT and a kid', '헤더에 alg RS256, typ JWT, kid가 있습니다.'),
    fact('doc', 'aud is the key that was used, sub the user number as text', 'aud는 사용한 키, sub는 문자열로 적은 회원번호입니다.', differs(
      '다른 키로 받은 코드를 REST API 키로 쓰면, aud는 인가 요청의 키입니다.', 'Where a REST API key redeems the code of another key, aud is the key of the authorize request.')),
    fact('doc', 'nickname and picture come with consent', 'nickname과 picture는 동의하면 옵니다.'),
    fact('doc', 'email comes with consent, and only when valid and verified', 'email은 동의했고 유효하며 인증되었을 때만 옵니다.'),
    fact('doc', 'nonce comes back where it was sent', 'nonce는 보냈을 때 돌아옵니다.'),
  ],
};

export const tokenInfo: Endpoint = {
  name: '/oauth/tokeninfo',
  section: '1.12',
  sources: ['doc'],
  methods: doc('POST'),
  forms: [],
  takes: doc('id_token'),
  gives: claims,
  errors: ['KOE400'],
  ...differs('이 시뮬레이터의 ID 토큰만 받고, 쿼리도 읽습니다.', 'Takes ID tokens of this simulator only, and reads the query, too.'),
};

/** A document: nothing to send, nothing to refuse. */
const document = (name: string, section: string, gives: readonly Row[]): Endpoint => ({
  name,
  section,
  sources: ['doc'],
  methods: doc('GET'),
  forms: [],
  takes: [],
  gives,
  errors: [],
});

// prettier-ignore
export const openidConfiguration = document(
  '/.well-known/openid-configuration',
  '1.13',
  doc(
    'issuer', 'authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri',
    'token_endpoint_auth_methods_supported', 'subject_types_supported', 'id_token_signing_alg_values_supported',
    'request_uri_parameter_supported', 'response_types_supported', 'response_modes_supported', 'grant_types_supported',
    'code_challenge_methods_supported', 'claims_supported',
  ),
);

export const jwks = document('/.well-known/jwks.json', '1.14', [
  ...but(doc('keys'), differs('키는 하나이고 바뀌지 않습니다.', 'One key, which does not rotate.')),
  ...inside('keys[].', doc('kid', 'kty', 'alg', 'use', 'n', 'e')),
]);

export const securityEvents = document('/.well-known/sse-configuration', '1.15', doc('issuer', 'jwks_uri', 'delivery_methods_supported'));
