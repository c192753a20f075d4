/**
 * The whole state of the simulator on one page: every table and its row. What checks rows is loaded by those who do; the indexes that a row may
 * be found by stand in tables.ts.
 *
 * Times are milliseconds of house time. Ids are strings. A row is replaced as a whole, never changed in place.
 * What can be worked out ("certified", "approved", "on the screen") is not here: rooms derive it.
 */
import { z } from 'zod';
import { LONGEST_REASON, TAG, TAKEN_TAGS } from './patterns.ts';

const id = z.string().min(1);
const time = z.number().int();
const httpUrl = z.url({ protocol: /^https?$/ });
const bilingual = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const digits = (length: number) => z.string().regex(new RegExp(`^\\d{${length}}$`), `expected ${length} digits`);
const registrationNumber = z.string().regex(/^\d{3}-\d{2}-\d{5}$/, 'expected a registration number like 120-81-47521');

// accounts/ ------------------------------------------------------------------------------------------------------
const shippingAddress = z.strictObject({
  id: z.number().int(),
  name: z.string(),
  isDefault: z.boolean(),
  updatedAt: time,
  type: z.enum(['NEW', 'OLD']),
  baseAddress: z.string(),
  detailAddress: z.string(),
  receiverName: z.string(),
  receiverPhoneNumber1: z.string(),
  receiverPhoneNumber2: z.string().optional(),
  zoneNumber: z.string().optional(),
  zipCode: z.string().optional(),
});

/** 카카오계정: a person. `key` and `says` are set for personas, the accounts the login page offers by one click. */
const account = z.strictObject({
  id,
  key: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'expected lower-case words joined by -')
    .nullable(),
  says: bilingual.nullable(),
  password: z.string().min(1),
  email: z.strictObject({ address: z.email(), valid: z.boolean(), verified: z.boolean() }).nullable(),
  phone: z
    .string()
    .regex(/^\+\d{1,3} [\d-]+$/, 'expected a number like +82 10-1234-5678')
    .nullable(),
  hasTalk: z.boolean(),
  nickname: z.string().min(1),
  isDefaultNickname: z.boolean().default(false),
  /** Path of the picture below /assets, or null for Kakao's default picture. */
  image: z.string().nullable(),
  name: z.string().nullable(),
  gender: z.enum(['female', 'male']).nullable(),
  birthyear: digits(4).nullable(),
  birthday: z.strictObject({ day: digits(4), type: z.enum(['SOLAR', 'LUNAR']), isLeapMonth: z.boolean() }).nullable(),
  ci: z.strictObject({ value: z.string(), authenticatedAt: time }).nullable(),
  addresses: z.array(shippingAddress).default([]),
  /** `disabled`: 휴면 or 이용 제한. `deleted`: 탈퇴; what was known of the person is gone. */
  status: z.enum(['active', 'disabled', 'deleted']).default('active'),
  /** 2단계 인증. */
  twoStep: z.boolean().default(false),
  /** 고객센터 wants another password. */
  passwordDue: z.boolean().default(false),
  /** How many digits this person's user numbers get when an app links them: 19 is past JavaScript's safe integers. */
  userNumberDigits: z.union([z.literal(10), z.literal(19)]).default(10),
});

/** Who is signed in to a page of ours that is not the login itself (/talk, the consoles). */
const session = z.strictObject({ id, accountId: id, expiresAt: time });

// operators/ and tries/: in the machine's time, and the installation's, not the world's -----------------------------
/** An operator of a shared simulator who is signed in. The id is a fingerprint of the one in the cookie. */
const operatorSession = z.strictObject({ id, openedAt: time, seenAt: time });

/** Failures to prove who one is, of a key that they are counted by. */
const failedTry = z.strictObject({ id, count: z.number().int(), until: time });

// businesses/ ----------------------------------------------------------------------------------------------------
/** 사업자 정보; the id is the registration number. */
const business = z.strictObject({
  id: registrationNumber,
  companyName: z.string(),
  representative: z.string(),
  type: z.string(),
  item: z.string(),
  address: z.string(),
  /** Who entered it; null for what was stored before anybody did. */
  registeredBy: id.nullable().default(null),
});

// documents/ -----------------------------------------------------------------------------------------------------
/** Uploaded evidence (증빙 서류); the file lies under the data folder by this id. */
const document = z.strictObject({
  id,
  /** What it is evidence for, like `certification:_xaBcDe`; `upload:` and an account until something claims it. */
  owner: id,
  uploadedBy: id,
  /** As the uploader's machine called it. For display only. */
  name: z.string().min(1),
  /** By content. */
  type: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  size: z.number().int().min(1),
  createdAt: time,
});

// reviews/ -------------------------------------------------------------------------------------------------------
const reviewKind = z.enum(['certification', 'terms', 'items']);

/** 심사·검수 of some subject; pending until it has a decision, or until it is due. */
const review = z.strictObject({
  id,
  kind: reviewKind,
  subject: id,
  /** Names of what may be left out of an approval, one by one. */
  parts: z.array(z.string()).default([]),
  submittedAt: time,
  submittedBy: id,
  /** From when on it counts as approved without anybody's hand; null waits for somebody. */
  dueAt: time.nullable().default(null),
  decision: z
    .strictObject({
      outcome: z.enum(['approved', 'rejected']),
      reason: z.string().nullable(),
      leftOut: z.array(z.strictObject({ part: z.string(), reason: z.string().min(1) })).default([]),
      decidedAt: time,
    })
    .nullable(),
});

/** How what is submitted from now on is decided. The id is the kind of review; no row means by hand. */
const reviewPolicy = z.strictObject({ id: reviewKind, policy: z.enum(['by-hand', 'at-once', 'working-days']) });

/** Whether the addresses of an application answered when they were asked. The id is the review's. */
const urlCheck = z.strictObject({
  id,
  checkedAt: time,
  results: z.array(z.strictObject({ url: z.string(), verdict: z.string(), status: z.number().int().nullable(), at: z.string() })),
});

// apps/ ----------------------------------------------------------------------------------------------------------
const clientSecret = z.strictObject({ value: z.string().min(1), on: z.boolean() });
const appKey = z.strictObject({
  type: z.enum(['rest', 'javascript', 'native']),
  key: z.string().regex(/^[0-9a-f]{32}$/, 'expected 32 lower-case hex characters'),
  secret: clientSecret,
  redirectUris: z.array(z.string()),
  logoutRedirectUris: z.array(z.string()).default([]),
  /** Platforms (플랫폼) of an SDK key: JavaScript SDK domains, Android key hashes, iOS bundle ids. None registered: none checked. */
  domains: z.array(z.string()).default([]),
  androidKeyHashes: z.array(z.string()).default([]),
  iosBundleIds: z.array(z.string()).default([]),
});

/** 디벨로퍼스 앱. */
const app = z.strictObject({
  id: z.string().regex(/^\d+$/, 'expected digits'),
  name: z.string().min(1),
  company: z.string().min(1),
  /** Path of a shipped picture below /assets. */
  icon: z.string().nullable(),
  /** An uploaded icon; it goes before `icon`. */
  iconDocument: id.nullable().default(null),
  era: z.enum(['2019', '2021', 'current']),
  businessNumber: registrationNumber.nullable(),
  members: z.array(z.strictObject({ accountId: id, role: z.enum(['owner', 'editor', 'member']) })),
  keys: z.array(appKey).min(1),
  /** The first one is the primary (대표) admin key: callbacks carry it. */
  adminKeys: z.array(z.string().regex(/^[0-9a-f]{32}$/, 'expected 32 lower-case hex characters')).min(1),
  /** Paths that an admin key may call, by key; a key that is not here may call all. */
  adminKeyApis: z.record(z.string(), z.array(z.string())).default({}),
  /** 호출 허용 IP 주소: addresses, or blocks by CIDR or mask; empty allows all. */
  allowedIps: z.array(z.string().regex(/^[\da-fA-F.:]+(\/[\d.]+)?$/, 'expected an IP address or a block like 10.0.0.0/8')).default([]),
  /** 테스트 앱: id of the app that it tests. Its members alone can log in. */
  testOf: id.nullable().default(null),
  /** 차단 앱: nothing works. */
  suspended: z.boolean().default(false),
  /** 사용자 관리 / 카카오 로그인 사용 설정. */
  loginOn: z.boolean(),
  openidConnectOn: z.boolean(),
  /** 로그인 시 앱 자동 연결. OFF: a user is linked (preregistered) by the login and registered by the signup API. */
  autoLink: z.boolean().default(true),
  /** 카카오 간편가입 switch; it takes effect only with an approved terms review. */
  simpleSignupOn: z.boolean(),
  /** 플러스친구 추가 설정 / 대표 채널: the channel offered on the consent screen. */
  channelOnConsent: id.nullable(),
  /** 동의항목 that are configured, in console order. */
  items: z.array(z.strictObject({ id, state: z.enum(['required', 'optional', 'in-use']), purpose: z.string().min(1) })),
  userProperties: z.array(z.string()).default([]),
  switches: z
    .strictObject({
      /** Older apps: copies of nickname and pictures in `properties`. Every app of 2019 has them. */
      legacyProperties: z.boolean().default(false),
      /** Age band of children under ten: docs say 1~9, SDKs 0~9. */
      youngestAgeRange: z.enum(['1~9', '0~9']).default('1~9'),
      /** Which generation of the channel callback is sent; `era` follows the app's era. */
      channelPayload: z.enum(['era', 'both']).default('era'),
      /** `service_terms` with an agreed required tag and an optional one not yet agreed: is the screen shown? */
      askOptionalTermBesideAgreedRequired: z.boolean().default(false),
      /** Two layouts of the consent screen were seen live at once. */
      consentLayout: z.enum(['classic', 'newer']).default('classic'),
      /** Phone numbers: partners expect `+82 10-…`, a documented sample has `+82 010-…`. */
      phoneFormat: z.enum(['+82 10', '+82 010']).default('+82 10'),
      /** Status of an exceeded quota (-10): 429 by its announcement, 400 by the general table. */
      quotaStatus: z.union([z.literal(429), z.literal(400)]).default(429),
      /** Token requests under one key in a minute; more are refused (KOE237). Kakao tells no number. */
      tokenRequestsPerMinute: z.number().int().positive().default(1000),
      /** 보안 이벤트 정보 제공: whether RISC and CAEP events are told. Kakao permits the consent item on request. */
      securityEvents: z.boolean().default(false),
      /** `aud` of security event tokens: most implementers expect the REST API key, one the app's id. */
      eventAudience: z.enum(['rest-key', 'app-id']).default('rest-key'),
      /** What `login_hint` does besides filling in the login field, for programs without a browser: Kakao's does nothing more. */
      loginHint: z.enum(['fills-in', 'signs-in', 'signs-up']).default('fills-in'),
    })
    .prefault({}),
});

// channels/ ------------------------------------------------------------------------------------------------------
/** 플러스친구 프로필 (카카오톡 채널); the id is the public id (`_xaBcDe`). */
const channel = z.strictObject({
  id: z.string().regex(/^_[A-Za-z0-9]+$/, 'expected _ and letters or digits'),
  profileNumber: z.string().regex(/^\d+$/, 'expected digits'),
  searchId: z.string().startsWith('@'),
  name: z.string().min(1),
  /** Path of a shipped picture below /assets. */
  image: z.string().nullable(),
  /** An uploaded picture; it goes before `image`. */
  imageDocument: id.nullable().default(null),
  businessNumber: registrationNumber.nullable(),
  managers: z.array(z.strictObject({ accountId: id, role: z.enum(['master', 'manager', 'member']) })),
});

const certificationType = z.enum(['business', 'public']);
const paperName = z.enum(['registration', 'identity', 'mail-order', 'medical-devices', 'health-food']);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day like 2019-04-11');

/** 비즈니스 인증 as applied for, decided by its review. The id is the review's. */
const certification = z.strictObject({
  id,
  channelId: id,
  /** 비즈니스 사업자, or 공공기관 / 유명인. */
  type: certificationType,
  businessNumber: registrationNumber,
  /** By what they are: 사업자등록증, 재직증명서 또는 대표자의 신분증, 업종별 제출 서류; each with the day of its issue. */
  papers: z.partialRecord(paperName, z.strictObject({ document: id, issuedOn: day })),
});

/** 인증 하기 as far as it is filled in: one per profile, removed when it is handed in. The id is the channel's. */
const certificationDraft = z.strictObject({
  id,
  editedBy: id,
  editedAt: time,
  form: z.strictObject({
    type: certificationType,
    /** The three boxes of the registration number. */
    number: z.array(z.string()).length(3),
    /** Typed where no business is stored under the number. */
    business: z.strictObject({
      companyName: z.string(),
      representative: z.string(),
      type: z.string(),
      item: z.string(),
      address: z.string(),
    }),
    papers: z.partialRecord(paperName, z.strictObject({ document: id.nullable(), issuedOn: z.string() })),
  }),
});

/** A person's relation to a channel; no row means NONE. The id is `channel:account`. */
const friendship = z.strictObject({
  id,
  channelId: id,
  accountId: id,
  relation: z.enum(['ADDED', 'BLOCKED']),
  createdAt: time,
  updatedAt: time,
});

// messages/ ------------------------------------------------------------------------------------------------------
/** 친구그룹: a list of user numbers of one app, uploaded for a profile. Ids sort by upload. */
const friendGroup = z.strictObject({
  id,
  channelId: id,
  appId: id,
  name: z.string().min(1),
  /** Each once, as they were written. Who of them is a friend is asked when it matters. */
  numbers: z.array(z.string().regex(/^\d{1,19}$/, 'expected 1 to 19 digits')),
  /** Lines of the file that are no user numbers, and how many numbers came again. */
  refused: z.array(z.string()),
  repeated: z.number().int().min(0),
  uploadedBy: id,
  uploadedAt: time,
});

/** 메시지 of a profile to its friends, as it was sent. Ids sort by sending. */
const message = z.strictObject({
  id,
  channelId: id,
  text: z.string().min(1),
  button: z.strictObject({ title: z.string().min(1), link: httpUrl }).nullable(),
  /** The friend group with the name that it had; null is all friends. */
  group: z.strictObject({ id, appId: id, name: z.string() }).nullable(),
  sentBy: id,
  sentAt: time,
  /** User numbers of the group that got nothing, and why. */
  skipped: z.array(z.strictObject({ number: z.string(), why: z.enum(['no_user', 'no_friend', 'blocked']) })),
});

/** A message as somebody got it. The id is `message:account`. */
const receipt = z.strictObject({
  id,
  messageId: id,
  channelId: id,
  accountId: id,
  /** When its chat was opened first. */
  openedAt: time.nullable(),
  clicks: z.number().int().min(0),
  /** The first one. */
  clickedAt: time.nullable(),
});

// sync/ ----------------------------------------------------------------------------------------------------------
/** A biz app linked to a certified profile. The id is `app:channel`. */
const connection = z.strictObject({ id, appId: id, channelId: id, connectedAt: time });

/** 카카오싱크 신청: one of the two applications, decided by its review. */
const application = z.strictObject({
  id,
  appId: id,
  kind: z.enum(['terms', 'items']),
  reviewId: id,
  /** 만 14세 이상 연령 동의, part of the terms application. */
  ageCheck: z.boolean().default(false),
  items: z.array(z.strictObject({ id, required: z.boolean() })).default([]),
  reason: z.string().max(LONGEST_REASON).default(''),
  privacyUrl: httpUrl.nullable().default(null),
  /** The terms as applied for, each with its evidence; in the order of the form. */
  terms: z
    .array(z.strictObject({ tag: z.string(), title: bilingual, url: httpUrl, required: z.boolean(), evidence: id.nullable() }))
    .default([]),
  /** 개인정보 항목 입력화면: evidence for the items. */
  evidence: id.nullable().default(null),
});

/**
 * An application (신청) that is being written: one per app, with whatever is filled in so far. The id is the app's.
 * The row stays when it is submitted, so that `version` never goes back.
 */
const draft = z.strictObject({
  id,
  version: z.number().int().min(1),
  editedBy: id,
  editedAt: time,
  content: z.strictObject({
    /** 신청 권한 선택. */
    kinds: z.array(z.enum(['terms', 'items'])),
    terms: z.array(
      z.strictObject({
        tag: z.string(),
        title: z.strictObject({ ko: z.string(), en: z.string() }),
        url: z.string(),
        required: z.boolean(),
        evidence: id.nullable(),
      }),
    ),
    ageCheck: z.boolean(),
    items: z.array(z.strictObject({ id: z.string(), required: z.boolean() })),
    reason: z.string(),
    privacyUrl: z.string(),
    evidence: id.nullable(),
  }),
});

/** What the desk (고객센터) did to an app. Ids sort by time. */
const deskEntry = z.strictObject({
  id,
  appId: id,
  at: time,
  did: z.enum(['disconnected', 'reordered', 'term-added', 'term-changed']),
  /** Which profile or term, how it was before, under which review: by name, as text. */
  details: z.record(z.string(), z.string()),
  /** 문의 내용: what it was asked for. */
  note: z.string().max(LONGEST_REASON),
});

// terms/ ---------------------------------------------------------------------------------------------------------
/** 서비스 약관 as applied for; it is on the screen once its review is approved. The id is `app:tag`, of a changed version `app:tag review`. */
const term = z.strictObject({
  id,
  appId: id,
  tag: z
    .string()
    .regex(TAG, 'expected a tag without blanks or commas')
    .refine((tag) => !TAKEN_TAGS.includes(tag), 'expected another tag: items, age and user_age_check are taken'),
  title: bilingual,
  url: httpUrl,
  required: z.boolean(),
  order: z.number().int().min(1),
  reviewId: id,
  createdAt: time,
  updatedAt: time,
});

/** A person's agreement to one term of an app. The id is `app:account:tag`. */
const agreement = z.strictObject({
  id,
  appId: id,
  accountId: id,
  tag: z.string(),
  agreedAt: time,
  agreedBy: z.enum(['KAUTH', 'KAPI']),
});

// consent/ -------------------------------------------------------------------------------------------------------
/** A person and an app. Kept after an unlink, so that the user number survives. The id is `app:account`. */
const link = z.strictObject({
  id,
  appId: id,
  accountId: id,
  /** 회원번호: digits, up to 19 of them. */
  number: z.string().regex(/^\d{1,19}$/, 'expected 1 to 19 digits'),
  /** `preregistered`: agreed, and not yet registered by the signup API of an app without 자동 연결. */
  state: z.enum(['linked', 'preregistered', 'unlinked']),
  /** Until when a preregistered user can be registered. */
  registerBy: time.nullable().default(null),
  connectedAt: time.nullable(),
  synchedAt: time.nullable(),
  items: z.array(z.strictObject({ id, agreedAt: time })),
  properties: z.record(z.string(), z.string()).default({}),
});

/** A user number that was forgotten, and is not given again. The id is `app:number`. */
const retiredNumber = z.strictObject({ id });

/**
 * An entry of the consent record (동의 이력): what was agreed to or taken back, in the words that stood there. Written once, never
 * changed, whatever becomes of terms, items and accounts. Ids sort by creation.
 */
const consentEntry = z.strictObject({
  id,
  appId: id,
  accountId: id,
  number: z.string().regex(/^\d{1,19}$/, 'expected 1 to 19 digits'),
  at: time,
  /** `registered` by the signup API; `unlinked` ends all that was agreed to. */
  act: z.enum(['agreed', 'registered', 'withdrawn', 'unlinked']),
  by: z.enum(['person', 'app', 'kakao']),
  /** Of an unlink: `UNLINK_FROM_SERVICE`, … */
  reason: z.string().nullable(),
  /** The app as it was called. */
  appName: z.string(),
  /** Null for what happened without a screen. */
  screen: z
    .strictObject({
      variant: z.enum(['first', 'additional']),
      /** The screen of simple signup, or of plain Kakao Login. */
      simpleSignup: z.boolean(),
      layout: z.enum(['classic', 'newer']),
      language: z.enum(['ko', 'en']),
      era: app.shape.era,
    })
    .nullable(),
  /** Each row of the screen, ticked or not; of a withdrawal what was taken back. */
  rows: z.array(
    z.strictObject({
      kind: z.enum(['item', 'term', 'age', 'channel']),
      /** Id of the item or channel, tag of the term. */
      name: z.string(),
      label: bilingual,
      /** Why the app wants the item. */
      purpose: z.string().nullable(),
      url: z.string().nullable(),
      required: z.boolean(),
      agreed: z.boolean(),
    }),
  ),
});

// webhooks/ ------------------------------------------------------------------------------------------------------
/** Where an app wants its callbacks of one kind. The id is `app:kind`. */
const endpoint = z.strictObject({
  id,
  appId: id,
  /** 카카오톡 채널 웹훅, our own sync callback, 연결 해제 웹훅, 계정 상태 변경 웹훅. */
  kind: z.enum(['channel', 'sync', 'unlink', 'account']),
  url: httpUrl,
  /** Standard Webhooks secret (`whsec_…`), for kinds that are signed. */
  secret: z.string().nullable(),
  /** 연결 해제 웹훅 alone may be a GET. */
  method: z.enum(['POST', 'GET']).default('POST'),
  /** 계정 상태 변경 웹훅: the event types that are subscribed; null is every one. */
  events: z.array(z.string()).nullable().default(null),
  /** `kakao`: one attempt, a failure is parked. `retry`: at least once. */
  policy: z.enum(['kakao', 'retry']).default('kakao'),
  verifyTls: z.boolean().default(true),
  /** `paused` by hand, what waits goes on waiting; `disabled` after failing too long, as Kakao does. */
  state: z.enum(['on', 'paused', 'disabled']).default('on'),
  /** Since when nothing was delivered, and how many attempts ago; null and 0 after a success. */
  failingSince: time.nullable().default(null),
  failures: z.number().int().min(0).default(0),
});

const troubleKind = z.enum(['duplicate', 'swap', 'delay', 'drop', 'wrong-key', 'slow-body', 'stale-timestamp']);

/** Trouble on demand: what is done on purpose to the next deliveries of an endpoint. Ids sort by creation. */
const trouble = z.strictObject({
  id,
  endpointId: id,
  /** Only to this event; null is any. */
  event: z.string().nullable(),
  kind: troubleKind,
  /** To how many more deliveries. */
  times: z.number().int().min(1),
  /** How long, where the kind knows a length; null is its usual one. */
  ms: z.number().int().min(1).nullable(),
});

/** One callback: written with the state change that causes it, sent afterwards. Ids sort by creation. */
const delivery = z.strictObject({
  id,
  appId: id,
  endpointId: id,
  event: z.string(),
  /** `app:account`, and the channel that it is about if any: sent in order inside of one, never waiting for another. */
  lane: z.string(),
  /** Where it goes while it waits; an endpoint that moves takes what waits along. */
  url: httpUrl,
  method: z.enum(['POST', 'GET']).default('POST'),
  /** Frozen when the event is committed, as is `body`; the body of a GET is its query. */
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  /** The status that counts as delivered. */
  accepts: z.enum(['2xx', '200', '202']).default('2xx'),
  /** `parked`: given up, to be replayed by hand; `failed` in older folders. `cancelled`: its endpoint went away. */
  state: z.preprocess((state) => (state === 'failed' ? 'parked' : state), z.enum(['pending', 'delivered', 'parked', 'cancelled'])),
  createdAt: time,
  /** Not before then; null is at once. */
  dueAt: time.nullable().default(null),
  /** How often somebody had it sent anew. */
  replays: z.number().int().min(0).default(0),
  /** Attempts since it was written or sent anew. */
  tries: z.number().int().min(0).default(0),
  /** Why it ended without an attempt. */
  reason: z.enum(['endpoint_removed', 'endpoint_disabled']).nullable().default(null),
  /** What will be done to it on purpose at its next attempt. */
  trouble: z.strictObject({ kind: troubleKind, ms: z.number().int().nullable() }).nullable().default(null),
});

/** One try to deliver, with what was answered. Ids sort by creation. */
const attempt = z.strictObject({
  id,
  deliveryId: id,
  /** Null in older folders. */
  appId: id.nullable().default(null),
  startedAt: time,
  durationMs: z.number(),
  /** Where it was sent to; null in older folders: to the delivery's own address. */
  url: httpUrl.nullable().default(null),
  /** Whether it was sent anew by hand. */
  isReplay: z.boolean().default(false),
  /** What was done to it on purpose. */
  trouble: z.string().nullable().default(null),
  /** What was added to the delivery's headers when it was sent, or sent in their place: its signature, if it has one. */
  addedHeaders: z.record(z.string(), z.string()).default({}),
  /** The body, where another one was sent than the delivery's. */
  body: z.string().nullable().default(null),
  /** Whether nothing more is tried by itself after it. */
  gaveUp: z.boolean().default(false),
  status: z.number().int().nullable(),
  responseHeaders: z.record(z.string(), z.string()),
  /** `delivered`, or why it counts as failed: `status_302`, `timeout`, `connection_refused`, … */
  verdict: z.string(),
});

// journeys/ ------------------------------------------------------------------------------------------------------
/** One login, from its authorize request on. Ids sort by its beginning. */
const journey = z.strictObject({
  id,
  startedAt: time,
  lastAt: time,
  expiresAt: time,
  appId: id.nullable(),
  accountId: id.nullable(),
  /** `returned`: the partner has a code; `done`: it has tokens. */
  state: z.enum(['open', 'cancelled', 'refused', 'returned', 'done']),
  /** What its steps were refused with: `KOE006`, `access_denied`, `-402`. */
  errors: z.array(z.string()),
  /** The consent screen once it was shown: its optional rows, and which of them were ticked when it was agreed to. */
  consent: z.strictObject({ optional: z.array(z.string()), ticked: z.array(z.string()).nullable() }).nullable(),
  /** What its next request is known by: uids of pages, fingerprints of code and tokens. */
  keys: z.array(z.string()),
  /** How many requests it had; of a long one the first are kept. */
  steps: z.number().int(),
});

/** A request of a journey and its answer, as they were on the wire. Pages are named, not kept. */
const journeyStep = z.strictObject({
  id,
  journeyId: id,
  at: time,
  expiresAt: time,
  durationMs: z.number(),
  method: z.string(),
  /** Path and query. */
  url: z.string(),
  requestHeaders: z.record(z.string(), z.string()),
  requestBody: z.string(),
  /** 0 where no answer was given. */
  status: z.number().int(),
  responseHeaders: z.record(z.string(), z.string()),
  responseBody: z.string(),
  /** The page that was shown, by the name of its screen. */
  screen: z.string().nullable(),
  /** Why it was refused. */
  refusalId: id.nullable(),
  /** Which fault, asked for beforehand, it met. */
  fault: z.string().nullable().default(null),
});

// faults/ --------------------------------------------------------------------------------------------------------
/** What goes wrong on purpose with the next requests to an endpoint of Kakao's; met in the order of their ids. */
const fault = z.strictObject({
  id,
  /** Path of the endpoint. */
  on: z.string(),
  /** A code of Kakao's, or what happens on the wire; null for an answer that is late and nothing else. */
  with: z.string().nullable(),
  /** The request has its effect, and the answer is lost. */
  after: z.boolean(),
  /** How late the answer is. */
  ms: z.number().int().min(0),
  /** How many requests are still to meet it; null: all. */
  times: z.number().int().min(1).nullable(),
  /** Whose requests; null: anybody's. */
  appId: id.nullable(),
  accountId: id.nullable(),
  flow: id.nullable(),
});

/** The flow that a login belongs to, by the grant of its tokens. */
const faultFlow = z.strictObject({ id, flow: id, expiresAt: time });

// inbox/ ---------------------------------------------------------------------------------------------------------
/** What arrived at the built-in receiver of an app. Ids sort by arrival. */
const inboxItem = z.strictObject({
  id,
  appId: id,
  kind: z.enum(['channel', 'sync', 'unlink', 'account']),
  receivedAt: time,
  method: z.string(),
  /** Without its question mark. */
  query: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** As text, or in base64 where it is none. */
  body: z.string(),
  isText: z.boolean(),
  /** In bytes. */
  size: z.number().int(),
  /** `verified`, or why it is not. */
  verdict: z.string(),
  /** What its sender calls it. */
  resourceId: z.string().nullable(),
  /** An earlier item with the same resource id. */
  duplicateOf: id.nullable(),
  /** `200`, `302`, `hang`, `reset`. */
  answered: z.string(),
});

/** How the built-in receiver answers what comes next, so many times; scripts are taken in the order of their ids. */
const inboxScript = z.strictObject({
  id,
  appId: id,
  kind: inboxItem.shape.kind,
  does: z.enum(['answer', 'redirect', 'hang', 'reset']),
  status: z.number().int().min(200).max(599),
  /** Of a redirect. */
  location: z.string().nullable(),
  delayMs: z.number().int().min(0).max(60_000),
  timesLeft: z.number().int().min(1),
});

// oauth/ (short-lived) and the house -----------------------------------------------------------------------------
/** A row of oidc-provider: session, interaction, grant, code or token. The id is `Model:jti`. */
const artifact = z.strictObject({
  id,
  model: z.string(),
  expiresAt: time,
  grantId: z.string().nullable(),
  uid: z.string().nullable(),
  clientId: z.string().nullable(),
  accountId: z.string().nullable(),
  consumedAt: time.nullable(),
  payload: z.record(z.string(), z.unknown()),
});

/** A refused request and why: the fact sheet behind `/_sim/why/{id}`. Ids sort by creation. */
const refusal = z.strictObject({
  id,
  refusedAt: time,
  expiresAt: time,
  door: z.enum(['kauth', 'kapi']),
  method: z.string(),
  path: z.string(),
  status: z.number().int(),
  /** As Kakao says it: `KOE006`, `-401`. */
  code: z.string(),
  /** The rule that refused, by its stable code. */
  rule: z.string(),
  appId: id.nullable(),
  /** What the request proved itself with. */
  keyType: z.enum(['rest', 'javascript', 'native', 'admin', 'token']).nullable(),
  /** Facts of the rule: expected, got, which item. Never secrets. */
  details: z.record(z.string(), z.unknown()),
});

/** How often an app called a limited API in the running minute. The id is `app:api`. */
const quota = z.strictObject({ id, calls: z.number().int(), expiresAt: time });

/** A form of our own pages that was taken, and where its sender was sent. The id is `account:path:token`. */
const submission = z.strictObject({ id, answer: z.string().startsWith('/'), expiresAt: time });
/** How far the house clock is ahead of the machine's (behind it, once it stood still), and where it stands still. */
const clock = z.strictObject({ id, offset: z.number().int(), frozenAt: time.nullable().default(null) });

/** What an installation makes once: cookie keys, signing keys, where the demo partner lives. */
const secret = z.strictObject({ id, value: z.unknown() });

/** What a row of each table is. What it is found by stands in tables.ts. */
export const shapes = {
  accounts: account,
  sessions: session,
  businesses: business,
  documents: document,
  reviews: review,
  reviewPolicies: reviewPolicy,
  urlChecks: urlCheck,
  apps: app,
  channels: channel,
  certifications: certification,
  certificationDrafts: certificationDraft,
  friendships: friendship,
  friendGroups: friendGroup,
  messages: message,
  receipts: receipt,
  connections: connection,
  applications: application,
  drafts: draft,
  deskEntries: deskEntry,
  terms: term,
  agreements: agreement,
  links: link,
  retiredNumbers: retiredNumber,
  consentEntries: consentEntry,
  endpoints: endpoint,
  deliveries: delivery,
  attempts: attempt,
  troubles: trouble,
  journeys: journey,
  journeySteps: journeyStep,
  faults: fault,
  faultFlows: faultFlow,
  inboxItems: inboxItem,
  inboxScripts: inboxScript,
  artifacts: artifact,
  quotas: quota,
  refusals: refusal,
  submissions: submission,
  operatorSessions: operatorSession,
  failedTries: failedTry,
  clocks: clock,
  secrets: secret,
};

type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type TableName = keyof typeof shapes;
export type Row<T extends TableName> = DeepReadonly<z.output<(typeof shapes)[T]>>;

export type Account = Row<'accounts'>;
export type Session = Row<'sessions'>;
export type Business = Row<'businesses'>;
export type Document = Row<'documents'>;
export type Review = Row<'reviews'>;
export type UrlCheck = Row<'urlChecks'>;
export type ReviewPolicy = Row<'reviewPolicies'>['policy'];
export type App = Row<'apps'>;
export type AppKey = App['keys'][number];
export type Channel = Row<'channels'>;
export type Certification = Row<'certifications'>;
export type CertificationDraft = Row<'certificationDrafts'>;
export type Friendship = Row<'friendships'>;
export type FriendGroup = Row<'friendGroups'>;
export type Message = Row<'messages'>;
export type Receipt = Row<'receipts'>;
export type Connection = Row<'connections'>;
export type Application = Row<'applications'>;
export type Draft = Row<'drafts'>;
export type DeskEntry = Row<'deskEntries'>;
export type Term = Row<'terms'>;
export type Agreement = Row<'agreements'>;
export type Link = Row<'links'>;
export type ConsentEntry = Row<'consentEntries'>;
export type Endpoint = Row<'endpoints'>;
export type Delivery = Row<'deliveries'>;
export type Attempt = Row<'attempts'>;
export type Trouble = Row<'troubles'>;
export type Journey = Row<'journeys'>;
export type JourneyStep = Row<'journeySteps'>;
export type Fault = Row<'faults'>;
export type InboxItem = Row<'inboxItems'>;
export type InboxScript = Row<'inboxScripts'>;
export type Refusal = Row<'refusals'>;
export type Artifact = Row<'artifacts'>;
