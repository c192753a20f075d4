/** Kakao's host names, what each of them answers here, and under which addresses partners know us. Source: kakao-api 0.3. */

/** By host, the paths of its face. Whatever else is asked there is not found, as at Kakao. */
export const FACES = {
  'kauth.kakao.com': /^\/(?:oauth|api|apiweb|\.well-known|assets)(?:\/|$)/,
  'kapi.kakao.com': /^\/v[12](?:\/|$)/,
  'accounts.kakao.com': /^\/(?:account|assets)(?:\/|$)/,
  // Profile pictures.
  'k.kakaocdn.net': /^\/assets\/pictures\//,
} as const;

export type KakaoHost = keyof typeof FACES;

export const KAKAO_HOSTS = Object.keys(FACES) as readonly KakaoHost[];

export function isKakaoHost(name: string): name is KakaoHost {
  return Object.hasOwn(FACES, name);
}

/** Base URLs that are told to partners, without a slash at the end. */
export interface Addresses {
  /** The issuer as well. */
  readonly kauth: string;
  readonly kapi: string;
  readonly pictures: string;
}

/** Everything is told to be under this one address. */
export function allAt(url: string): Addresses {
  return { kauth: url, kapi: url, pictures: url };
}

/** Kakao's own. They are true for programs whose requests are led here. */
export const KAKAO: Addresses = {
  kauth: 'https://kauth.kakao.com',
  kapi: 'https://kapi.kakao.com',
  pictures: 'https://k.kakaocdn.net',
};
