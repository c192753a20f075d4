/** The keys that tokens are signed with. */
import { z } from 'zod';
import type { House } from '../house.ts';
import { named, says } from './says.ts';

export const keysShape = named(
  'SigningKeys',
  z.strictObject({
    kids: says(
      z.array(z.string()),
      'Published at `/.well-known/jwks.json`; the first one signs.',
      '`/.well-known/jwks.json`에 공개된 키. 첫 번째 키로 서명합니다.',
    ),
  }),
);

/** Has a new key sign from now on. What the one before it signed still verifies; what older ones signed does not. */
export async function rotateKeys({ keys }: House): Promise<z.output<typeof keysShape>> {
  return { kids: (await keys.rotate()).map(({ kid }) => kid) };
}
