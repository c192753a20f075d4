/** The headers of Kakao's callbacks. Source: kakao-api 3.1, 3.3. */
import type { App } from '../../store/index.ts';

/** With the primary admin key, and the id that stays the same however often it is sent. A GET has no content. */
export function kakaoHeaders(app: App, resourceId: string, contentType: string | null): Record<string, string> {
  return {
    Authorization: `KakaoAK ${app.adminKeys[0]}`,
    ...(contentType !== null && { 'Content-Type': contentType }),
    'User-Agent': 'KakaoOpenAPI/1.0',
    'X-Kakao-Resource-ID': resourceId,
  };
}
