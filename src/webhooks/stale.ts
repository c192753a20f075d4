/** A callback as it would have been some time ago: the times in it are older, all else is as it was. */
import { decodeJwt, decodeProtectedHeader, type JWK, SignJWT } from 'jose';
import { isoSeconds, SECOND } from '../clock.ts';
import type { Endpoint } from '../store/index.ts';

/** Null where the body tells no time, as that of a sync callback, whose time is in its signature. */
export async function staleBody(kind: Endpoint['kind'], body: string, ms: number, signingKey?: () => Promise<JWK>): Promise<string | null> {
  if (kind === 'channel') return olderJson(body, ms);
  return kind === 'account' && signingKey ? olderToken(body, ms, await signingKey()) : null;
}

/** The two times of the channel callback, in every generation; byte for byte. Source: kakao-api 3.2. */
function olderJson(body: string, ms: number): string {
  return body
    .replace(/("timestamp":\s*)(\d+)/, (_, name: string, at: string) => `${name}${Number(at) - ms}`)
    .replace(/("updated_at":\s*)"([^"]+)"/, (_, name: string, at: string) => `${name}"${isoSeconds(Date.parse(at) - ms)}"`);
}

/** `iat` and `toe` of a SET, signed anew: it verifies, and is old. Source: kakao-api 3.5. */
function olderToken(body: string, ms: number, key: JWK): Promise<string> {
  const { iat = 0, toe, ...claims } = decodeJwt(body);
  const seconds = Math.floor(ms / SECOND);
  const { alg = 'RS256', ...header } = decodeProtectedHeader(body);
  return new SignJWT({ ...claims, iat: iat - seconds, toe: Number(toe) - seconds })
    .setProtectedHeader({ ...header, alg, ...(key.kid && { kid: key.kid }) })
    .sign(key);
}
