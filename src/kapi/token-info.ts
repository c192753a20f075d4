/** GET /v1/user/access_token_info: 액세스 토큰 정보 조회. Source: kakao-api 2.6. */
import { z } from 'zod';
import { inEra } from '../apps/index.ts';
import { SECOND } from '../clock.ts';
import { exactNumber } from '../json.ts';
import { api, type TokenCall } from './call.ts';
import { longNumber } from './shapes.ts';

/** How long the token still lives, in seconds. Some eras have each field in camel case, too. */
export const tokenInfo = api({
  takes: {},
  gives: z.strictObject({
    id: longNumber,
    expires_in: z.number().int(),
    app_id: longNumber,
    expiresInMillis: z.number().int().optional(),
    appId: longNumber.optional(),
  }),
  async answer({ house, app, link, bearer }: TokenCall) {
    const left = bearer.expiresAt - house.clock.now();
    const appId = exactNumber(app.id);
    const deprecated = inEra(app, 'camelCaseTokenInfo') ? { expiresInMillis: left, appId } : {};
    return { id: exactNumber(link.number), expires_in: Math.floor(left / SECOND), app_id: appId, ...deprecated };
  },
});
