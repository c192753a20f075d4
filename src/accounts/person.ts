/** The facts of an account in plain words, before any consent: what could be told, or null where nothing is known. */
import { isoSeconds } from '../clock.ts';
import type { Account, App } from '../store/index.ts';
import { ageOf, ageRange } from './age.ts';

export interface Person {
  nickname: string;
  isDefaultNickname: boolean;
  /** 640 and 110 pixels square, absolute URLs. */
  imageUrl: string;
  thumbnailUrl: string;
  isDefaultImage: boolean;
  email: Account['email'];
  name: string | null;
  gender: Account['gender'];
  ageRange: string | null;
  birthyear: string | null;
  birthday: Account['birthday'];
  phoneNumber: string | null;
  ci: { value: string; authenticatedAt: string } | null;
  addresses: Account['addresses'];
}

/** How an app has facts spelled that Kakao's sources spell in two ways. */
export type Spelling = Pick<App['switches'], 'youngestAgeRange' | 'phoneFormat'>;

/** What the documents say. */
const USUAL: Spelling = { youngestAgeRange: '1~9', phoneFormat: '+82 10' };

/**
 * @param pictures base URL of the pictures (`http://localhost:5252`)
 * @param now house time in milliseconds, for the age
 */
export function personOf(account: Account, pictures: string, now: number, spelling: Spelling = USUAL): Person {
  const age = ageOf(account, now);
  const picture = (size: number) => `${pictures}/assets/${account.image ?? 'pictures/default'}-${size}.png`;
  return {
    nickname: account.nickname,
    isDefaultNickname: account.isDefaultNickname,
    imageUrl: picture(640),
    thumbnailUrl: picture(110),
    isDefaultImage: account.image === null,
    email: account.email,
    name: account.name,
    gender: account.gender,
    ageRange: age === null ? null : ageRange(age, spelling.youngestAgeRange),
    birthyear: account.birthyear,
    birthday: account.birthday,
    phoneNumber: account.phone && phoneNumber(account.phone, spelling.phoneFormat),
    ci: account.ci && { value: account.ci.value, authenticatedAt: isoSeconds(account.ci.authenticatedAt) },
    addresses: account.addresses,
  };
}

/** `+82 10-1234-5678`, or with the zero that one documented sample has: `+82 010-1234-5678`. Other countries have none. */
function phoneNumber(phone: string, format: Spelling['phoneFormat']): string {
  return format === '+82 010' ? phone.replace(/^\+82 (?!0)/, '+82 0') : phone;
}
