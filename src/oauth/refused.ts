/** Every refusal of kauth is kept with what the request proved itself with, so that its page can say why. */
import type { Context } from 'koa';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { House } from '../house.ts';
import type { Refusal, Refused } from '../refusals/index.ts';
import { pathOf, WHY_HEADER } from '../why/index.ts';
import { consentRequestOf } from './dialect/authorize-params.ts';
import type { Koe } from './koe.ts';

/** Keeps it, and puts the way to its page into a header. */
export async function keepKoe(
  house: House,
  ctx: Context,
  { code, status, details }: Pick<Koe, 'code' | 'status' | 'details'>,
): Promise<Refusal> {
  const basic = code === 'KOE101' && !details.clientId && /^basic\s/i.test(ctx.get('authorization'));
  return keep(house, ctx, { status, code, rule: code, details: { ...details, ...(basic && { basic }), ...masked(details) } });
}

/** Errors that go back to the partner in the redirect: a request that asked for no page and needed one. The person's own 취소 is none. */
export async function keepRedirect(house: House, ctx: KoaContextWithOIDC, payload: object): Promise<void> {
  const { error, error_description: description } = payload as Record<string, string | undefined>;
  const { fault } = ctx.state;
  if (!error || (error === 'access_denied' && !fault)) return;
  const missing = error === 'consent_required' && !fault ? await missingConsent(house, ctx) : undefined;
  await keep(house, ctx, { status: 302, code: error, rule: error, details: { description, missing, ...(fault && { fault }) } });
}

async function keep(house: House, ctx: Context, refused: Pick<Refused, 'status' | 'code' | 'rule' | 'details'>): Promise<Refusal> {
  const path = new URL(ctx.originalUrl, house.url).pathname;
  const refusal = await house.refusals.keep({
    door: 'kauth',
    method: ctx.req.method ?? ctx.method,
    path,
    ...(await whoAsked(house, ctx)),
    ...refused,
  });
  ctx.set(WHY_HEADER, pathOf(refusal));
  return refusal;
}

/** The app and the type of key behind `client_id`, wherever this request has it. */
async function whoAsked({ apps, url }: House, ctx: Context): Promise<Pick<Refusal, 'appId' | 'keyType'>> {
  const { oidc } = ctx as Partial<KoaContextWithOIDC>;
  const clientId = ctx.state.clientId ?? oidc?.client?.clientId ?? new URL(ctx.originalUrl, url).searchParams.get('client_id');
  const client = clientId ? await apps.byKey(clientId) : undefined;
  if (client) return { appId: client.app.id, keyType: client.key.type };
  const byAdminKey = clientId ? await apps.byAdminKey(clientId) : undefined;
  return { appId: byAdminKey?.id ?? null, keyType: byAdminKey ? 'admin' : null };
}

/** Items and terms that a screen would have asked for. */
async function missingConsent({ apps, accounts, consent }: House, { oidc }: KoaContextWithOIDC): Promise<string[] | undefined> {
  const client = await apps.byKey(oidc.client!.clientId);
  const account = oidc.session?.accountId ? await accounts.byId(oidc.session.accountId) : undefined;
  if (!client || !account || !oidc.params) return undefined;
  const asked = await consent.question(client.app, account, consentRequestOf(oidc.params));
  if (asked.kind !== 'question') return undefined;
  const { requiredItems, optionalItems, terms } = asked.question;
  return [...requiredItems.map(({ id }) => id), ...optionalItems.map(({ id }) => id), ...terms.map(({ tag }) => tag)];
}

/** A code that was refused may still be good for the one it was issued to. */
function masked({ authorizationCode: code }: Koe['details']): Record<string, unknown> {
  return typeof code === 'string' ? { authorizationCode: `${code.slice(0, 6)}…` } : {};
}
