/** People as a test wants them: what is left out is a person of whom everything is known. */
import { z } from 'zod';
import { shapes } from '../store/schema.ts';
import { addressInput } from './address.ts';
import { named, says } from './says.ts';

const { id, key, password, nickname, phone, hasTalk, image, name, gender, birthyear, birthday, ci, userNumberDigits } =
  shapes.accounts.shape;
const emailFacts = z.strictObject({
  address: says(z.email('expected an e-mail address'), 'The address.', '이메일 주소'),
  valid: says(z.boolean().default(true), 'Whether it is still the person’s.', '유효한 이메일인지 여부'),
  verified: says(z.boolean().default(true), 'Whether the person has proved it.', '인증한 이메일인지 여부'),
});

export const accountInput = z.strictObject({
  id: says(id.optional(), 'Its id; a new one unless told otherwise.', '카카오계정 ID. 생략하면 새로 만듭니다.'),
  key: says(
    key.optional(),
    'Makes it a persona: the login page offers it by one click, and `login_hint` may name it.',
    '페르소나 이름. 로그인 화면에서 한 번에 고를 수 있고 `login_hint`로 부를 수 있습니다.',
  ),
  password: says(password.default('demo1234'), 'Password.', '비밀번호'),
  nickname: says(
    nickname.optional(),
    'Nickname; `테스트 1`, `테스트 2`, … unless told otherwise.',
    '닉네임. 생략하면 `테스트 1`, `테스트 2` …',
  ),
  email: says(
    z
      .union(
        [z.email('expected an e-mail address'), emailFacts, z.null()],
        'expected an e-mail address, { address, valid, verified } or null',
      )
      .optional(),
    'E-mail address, valid and verified unless told otherwise; null for a person without one.',
    '이메일. 따로 정하지 않으면 유효하고 인증된 주소입니다. 없는 사람은 null',
  ),
  phone: says(phone.optional(), 'Phone number like `+82 10-1234-5678`, or null.', '전화번호. 예: `+82 10-1234-5678`. 없으면 null'),
  hasTalk: says(hasTalk.default(true), 'Whether the person uses KakaoTalk.', '카카오톡을 쓰는지 여부'),
  image: says(
    image.default(null),
    'Path of a shipped picture, or null for Kakao’s default one.',
    '기본 제공 사진의 경로. 기본 프로필 사진이면 null',
  ),
  name: says(name.default('김테스트'), 'Name, or null where it is not known.', '이름. 알 수 없으면 null'),
  gender: says(gender.default('female'), 'Gender, or null.', '성별 또는 null'),
  birthyear: says(
    birthyear.default('1995'),
    'Year of birth, or null. The age follows from it.',
    '출생 연도 또는 null. 나이는 여기서 정해집니다.',
  ),
  birthday: says(birthday.default({ day: '0620', type: 'SOLAR', isLeapMonth: false }), 'Day of birth, or null.', '생일 또는 null'),
  ci: says(
    ci.optional(),
    'Connecting information (CI), or null; a made-up one unless told otherwise.',
    '연계정보(CI) 또는 null. 생략하면 지어낸 값',
  ),
  addresses: says(
    z.array(addressInput).default([addressInput.parse({})]),
    'Shipping addresses, the default one first.',
    '배송지 목록. 기본 배송지가 먼저',
  ),
  userNumberDigits: says(
    userNumberDigits,
    'How many digits the user numbers of this person have: 19 do not fit a JavaScript number.',
    '회원번호 자릿수. 19자리는 JavaScript 숫자에 담기지 않습니다.',
  ),
});
export type AccountInput = z.input<typeof accountInput>;

export const accountShape = named(
  'Account',
  z.strictObject({
    id: says(z.string(), 'Id of the account.', '카카오계정 ID'),
    key: says(z.string().nullable(), 'Its name as a persona, or null.', '페르소나 이름, 페르소나가 아니면 null'),
    login: says(z.string(), 'What the person types to sign in.', '로그인할 때 입력하는 ID'),
    password: says(z.string(), 'Password.', '비밀번호'),
    nickname: says(z.string(), 'Nickname.', '닉네임'),
    email: says(z.string().nullable(), 'E-mail address, or null.', '이메일, 없으면 null'),
    phone: says(z.string().nullable(), 'Phone number, or null.', '전화번호, 없으면 null'),
    status: says(z.enum(['active', 'disabled', 'deleted']), 'Whether it can be signed in to.', '계정 상태'),
    says: says(z.string(), 'What is special about the persona.', '페르소나의 특징(영어)'),
  }),
);
export type AccountFacts = z.output<typeof accountShape>;
