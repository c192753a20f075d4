/** What a test says about a sign-up, and what it gets. */
import { z } from 'zod';
import { named, says } from './says.ts';

export const signUpInput = z.strictObject({
  app: says(z.string(), 'For which app: its id, a key of it, or its name.', '가입할 앱: 앱 ID, 키 또는 이름'),
  account: says(z.string(), 'Who: persona, account id, login or nickname.', '가입할 사람: 페르소나, 계정 ID, 로그인 ID 또는 닉네임'),
  agree: says(
    z
      .union([z.enum(['all', 'required']), z.array(z.string())], 'expected all, required, or a list of item ids, tags and channel ids')
      .default('all'),
    'What is agreed to: `all`, `required`, or besides what is required these items, terms and channels.',
    '동의할 것: `all`, `required`, 또는 필수 항목에 더해 동의할 동의항목·약관 태그·채널의 목록',
  ),
  scope: says(z.array(z.string()).optional(), 'Consent items to ask for by name.', '이름으로 요청할 동의항목'),
  serviceTerms: says(z.array(z.string()).optional(), 'Terms to ask for by tag (`service_terms`).', '태그로 요청할 약관(`service_terms`)'),
  channels: says(z.array(z.string()).optional(), 'Channels to offer (`channel_public_id`).', '보여 줄 채널(`channel_public_id`)'),
  redirectUri: says(
    z.string().optional(),
    'Redirect URI; the first one of the app unless told otherwise.',
    'Redirect URI. 생략하면 앱의 첫 번째',
  ),
  state: says(z.string().optional(), '`state` parameter.', '`state` 파라미터'),
  nonce: says(z.string().optional(), '`nonce` parameter.', '`nonce` 파라미터'),
  exchange: says(
    z.boolean().default(true),
    'Whether the code is exchanged for tokens; false leaves it to your own server.',
    '코드를 토큰으로 바꿀지 여부. false면 코드를 그대로 두어 내 서버가 쓸 수 있습니다.',
  ),
});
export type SignUpInput = z.input<typeof signUpInput>;

export const tokensShape = named(
  'Tokens',
  z.strictObject({
    token_type: says(z.literal('bearer'), 'Always `bearer`.', '항상 `bearer`'),
    access_token: says(z.string(), 'Access token.', '액세스 토큰'),
    expires_in: says(z.number().int(), 'Its lifetime in seconds.', '액세스 토큰 만료까지 남은 초'),
    refresh_token: says(z.string().optional(), 'Refresh token.', '리프레시 토큰'),
    refresh_token_expires_in: says(z.number().int().optional(), 'Its lifetime in seconds.', '리프레시 토큰 만료까지 남은 초'),
    id_token: says(z.string().optional(), 'ID token, where OpenID Connect is on.', 'ID 토큰(OpenID Connect를 켠 앱)'),
    scope: says(z.string().optional(), 'Consent items that were agreed to.', '동의한 동의항목'),
  }),
);
export type Tokens = z.output<typeof tokensShape>;

export const signUpShape = named(
  'SignUp',
  z.strictObject({
    user: says(z.string(), 'The user number (회원번호).', '회원번호'),
    code: says(z.string(), 'The authorization code; spent where it was exchanged.', '인가 코드. 토큰으로 바꿨다면 이미 쓴 코드입니다.'),
    state: says(z.string().nullable(), 'The `state` that came back, or null.', '돌아온 `state`, 없으면 null'),
    redirectUri: says(z.string(), 'Redirect URI that was used.', '사용한 Redirect URI'),
    location: says(
      z.string(),
      'Where the browser was sent to: hand it to your server as a request.',
      '브라우저가 이동한 주소. 내 서버에 그대로 요청하면 됩니다.',
    ),
    tokens: says(
      tokensShape.nullable(),
      'What the token endpoint gave, or null where it was not asked.',
      '토큰 엔드포인트의 응답, 바꾸지 않았으면 null',
    ),
  }),
);
export type SignUp = z.output<typeof signUpShape>;
