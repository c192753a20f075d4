/** Consents and service terms of a user. Source: kakao-api 2.14, 2.15. */
import { but, differs, doc, docSdk, fact, inside, sdk, type Row } from '../row.ts';
import type { Endpoint, Table } from '../table.ts';
import { ofUser } from './errors.ts';
import { byEither } from './forms.ts';

const endpoint = (
  name: string,
  section: string,
  method: string,
  rest: Pick<Endpoint, 'takes' | 'gives'> & Partial<Endpoint>,
): Endpoint => ({
  name,
  section,
  sources: ['doc'],
  methods: doc(method),
  forms: byEither,
  errors: ofUser(),
  ...rest,
});

// prettier-ignore
const scopeFields: readonly Row[] = [
  ...doc('id', 'scopes'),
  ...inside('scopes[].', [
    ...doc('id', 'type', 'using', 'agreed', 'revocable'),
    ...but(doc('display_name'), differs('?lang=을 따르고, 없으면 한국어입니다.', 'Follows ?lang=, and is Korean otherwise.')),
    ...but(sdk('delegated'), { why: { ko: '카카오 밖에서 관리하는 항목이 없습니다.', en: 'No item is managed outside of Kakao here.' } }),
  ]),
];

export const scopes = endpoint('/v2/user/scopes', '2.14', 'GET', {
  takes: but(doc('scopes'), differs('모르는 항목은 빼고 답합니다.', 'Unknown ids are dropped.')),
  gives: scopeFields,
});

export const revokeScopes = endpoint('/v2/user/revoke/scopes', '2.14', 'POST', {
  takes: but(doc('scopes'), differs('모두 철회하거나 하나도 철회하지 않습니다.', 'Takes back all named items or none.')),
  gives: scopeFields,
});

// prettier-ignore
export const serviceTerms = endpoint('/v2/user/service_terms', '2.15', 'GET', {
  takes: doc('result', 'tags'),
  gives: [
    ...doc('id', 'service_terms'),
    ...inside('service_terms[].', [
      ...doc('tag', 'required', 'agreed', 'agreed_at', 'agreed_by'),
      ...but(doc('revocable'), differs('문서의 글이 아니라 예시를 따라, required의 반대입니다.', 'The opposite of required, as in Kakao’s samples; its text says otherwise.')),
    ]),
  ],
});

export const revokeTerms = endpoint('/v2/user/revoke/service_terms', '2.15', 'POST', {
  takes: docSdk('tags'),
  gives: [...doc('id', 'revoked_service_terms'), ...inside('revoked_service_terms[].', doc('tag', 'agreed'))],
});

// prettier-ignore
export const upgradeTerms = endpoint('/v2/user/upgrade/service_terms', '2.15', 'POST', {
  takes: doc('tags'),
  gives: [
    ...doc('id', 'agreed_service_terms'),
    ...inside('agreed_service_terms[].', doc('tag', 'agreed', 'agreed_at', 'agreed_by')),
  ],
  ...differs('앱 권한이 없어도 되고, 연령 확인에는 동의하지 않습니다.', 'Needs no permission of the app, and never agrees to the age check.'),
});

// prettier-ignore
export const legacyTerms = endpoint('/v1/user/service/terms', '2.15', 'GET', {
  takes: docSdk('extra'),
  gives: docSdk(
    'user_id', 'allowed_service_terms', 'allowed_service_terms[].tag', 'allowed_service_terms[].agreed_at',
    'app_service_terms', 'app_service_terms[].tag', 'app_service_terms[].created_at', 'app_service_terms[].updated_at',
  ),
});

// prettier-ignore
export const revoking: Table = {
  id: 'revoking',
  section: '2.14',
  title: { ko: '철회', en: 'Taking back' },
  kind: 'declared',
  rows: [
    fact('doc', 'a required item is not revocable: 403 -3', '필수 항목은 철회할 수 없습니다: 403 -3.'),
    fact('doc', 'an unknown item cannot be revoked: 400 -2', '모르는 항목은 철회할 수 없습니다: 400 -2.'),
    fact('doc', 'using is false of an item that was agreed to and dropped by the app', '동의한 뒤 앱이 뺀 항목은 using이 false입니다.'),
    fact('recall', 'after a revoke the access token goes on and the field is gone from user/me', '철회해도 토큰은 그대로이고, user/me에서 그 값이 사라집니다.'),
  ],
};

// prettier-ignore
export const termRules: Table = {
  id: 'term-rules',
  section: '2.15',
  title: { ko: '약관 API의 규칙', en: 'How the terms APIs answer' },
  kind: 'declared',
  rows: [
    fact('doc', 'an unknown tag in a query of service terms is 400 -2', '조회에 모르는 태그가 있으면 400 -2입니다.'),
    fact('doc', 'an unknown tag in a revoke of service terms is 400 -2', '철회에 모르는 태그가 있으면 400 -2입니다.'),
    fact('doc', 'a revoke leaves out terms that were not agreed to', '동의하지 않은 약관은 철회 응답에서 빠집니다.', differs(
      '예시와 달리 문서의 글을 따릅니다.', 'As Kakao’s text says; its sample does not.')),
    fact('doc', 'an upgrade leaves out tags that are agreed to already or unknown', '이미 동의했거나 모르는 태그는 upgrade 응답에서 빠집니다.'),
    fact('doc', 'the terms APIs of an app without simple signup answer 403', '간편가입이 없는 앱의 약관 API는 403입니다.', differs(
      '코드는 -3입니다.', 'With -3.')),
  ],
};
