/** The config files that `init` writes: settings as comments, and an app that a sign-up works with at once. */

const COMMENT = [
  'The config of kakao-sync-simulator: settings, and a world that is laid over the shipped one.',
  'A flag goes before the environment (KAKAO_SYNC_PORT, …), that before this file, and this file before the defaults.',
  'REFERENCE.md of the simulator lists every key. "kakao-sync-simulator validate" checks this file, --watch follows it.',
];

const SETTINGS = [
  { comment: 'Settings, with their defaults.', lines: ['port: 5252', "host: '127.0.0.1'", 'memory: false'] },
  {
    comment: 'With none, the world below is the whole world; without this line, the shipped apps and personas are there, too.',
    lines: ["seed: 'none'"],
  },
];

const commented = (mark: string, text: string) => `${mark} ${text}`;

const ts = `${COMMENT.map((line) => commented('//', line)).join('\n')}
import { defineConfig } from 'kakao-sync-simulator';

export default defineConfig({
${SETTINGS.map(({ comment, lines }) => [commented('  //', comment), ...lines.map((line) => commented('  //', `${line},`))].join('\n')).join('\n')}

  // People. One with a key is offered on the login page, and login_hint=kim names them.
  accounts: [
    {
      key: 'kim',
      nickname: '김테스트',
      says: { ko: '우리 서비스의 보통 회원', en: 'An ordinary member of our service' },
      email: 'kim@example.com',
      phone: '+82 10-0000-1234',
      name: '김테스트',
      gender: 'female',
      birthyear: '1995',
      birthday: { day: '0620', type: 'SOLAR', isLeapMonth: false },
    },
  ],

  // Channels (카카오톡 채널), certified, so that an app can be connected to them.
  channels: [{ id: '_xMyShop', name: '우리상점', searchId: '@myshop', certified: true }],

  apps: [
    {
      name: '우리상점',
      // Ids and keys are made of the name unless they are pinned.
      id: '2000001',
      clientId: '${'0a1b2c3d'.repeat(4)}',
      // Null: OFF.
      clientSecret: 'my-client-secret',
      adminKey: '${'4e5f6a7b'.repeat(4)}',
      redirectUris: ['http://localhost:3000/oauth'],
      // OpenID Connect: ID tokens come along.
      oidc: true,
      // required, optional or in-use; approved where that is needed.
      items: { profile_nickname: 'required', account_email: 'required', phone_number: 'optional', gender: 'optional' },
      // A tag alone is a required term.
      terms: ['service', 'privacy', { tag: 'marketing', title: { ko: '마케팅 정보 수신', en: 'Marketing messages' }, required: false }],
      channels: ['우리상점'],
      // Where callbacks go.
      // callbacks: { channel: 'http://localhost:3000/hook', sync: 'http://localhost:3000/sync' },
      // What Kakao's sources leave open, or tell in two ways.
      // switches: { youngestAgeRange: '0~9' },
    },
  ],

  // What goes wrong from the beginning, and again after each reset.
  // faults: [{ on: 'token', with: 'KOE320', times: 1 }],
});
`;

const yaml = `${COMMENT.map((line) => commented('#', line)).join('\n')}

${SETTINGS.map(({ comment, lines }) => [commented('#', comment), ...lines.map((line) => commented('#', line))].join('\n')).join('\n')}

# People. One with a key is offered on the login page, and login_hint=kim names them.
accounts:
  - key: kim
    nickname: 김테스트
    says: { ko: 우리 서비스의 보통 회원, en: An ordinary member of our service }
    email: kim@example.com
    phone: '+82 10-0000-1234'
    name: 김테스트
    gender: female
    birthyear: '1995'
    birthday: { day: '0620', type: SOLAR, isLeapMonth: false }

# Channels (카카오톡 채널), certified, so that an app can be connected to them.
channels:
  - id: _xMyShop
    name: 우리상점
    searchId: '@myshop'
    certified: true

apps:
  - name: 우리상점
    # Ids and keys are made of the name unless they are pinned.
    id: '2000001'
    clientId: ${'0a1b2c3d'.repeat(4)}
    # null: OFF.
    clientSecret: my-client-secret
    adminKey: ${'4e5f6a7b'.repeat(4)}
    redirectUris: [http://localhost:3000/oauth]
    # OpenID Connect: ID tokens come along.
    oidc: true
    # required, optional or in-use; approved where that is needed.
    items: { profile_nickname: required, account_email: required, phone_number: optional, gender: optional }
    # A tag alone is a required term.
    terms:
      - service
      - privacy
      - { tag: marketing, title: { ko: 마케팅 정보 수신, en: Marketing messages }, required: false }
    channels: [우리상점]
    # Where callbacks go.
    # callbacks: { channel: http://localhost:3000/hook, sync: http://localhost:3000/sync }
    # What Kakao's sources leave open, or tell in two ways.
    # switches: { youngestAgeRange: 0~9 }

# What goes wrong from the beginning, and again after each reset.
# faults: [{ on: token, with: KOE320, times: 1 }]
`;

export const STARTERS = { ts, yaml } as const;
export type StarterFormat = keyof typeof STARTERS;
