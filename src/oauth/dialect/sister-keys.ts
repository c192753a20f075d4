/**
 * Codes of the SDKs, redeemed by the app's server: "When you call Kakao.Auth.authorize, you must use your JavaScript key
 * […]. However, when you request to get tokens, use your REST API key." The ID token names the key of the authorize request.
 * Source: developers.kakao.com/docs/latest/en/kakaologin/js, kakao-api 1.11. What another app was issued stays KOE114.
 */
import type { AppKey, Client } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import type { TokenFields } from './token-request.ts';

/** The key under which the provider knows the code or refresh token that this client sends: its own, or a sister of a REST API key. */
export async function issuingKey(
  { store }: House,
  { app, key }: Client,
  { grant_type, code, refresh_token }: TokenFields,
): Promise<AppKey> {
  const id = grant_type === 'refresh_token' ? `RefreshToken:${refresh_token}` : `AuthorizationCode:${code}`;
  const clientId = (await store.get('artifacts', id))?.clientId;
  const sister = key.type === 'rest' ? app.keys.find((each) => each.key === clientId) : undefined;
  return sister ?? key;
}
