/** Logout with the Kakao account, agt, and the hand-over of a code. Source: kakao-api 1.16 to 1.18. */
import { OUR_WORDS, SDK_INTERNAL } from '../reasons.ts';
import { added, but, differs, doc, fact, sdk } from '../row.ts';
import type { Endpoint, Table } from '../table.ts';

const OUR_REFUSALS = differs('거절하는 코드는 시뮬레이터가 정했습니다.', 'The codes of its refusals are ours.');

export const logout: Endpoint = {
  name: '/oauth/logout',
  section: '1.16',
  sources: ['doc'],
  methods: doc('GET'),
  forms: [],
  takes: doc('client_id', 'logout_redirect_uri', 'state'),
  gives: [],
  errors: ['KOE001', 'KOE007', 'KOE101', 'KOE207'],
  ...differs(
    '파라미터가 없으면 KOE101과 KOE207입니다. 로그아웃 Redirect URI는 키마다 등록합니다.',
    'Missing parameters are KOE101 and KOE207. Logout redirect URIs belong to a key.',
  ),
};

// prettier-ignore
export const logoutRules: Table = {
  id: 'logout-rules',
  section: '1.16',
  title: { ko: '로그아웃 흐름', en: 'How the logout goes' },
  kind: 'declared',
  rows: [
    fact('doc recall', 'with a session the person chooses how far the logout goes', '세션이 있으면 어디까지 로그아웃할지 고릅니다.', OUR_WORDS),
    fact('recall', 'without a session the logout goes straight back', '세션이 없으면 바로 돌아갑니다.'),
    fact('doc', 'the logout goes back by a 302 with the state', 'state를 붙인 302로 돌아갑니다.'),
    fact('doc', 'the logout revokes no tokens', '토큰은 그대로입니다. 서비스가 직접 로그아웃합니다.', differs(
      '브라우저에 저장된 계정도 그대로입니다.', 'Accounts saved in the browser stay, too.')),
  ],
};

export const agt: Endpoint = {
  name: '/api/agt',
  section: '1.17',
  sources: ['sdk'],
  methods: sdk('POST'),
  forms: [],
  takes: sdk('client_id', 'access_token'),
  gives: sdk('agt'),
  errors: ['KOE101', 'KOE114', 'KOE400'],
  ...OUR_REFUSALS,
};

// prettier-ignore
export const codeJson: Endpoint = {
  name: '/apiweb/code.json',
  section: '1.18',
  sources: ['sdk'],
  methods: sdk('GET'),
  forms: [],
  takes: [...sdk('client_id', 'auth_tran_id'), ...but(sdk('ka'), SDK_INTERNAL)],
  gives: [
    ...sdk('code', 'error'),
    ...added(['status', 'error_description', 'error_code', 'state'], 'JavaScript SDK가 읽는 필드입니다.', 'The JavaScript SDK reads it.'),
  ],
  errors: ['KOE101', 'KOE207'],
  ...OUR_REFUSALS,
};
