/** Reasons that several rows share. */
import { differs, leftOut } from './row.ts';

export const NOT_YET = leftOut('아직 없습니다.', 'Not here yet.');
export const SDK_INTERNAL = leftOut('SDK 안에서만 쓰는 값이라 무시합니다.', 'Internal to the SDKs: ignored.');
export const IN_HOUSE = leftOut('카카오 사내 서비스와 제휴사만 씁니다.', 'For Kakao’s own services and partners only.');
export const BUSINESS_AUTH = leftOut('비즈니스 인증에서만 씁니다.', 'Business authentication only.');
export const NOT_LOGIN = leftOut('로그인과 카카오싱크 밖의 기능입니다.', 'Outside of login and Kakao Sync.');
export const MEANING_UNKNOWN = leftOut('언제 나오는지 알려지지 않았습니다.', 'When it comes is not established.');
export const OUR_WORDS = differs('문구는 시뮬레이터가 정했습니다.', 'The wording is ours.');
