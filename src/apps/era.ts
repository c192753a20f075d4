/**
 * What differs between the eras of the wire: a row for each difference, a column for each era. An app belongs to one era;
 * everybody else asks for a difference by its name, and nobody which era it is. Source: kakao-api 0.2.
 * What an app has configured is no difference of its era: an app of today may still have the old combined `profile`.
 * Paths and parameters of all eras are served to everybody: an old one that is still called should not go unnoticed.
 */
import type { App } from '../store/index.ts';

export type Era = App['era'];

export interface Differences {
  /** What a channel is called on the screens: 플러스친구, then 카카오톡 채널. Source: kakao-api 0.2, 5.4. */
  channelWord: 'plusFriend' | 'channel';
  /** What the console calls its settings: 사용자 관리 and 연결 시 필수, then 카카오 로그인 and 필수 동의. Source: kakao-api 4.2, 6. */
  consoleWords: 'first' | 'today';
  /** How many of the channels that a request names are on the screen. Source: kakao-api 5.4, 5.7. */
  channelsOnScreen: number;
  /** Consent items that were called something else. Source: kakao-api 4.1; 배송지: the guide of 2019. */
  itemLabels: Readonly<Record<string, { ko: string; en: string }>>;
  /** Consent items that there were not: the combined `profile` was split in June 2021. Source: kakao-api 2.4, 4.1. */
  absentItems: readonly string[];
  /** What the callback of a channel says besides event and person: generations A, B and C. Source: kakao-api 3.2. */
  channelCallback: readonly ChannelField[];
  /** `properties` of every app have copies of nickname and pictures; later only those of older apps. Source: kakao-api 2.4. */
  profileCopies: boolean;
  /**
   * `has_email` and its like beside `email_needs_agreement`, and `has_shipping_addresses`. Deprecated today; captured answers
   * have them beside the flags of the split profile, so they outlived 2019. Source: kakao-api 2.2, 2.13.
   */
  hasFlags: boolean;
  /** `default` beside `is_default` of an address. Source: kakao-api 2.13. */
  addressDefault: boolean;
  /** `expiresInMillis` and `appId` beside `expires_in` and `app_id`. Source: kakao-api 2.6. */
  camelCaseTokenInfo: boolean;
  /** `total_count` of `/v1/user/ids`. Source: kakao-api 2.11. */
  userCount: boolean;
  /** Quotas of calls per minute: announced for `/v1/user/ids` in 2025. Source: kakao-api 2.11. */
  quotas: boolean;
}

/** Oldest first. */
export const eras: readonly Era[] = ['2019', '2021', 'current'];

export type Difference = keyof Differences;

/** The fields by which a callback says which channel, and when. */
export type ChannelField = 'plus_friend_public_id' | 'plus_friend_uuid' | 'channel_public_id' | 'channel_uuid' | 'timestamp' | 'updated_at';

const labels2019: Differences['itemLabels'] = {
  birthyear: { ko: '출생년도', en: 'Birth year' },
  phone_number: { ko: '휴대전화번호', en: 'Phone number' },
  account_ci: { ko: '암호화된 이용자 확인값(CI)', en: 'Encrypted user identifier (CI)' },
  shipping_address: { ko: '배송지', en: 'Shipping addresses' },
  plusfriends: { ko: '플러스친구 추가 상태 및 내역', en: 'Plus Friends added and their history' },
};

const generationA: readonly ChannelField[] = ['plus_friend_public_id', 'timestamp'];
const generationB: readonly ChannelField[] = ['plus_friend_public_id', 'plus_friend_uuid', 'timestamp', 'updated_at'];
const generationC: readonly ChannelField[] = ['channel_public_id', 'channel_uuid', 'updated_at'];

// prettier-ignore
export const differences: { readonly [Name in Difference]: Readonly<Record<Era, Differences[Name]>> } = {
  channelWord:        { '2019': 'plusFriend', '2021': 'channel',   current: 'channel' },
  consoleWords:       { '2019': 'first',      '2021': 'today',     current: 'today' },
  channelsOnScreen:   { '2019': 1,            '2021': 2,           current: 2 },
  itemLabels:         { '2019': labels2019,   '2021': {},          current: {} },
  absentItems:        { '2019': ['profile_nickname', 'profile_image'], '2021': [], current: [] },
  channelCallback:    { '2019': generationA,  '2021': generationB, current: generationC },
  profileCopies:      { '2019': true,         '2021': false,       current: false },
  hasFlags:           { '2019': true,         '2021': true,        current: false },
  addressDefault:     { '2019': true,         '2021': false,       current: false },
  camelCaseTokenInfo: { '2019': true,         '2021': false,       current: false },
  userCount:          { '2019': true,         '2021': false,       current: false },
  quotas:             { '2019': false,        '2021': false,       current: true },
};

/** How it is in the era of this app. */
export function inEra<Name extends Difference>({ era }: Pick<App, 'era'>, difference: Name): Differences[Name] {
  return differences[difference][era];
}
