/** The token endpoint's answers in Kakao's words. Source: kakao-api 1.6, 1.7, 1.9. */
import type { Context } from 'koa';
import { errors, type KoaContextWithOIDC } from '../oidc/index.ts';
import type { House } from '../../house.ts';
import { GRANT } from '../lifetimes.ts';
import { Koe } from '../koe.ts';
import type { IssuedCode, TokenRequest } from './token-request.ts';

interface ProviderTokens {
  access_token: string;
  expires_in: number;
  id_token?: string;
  refresh_token: string;
}

/** The body for tokens that the provider issued. */
export async function tokenBody(house: House, ctx: Context, { client, fields }: TokenRequest): Promise<Record<string, unknown>> {
  const { oidc } = ctx as unknown as KoaContextWithOIDC;
  const issued = ctx.body as ProviderTokens;
  const refreshed = fields.grant_type === 'refresh_token';
  const rotated = Boolean(oidc.entities.RotatedRefreshToken);
  if (rotated && oidc.entities.Grant) await prolong(oidc.entities.Grant);

  // With OpenID Connect switched OFF none is told from that moment, whatever the code or the refresh token was issued with.
  const idToken = client.app.openidConnectOn ? issued.id_token : undefined;
  const link = await house.consent.link(client.app.id, oidc.entities.AccessToken!.accountId);
  const scope = [...(link?.items.map(({ id }) => id) ?? []), ...(idToken ? ['openid'] : [])];
  return {
    token_type: 'bearer',
    access_token: issued.access_token,
    ...(idToken && { id_token: idToken }),
    expires_in: issued.expires_in,
    // A refresh brings a new refresh token only in the old one's last month; otherwise the old one goes on.
    ...((!refreshed || rotated) && {
      refresh_token: issued.refresh_token,
      refresh_token_expires_in: oidc.entities.RefreshToken!.remainingTTL,
    }),
    ...(!refreshed && scope.length > 0 && { scope: scope.join(' ') }),
  };
}

/** The grant has to live as long as the refresh token that was just renewed. */
async function prolong(grant: NonNullable<KoaContextWithOIDC['oidc']['entities']['Grant']>): Promise<void> {
  grant.exp = (grant.exp ?? 0) + GRANT - grant.remainingTTL;
  await grant.save();
}

/**
 * Kakao's code for a refusal of the provider, told apart by its detail: its error class alone is too coarse.
 * @param issued the code that was sent, as it was issued
 */
export function koeOf(error: unknown, { fields }: TokenRequest, issued: IssuedCode | undefined): Koe | undefined {
  if (!(error instanceof errors.OIDCProviderError) || error.statusCode >= 500) return undefined;
  const detail = error.error_detail ?? '';
  if (detail === 'client mismatch') return new Koe('KOE114');
  if (detail.includes('redirect_uri mismatch')) return new Koe('KOE303', { got: fields.redirect_uri, expectedUri: issued?.redirectUri });
  if (fields.grant_type === 'refresh_token') return new Koe('KOE322');
  return new Koe('KOE320', { authorizationCode: fields.code, detail: issued?.expired ? 'expired' : detail });
}
