/** Every refusal of kapi is kept with the key that was used; the answer carries the way to its page in a header. */
import type { Context } from 'koa';
import type { House } from '../house.ts';
import type { Refusal } from '../refusals/index.ts';
import type { RuleBroken } from '../rule.ts';
import { pathOf, WHY_HEADER } from '../why/index.ts';
import { keyInHeader } from './caller.ts';
import type { Spoken } from './codes.ts';

export async function keepRefusal(
  house: House,
  ctx: Context,
  { code: rule, details }: RuleBroken,
  { status, body }: Spoken,
): Promise<void> {
  const refusal = await house.refusals.keep({
    door: 'kapi',
    method: ctx.method,
    path: ctx.path,
    status,
    code: String(body.code),
    rule,
    details,
    ...(await keyUsed(house, ctx)),
  });
  ctx.set(WHY_HEADER, pathOf(refusal));
}

/** What the request proved itself with, and whose it is: by what was sent, not by what should have been. */
async function keyUsed({ apps, consent }: House, ctx: Context): Promise<Pick<Refusal, 'appId' | 'keyType'>> {
  const { key = ctx.query.access_token, scheme } = keyInHeader(ctx) ?? {};
  if (typeof key !== 'string') return { appId: null, keyType: null };
  const byAdminKey = await apps.byAdminKey(key);
  if (byAdminKey) return { appId: byAdminKey.id, keyType: 'admin' };
  const client = await apps.byKey(key);
  if (client) return { appId: client.app.id, keyType: client.key.type };
  return { appId: (await consent.bearer(key))?.app.id ?? null, keyType: scheme === 'kakaoak' ? null : 'token' };
}
