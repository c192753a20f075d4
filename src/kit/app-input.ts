/** Apps as a test wants them: what is left out is an app whose login works, approved for all that it asks for. */
import { z } from 'zod';
import { itemIds } from '../apps/index.ts';
import { REDIRECT_URI } from '../store/index.ts';
import { shapes } from '../store/schema.ts';
import { type TextKey, translator } from '../web/text/index.ts';
import { named, says } from './says.ts';
import { termInput, termShape } from './term-input.ts';

const row = shapes.apps.shape;
const hex = z.string().regex(/^[0-9a-f]{32}$/, 'expected 32 lower-case hex characters');
const redirectUri = z.string().regex(REDIRECT_URI, 'expected an absolute URI without a fragment, like http://localhost:3000/oauth');
const url = z.string().optional();
/** Each switch with what the console says of it. */
function inWords<Shape extends z.ZodRawShape>(shape: Shape): Shape {
  const told = Object.entries(shape).map(([name, schema]) => {
    const key = `switch.${name}` as TextKey;
    return [name, says(schema as z.ZodType, translator('en')(key), translator('ko')(key))];
  });
  return Object.fromEntries(told) as Shape;
}

const states = ['required', 'optional', 'in-use'] as const;

export const appInput = z.strictObject({
  id: says(row.id.optional(), 'App id; a new one unless told otherwise.', '앱 ID. 생략하면 새로 만듭니다.'),
  name: says(row.name.optional(), 'Name; `테스트 앱` and its id unless told otherwise.', '이름. 생략하면 `테스트 앱`과 앱 ID'),
  company: says(row.company.default('테스트 회사'), 'Company (회사명).', '회사명'),
  clientId: says(hex.optional(), 'REST API key; a new one unless told otherwise.', 'REST API 키. 생략하면 새로 만듭니다.'),
  clientSecret: says(
    z.string().min(1).nullable().optional(),
    'Client secret; a new one unless told otherwise, null for OFF.',
    '클라이언트 시크릿. 생략하면 새로 만들고, null이면 OFF',
  ),
  adminKey: says(hex.optional(), 'Admin key; a new one unless told otherwise.', '어드민 키. 생략하면 새로 만듭니다.'),
  redirectUris: says(
    z.array(redirectUri).default(['http://localhost:3000/oauth']),
    'Redirect URIs of the REST API key.',
    'REST API 키의 Redirect URI',
  ),
  logoutRedirectUris: says(z.array(redirectUri).default([]), 'Logout redirect URIs.', '로그아웃 Redirect URI'),
  oidc: says(
    row.openidConnectOn.default(false),
    'OpenID Connect: whether ID tokens come along.',
    'OpenID Connect 사용 여부. 켜면 ID 토큰이 함께 옵니다.',
  ),
  loginOn: says(row.loginOn.default(true), 'Whether Kakao Login is on.', '카카오 로그인 사용 여부'),
  simpleSignup: says(
    row.simpleSignupOn.default(true),
    'Whether simple signup is on: terms on the consent screen.',
    '간편가입 사용 여부. 동의 화면에 약관이 보입니다.',
  ),
  autoLink: says(row.autoLink, 'Whether a login links the user (자동 연결).', '자동 연결 여부'),
  ageCheck: says(z.boolean().default(false), 'Whether one has to be 14 or older.', '만 14세 이상 연령 동의 사용 여부'),
  items: says(
    z.record(z.string(), z.enum(states)).default({ profile_nickname: 'required', profile_image: 'optional', account_email: 'optional' }),
    `Consent items, approved where that is needed: ${itemIds.join(', ')}; each ${states.join(', ')}.`,
    `동의항목. 검수가 필요하면 승인된 것으로 합니다: ${itemIds.join(', ')}. 각각 ${states.join(', ')}`,
  ),
  terms: says(
    z
      .array(termInput)
      .default(['service', { tag: 'marketing', title: { ko: '마케팅 정보 수신 동의', en: 'Marketing messages' }, required: false }]),
    'Terms, approved: tags of required ones, or { tag, title, url, required }.',
    '승인된 약관. 태그만 쓰면 필수 약관이고, { tag, title, url, required }도 됩니다.',
  ),
  channels: says(
    z.array(z.string()).default([]),
    'Channels to connect, by id, search id or name; the first one is on the consent screen.',
    '연결할 채널의 프로필 ID, 검색용 아이디 또는 이름. 첫 번째가 동의 화면에 보입니다.',
  ),
  callbacks: says(
    z
      .strictObject({
        channel: says(url, 'Where adds and blocks of channels are told.', '채널 추가·차단을 받는 주소'),
        sync: says(url, 'Where sign-ups are told.', '가입을 받는 주소'),
        unlink: says(url, 'Where unlinks are told.', '연결 해제를 받는 주소'),
        account: says(url, 'Where account events are told.', '계정 상태 변경을 받는 주소'),
      })
      .default({}),
    'Where callbacks go.',
    '콜백 주소',
  ),
  owner: says(
    z.string().optional(),
    'Who owns it in the consoles: account id, persona or login.',
    '콘솔에서의 오너: 계정 ID, 페르소나 또는 로그인 ID',
  ),
  era: says(row.era.default('current'), 'As which generation of Kakao it is served.', '카카오 규격의 세대'),
  switches: says(
    z.strictObject(inWords(row.switches.unwrap().shape)).prefault({}),
    'Switches for what is not established; see DEPARTURES.',
    '확인되지 않은 동작의 스위치. DEPARTURES 참고',
  ),
});
export type AppInput = z.input<typeof appInput>;

export const appShape = named(
  'App',
  z.strictObject({
    id: says(z.string(), 'App id.', '앱 ID'),
    name: says(z.string(), 'Name.', '이름'),
    company: says(z.string(), 'Company.', '회사명'),
    clientId: says(z.string(), 'REST API key; of an app without one the first key that it has.', 'REST API 키. 없는 앱이면 첫 번째 키'),
    clientSecret: says(z.string().nullable(), 'Client secret, or null while it is OFF.', '클라이언트 시크릿, OFF면 null'),
    adminKey: says(z.string(), 'Primary admin key.', '대표 어드민 키'),
    javascriptKey: says(z.string().nullable(), 'JavaScript key, or null.', 'JavaScript 키, 없으면 null'),
    nativeKey: says(z.string().nullable(), 'Native app key, or null.', '네이티브 앱 키, 없으면 null'),
    redirectUris: says(z.array(z.string()), 'Redirect URIs of the REST API key.', 'REST API 키의 Redirect URI'),
    oidc: says(z.boolean(), 'Whether OpenID Connect is on.', 'OpenID Connect 사용 여부'),
    loginOn: says(z.boolean(), 'Whether Kakao Login is on.', '카카오 로그인 사용 여부'),
    simpleSignup: says(z.boolean(), 'Whether simple signup is in effect.', '간편가입이 적용되는지 여부'),
    items: says(z.record(z.string(), z.enum(states)), 'Consent items that it may use.', '쓸 수 있는 동의항목'),
    terms: says(z.array(termShape), 'Approved terms, in the order of the screen.', '승인된 약관, 화면 순서대로'),
    channels: says(z.array(z.string()), 'Ids of connected channels.', '연결된 채널의 프로필 ID'),
    channelOnConsent: says(z.string().nullable(), 'The channel on the consent screen, or null.', '동의 화면의 채널, 없으면 null'),
    syncSecret: says(
      z.string().nullable(),
      'Secret that signs the sync callback, or null.',
      '간편가입 콜백을 서명하는 시크릿, 없으면 null',
    ),
  }),
);
