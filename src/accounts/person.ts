/** The facts of an account in plain words, before any consent: what could be told, or null where nothing is known. */
import { isoSeconds } from '../clock.ts';
import type { Account } from '../store/index.ts';
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

/**
 * @param pictures base URL of the pictures (`http://localhost:5252`)
 * @param now house time in milliseconds, for the age
 */
export function personOf(account: Account, pictures: string, now: number, youngest: '1~9' | '0~9' = '1~9'): Person {
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
    ageRange: age === null ? null : ageRange(age, youngest),
    birthyear: account.birthyear,
    birthday: account.birthday,
    phoneNumber: account.phone,
    ci: account.ci && { value: account.ci.value, authenticatedAt: isoSeconds(account.ci.authenticatedAt) },
    addresses: account.addresses,
  };
}
