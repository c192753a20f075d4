/** How requests to kapi prove themselves, and how their parameters are written. Source: kakao-api 2.0. */
import { code, differs, fact, type Row } from '../row.ts';
import type { Table } from '../table.ts';

/** Names of the forms. */
export const TOKEN = 'Authorization: Bearer';
export const ADMIN = 'Authorization: KakaoAK + target_id';
export const ADMIN_ALONE = 'Authorization: KakaoAK';
export const QUERY = '?access_token=';

export const byToken: readonly Row[] = [code('doc', TOKEN, '액세스 토큰', 'Access token')];
export const byAdminKey: readonly Row[] = [
  code('doc', ADMIN, '어드민 키와 target_id_type=user_id, target_id', 'Admin key with target_id_type=user_id and target_id'),
];
export const byEither: readonly Row[] = [...byToken, ...byAdminKey];
export const byAdminKeyAlone: readonly Row[] = [code('doc', ADMIN_ALONE, '어드민 키', 'Admin key')];

// prettier-ignore
export const forms: Table = {
  id: 'kapi-forms',
  section: '2.0',
  title: { ko: '인증과 표기', en: 'Proof and notation' },
  kind: 'declared',
  rows: [
    fact('doc', 'a user is named by an access token, or by the admin key with target_id_type and target_id',
      '사용자는 액세스 토큰으로, 또는 어드민 키와 target_id_type, target_id로 지정합니다.'),
    fact('doc', 'a POST sends its parameters as a form, a GET in the query', 'POST는 폼으로, GET은 쿼리로 파라미터를 보냅니다.', differs(
      '메서드와 관계없이 폼과 쿼리를 함께 읽습니다.', 'Form and query are read alike, whatever the method.')),
    fact('doc sdk', 'arrays and objects are JSON text in one field', '배열과 객체는 한 필드에 JSON 문자열로 씁니다.'),
    fact('doc sdk', 'tags, channel_ids and service_terms are comma text', 'tags, channel_ids, service_terms는 쉼표로 잇습니다.'),
    fact('sdk', 'the KA header is ignored', 'KA 헤더는 무시합니다.'),
    fact('doc', 'an admin key calls only the APIs of its list, others are 403 -3', '어드민 키는 허용된 API만 호출하며, 그 밖은 403 -3입니다.', differs(
      '목록이 없는 키는 모든 API를 호출합니다.', 'A key without a list may call all.')),
  ],
};
