/** Redirects to the partner as Kakao sends them: 302, blanks as %20, no `iss`, the registered URI untouched. Source: kakao-api 1.3, 1.4. */
import type { KoaContextWithOIDC } from 'oidc-provider';

/** The provider's name for this way of answering; partners never see it. */
export const KAKAO_MODE = 'kakao';

/** Response mode handler: the provider's payload, added to the redirect URI. */
export function kakaoRedirect(ctx: KoaContextWithOIDC, redirectUri: string, payload: object): void {
  const { iss: _, ...fields } = payload as Record<string, string>;
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  ctx.status = 302;
  ctx.set('Location', asHeader(redirectUri) + (redirectUri.includes('?') ? '&' : '?') + query.join('&'));
  ctx.body = '';
}

/** Only letters that no header may hold (`/로그인`) are encoded. */
function asHeader(uri: string): string {
  return uri.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}
