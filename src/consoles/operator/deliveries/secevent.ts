/** A security event token (SET) as a person reads it: header, claims, and whether the published key verifies it. Source: kakao-api 3.5. */
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose';
import type { House } from '../../../house.ts';
import { prettyJson } from '../../../json.ts';

export interface DecodedSet {
  header: string;
  claims: string;
  isVerified: boolean;
}

/** Null where there is no token: of another kind of callback, or spoiled so far that nothing can be read. */
export async function decodedSet({ keys }: House, headers: Readonly<Record<string, string>>, body: string): Promise<DecodedSet | null> {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (type !== 'application/secevent+jwt') return null;
  try {
    const header = JSON.stringify(decodeProtectedHeader(body), null, 2);
    const claims = prettyJson(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const isVerified = await compactVerify(body, createLocalJWKSet({ keys: await keys.published() })).then(
      () => true,
      () => false,
    );
    return { header, claims, isVerified };
  } catch {
    return null;
  }
}
