/** POST /v1/user/logout: 로그아웃. The browser session of the account stays. Source: kakao-api 2.7. */
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { idAlone } from './shapes.ts';

/** Ends this token with its refresh token; by admin key, every token of the user in the app. */
export const logout = api({
  takes: {},
  gives: idAlone,
  async answer({ house, app, link, bearer }: Call) {
    await (bearer ? house.consent.endTokens(bearer) : house.consent.endAllTokens(app, link));
    return { id: exactNumber(link.number) };
  },
});
