/** Getting and refreshing tokens. Source: kakao-api 1.7 to 1.9. */
import { added, but, differs, doc, docSdk, fact, sdk } from '../row.ts';
import type { Endpoint, Table } from '../table.ts';

// prettier-ignore
export const token: Endpoint = {
  name: '/oauth/token',
  section: '1.7',
  sources: ['doc'],
  methods: [
    ...doc('POST'),
    ...added(['GET'], '직접 만든 앱들이 GET으로 보내 함께 받습니다.', 'Hand-written apps send it, so it is taken too.'),
  ],
  forms: [],
  takes: [
    ...doc('grant_type'),
    ...but(docSdk('client_id'), differs(
      'REST API 키는 같은 앱의 다른 키로 받은 코드와 리프레시 토큰도 씁니다.',
      'A REST API key redeems codes and refresh tokens of the app’s other keys, too.',
    )),
    ...but(doc('redirect_uri'), differs('빠뜨려도 됩니다. 보내면 인가 요청과 같아야 합니다.', 'May be left out; where it is sent it must be the one of authorize.')),
    ...doc('code', 'refresh_token', 'client_secret'),
    ...sdk('code_verifier'),
    ...but(sdk('client_origin', 'android_key_hash', 'ios_bundle_id'), differs(
      '플랫폼을 등록한 키만 검사합니다.', 'Checked for keys that have a platform registered.',
    )),
  ],
  gives: [
    ...doc('token_type', 'access_token'),
    ...but(doc('id_token'), differs(
      'scope에 openid 없이 항목만 보내면 첫 로그인에만 옵니다.', 'An explicit scope without openid brings none except at the first login.',
    )),
    ...doc('expires_in', 'refresh_token', 'refresh_token_expires_in', 'scope'),
  ],
  errors: ['KOE001', 'KOE003', 'KOE008', 'KOE009', 'KOE010', 'KOE101', 'KOE114', 'KOE125', 'KOE126', 'KOE127', 'KOE207', 'KOE237', 'KOE303',
    'KOE310', 'KOE319', 'KOE320', 'KOE322'],
};

// prettier-ignore
export const clientAuthentication: Table = {
  id: 'client-authentication',
  section: '1.8',
  title: { ko: '클라이언트 시크릿', en: 'The client secret' },
  kind: 'declared',
  rows: [
    fact('sdk', 'HTTP Basic is ignored: client_id is missing, KOE101 [null]', 'HTTP Basic은 읽지 않으므로 client_id가 없는 KOE101 [null]입니다.'),
    fact('sdk', 'with the client secret OFF any client_secret or none is accepted', '시크릿이 OFF면 client_secret이 있든 없든, 무엇이든 받습니다.'),
    fact('doc sdk', 'with the client secret ON a missing or wrong client_secret is KOE010', '시크릿이 ON이면 없거나 틀린 client_secret은 KOE010입니다.'),
    fact('doc', 'a new REST API key begins with the client secret ON', '새 REST API 키는 시크릿이 ON인 채로 만들어집니다.'),
  ],
};

// prettier-ignore
export const refresh: Table = {
  id: 'refresh',
  section: '1.9',
  title: { ko: '갱신 규칙', en: 'How a refresh answers' },
  kind: 'declared',
  rows: [
    fact('doc', 'a refresh with more than a month left brings no refresh token', '리프레시 토큰이 한 달 넘게 남았으면 리프레시 토큰은 돌아오지 않습니다.'),
    fact('doc', 'a refresh in the last month brings a new refresh token', '마지막 한 달이면 새 리프레시 토큰이 돌아옵니다.'),
    fact('sdk', 'a refresh token that was replaced is refused', '바뀐 예전 리프레시 토큰은 쓸 수 없습니다.', differs(
      '쓰려고 하면 그 로그인의 토큰이 모두 끝납니다.', 'Trying it ends all tokens of that login.')),
    fact('doc', 'a refresh brings an ID token only where the refresh token was issued with one', 'ID 토큰과 함께 발급된 리프레시 토큰일 때만 ID 토큰이 돌아옵니다.'),
    fact('doc sdk', 'a refresh tells no scope', 'scope는 돌아오지 않습니다.'),
    fact('sdk', 'a refresh takes redirect_uri and platform proof along', 'SDK가 함께 보내는 redirect_uri와 플랫폼 값을 받습니다.'),
  ],
};
