/** GET /v1/user/access_token_info: 액세스 토큰 정보 조회. Source: kakao-api 2.6. */
import { SECOND } from '../clock.ts';
import { exactNumber } from '../json.ts';
import type { TokenCall } from './call.ts';

/** How long the token still lives, in seconds. The era of 2019 had each field in camel case, too. */
export async function tokenInfo({ house, app, link, bearer }: TokenCall): Promise<object> {
  const left = bearer.expiresAt - house.clock.now();
  const appId = exactNumber(app.id);
  const deprecated = app.era === '2019' ? { expiresInMillis: left, appId } : {};
  return { id: exactNumber(link.number), expires_in: Math.floor(left / SECOND), app_id: appId, ...deprecated };
}
