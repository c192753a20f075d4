/** POST /v1/user/logout: 로그아웃. The browser session of the account stays. Source: kakao-api 2.7. */
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';

/** Ends this token with its refresh token; by admin key, every token of the user in the app. */
export async function logout({ house, app, link, bearer }: Call): Promise<object> {
  await (bearer ? house.consent.endTokens(bearer) : house.consent.endAllTokens(app, link));
  return { id: exactNumber(link.number) };
}
