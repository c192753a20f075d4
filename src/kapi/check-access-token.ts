/** GET /v1/user/check_access_token: whether a token is good. Known from the path list of the iOS SDK alone. Source: kakao-api 2.1. */
import { z } from 'zod';
import { api, type TokenCall } from './call.ts';

/** What Kakao's body holds is not established, so this one holds nothing: the status tells. */
export const checkAccessToken = api({
  takes: {},
  gives: z.strictObject({}),
  answer: async (_call: TokenCall) => ({}),
});
