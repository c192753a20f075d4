/** The authorize request, and how it is decided. Source: kakao-api 1.1, 1.2. */
import { SDK_INTERNAL } from '../reasons.ts';
import { but, differs, doc, docSdk, fact, sdk } from '../row.ts';
import type { Endpoint, Table } from '../table.ts';

// prettier-ignore
export const authorize: Endpoint = {
  name: '/oauth/authorize',
  section: '1.1',
  sources: ['doc'],
  methods: doc('GET'),
  forms: [],
  takes: [
    ...docSdk('client_id'),
    ...doc('redirect_uri', 'response_type', 'state', 'nonce'),
    ...docSdk('scope'),
    ...but(docSdk('prompt'), differs('cert는 로그인으로 다루고, 모르는 값은 무시합니다.', 'cert is a login; unknown values are ignored.')),
    ...docSdk('login_hint'),
    ...but(doc('service_terms'), differs('모르는 태그는 무시합니다.', 'Unknown tags are ignored.')),
    ...but(docSdk('channel_public_id'), differs(
      '따로 받는 권한이 없고, 앱에 연결된 채널이면 됩니다. 둘을 넘으면 앞의 둘만 보여 줍니다.',
      'Needs no permission of its own, only channels linked to the app. Of more than two the first two are shown.',
    )),
    ...but(docSdk('code_challenge', 'code_challenge_method'), differs(
      '잘못된 값은 리다이렉트의 invalid_request로 알립니다.', 'Faults go back in the redirect, as invalid_request.',
    )),
    ...doc('auth_type'),
    ...but(sdk('agt'), differs(
      '쓸 수 없는 값은 무시합니다. 하루짜리 계정 세션을 엽니다.', 'One that does not work is ignored. It opens an account session of one day.',
    )),
    ...sdk('extra.service_terms', 'extra.plus_friend_public_id', 'auth_tran_id'),
    ...but(sdk('approval_type', 'ka', 'through_talk', 'device_type', 'is_popup', 'state_token', 'kauth_tx_id', 'settle_id'), SDK_INTERNAL),
  ],
  gives: [],
  errors: [
    'KOE001', 'KOE002', 'KOE003', 'KOE004', 'KOE005', 'KOE006', 'KOE008', 'KOE101', 'KOE102', 'KOE125',
    'KOE201', 'KOE202', 'KOE203', 'KOE204', 'KOE205', 'KOE207',
  ],
};

// prettier-ignore
export const decision: Table = {
  id: 'decision',
  section: '1.2',
  title: { ko: '판단 순서', en: 'In this order' },
  kind: 'declared',
  rows: [
    fact('doc sdk', 'a wrong key, response type, app status or redirect URI is an error page and never a redirect',
      '키, response_type, 앱 상태, Redirect URI가 잘못되면 오류 페이지를 보여 주고 리다이렉트하지 않습니다.'),
    fact('doc', 'prompt=create shows the account sign-up first, then the consent screen',
      'prompt=create는 계정 가입 화면을 먼저, 그다음에 동의 화면을 보여 줍니다.'),
    fact('doc', 'a Kakao account session skips the login page', '카카오계정 세션이 있으면 로그인 화면을 건너뜁니다.'),
    fact('doc', 'the Kakao account session lasts 24 hours from the login and does not slide',
      '카카오계정 세션은 로그인한 때부터 24시간이며, 쓴다고 늘어나지 않습니다.'),
    fact('doc', 'the Kakao account session lasts a month with the keep-signed-in box',
      '로그인 상태를 유지하면 카카오계정 세션이 한 달 동안 이어집니다.'),
    fact('doc', 'KakaoTalk’s in-app browser is logged in by itself', '카카오톡 인앱 브라우저에서는 저절로 로그인됩니다.', differs(
      'User-Agent에 KAKAOTALK이 있고 /talk에 로그인한 브라우저를 인앱 브라우저로 봅니다.',
      'A browser whose User-Agent has KAKAOTALK and in which a person is signed in to /talk counts as one.')),
    fact('doc', 'prompt=login has no effect in KakaoTalk’s in-app browser', '카카오톡 인앱 브라우저에서는 prompt=login이 듣지 않습니다.'),
    fact('doc', 'prompt=login always shows the login page', 'prompt=login은 언제나 로그인 화면을 보여 줍니다.'),
    fact('doc', 'prompt=select_account shows the account chooser where accounts are saved',
      'prompt=select_account는 저장된 계정이 있으면 계정 선택 화면을 보여 줍니다.',
      differs('저장된 계정은 한 번 눌러 바로 로그인합니다.', 'A saved account signs in by one click.')),
    fact('doc', 'prompt=select_account shows the login page where no account is saved',
      'prompt=select_account는 저장된 계정이 없으면 로그인 화면을 보여 줍니다.'),
    fact('doc', 'prompt=none never shows a page', 'prompt=none은 화면을 보여 주지 않습니다.', differs(
      '다른 값과 함께 보내도 none입니다.', 'none beside other values means none.')),
    fact('doc', 'without any of these the login page is shown', '어느 것도 아니면 로그인 화면을 보여 줍니다.'),
    fact('doc', 'agreeing redirects with a code, cancelling with access_denied',
      '동의하면 code를, 취소하면 access_denied를 받아 돌아갑니다.'),
  ],
};
