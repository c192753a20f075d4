/** Redirects to the partner as Kakao sends them: 302, blanks as %20, no `iss`, the registered URI untouched. Source: kakao-api 1.3, 1.4. */
import type { Context } from 'koa';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { tell } from '../../web/tell.ts';

/** The provider's name for this way of answering; partners never see it. */
export const KAKAO_MODE = 'kakao';

/** Response mode handler: the provider's payload, added to the redirect URI. */
export function kakaoRedirect(ctx: KoaContextWithOIDC, redirectUri: string, payload: object): void {
  const { accountId } = ctx.oidc.session ?? {};
  if (accountId) tell(ctx, { accountId });
  toPartner(ctx, redirectUri, fieldsOf(payload));
}

/** What a partner gets of the provider's payload. */
export function fieldsOf(payload: object): Record<string, string> {
  const { iss: _, ...fields } = payload as Record<string, string>;
  return fields;
}

/** Answers with the way to a registered URI: with these fields behind it, or as it is where there are none. */
export function toPartner(ctx: Context, uri: string, fields: Readonly<Record<string, string>>): void {
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const mark = uri.includes('?') ? '&' : '?';
  ctx.status = 302;
  ctx.set('Location', query.length > 0 ? asHeader(uri) + mark + query.join('&') : asHeader(uri));
  ctx.body = '';
}

/** Only letters that no header may hold (`/로그인`) are encoded. */
function asHeader(uri: string): string {
  return uri.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}
