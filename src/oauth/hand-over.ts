/**
 * The end of a login, handed over to the script that waits for it: SDKs name their authorize request by `auth_tran_id`, open
 * it in KakaoTalk or a popup, and ask every second. The browser is sent to the partner all the same. Source: kakao-api 1.18.
 */
import type { Context, Next } from 'koa';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { House } from '../house.ts';
import { artifact, standing } from './artifact.ts';
import { meetFault } from './asked-for.ts';
import { single } from './dialect/authorize-request.ts';
import { clientOf } from './dialect/client-key.ts';
import { fieldsOf } from './dialect/redirects.ts';
import { keep } from './gathered.ts';
import { Koe } from './koe.ts';
import { HAND_OVER } from './lifetimes.ts';
import { jsonEndpoint } from './token.ts';

const MODEL = 'HandOver';

/** What a partner gets behind its redirect URI: a code or an error, and the state. */
type End = Readonly<Record<string, string>>;

const nameOf = (clientId: string, name: string) => `${clientId}:${name}`;

/** Writes the end of a named login down; other logins leave nothing. */
export async function handOver(house: House, { oidc }: KoaContextWithOIDC, payload: object): Promise<void> {
  const name = oidc.params?.auth_tran_id;
  if (!oidc.client || typeof name !== 'string') return;
  const { clientId } = oidc.client;
  const row = artifact(house, MODEL, nameOf(clientId, name), HAND_OVER, { clientId, payload: fieldsOf(payload) });
  // With the code that it tells of: who fetches it can redeem it.
  await keep(house, row.id, row);
}

/** `GET /apiweb/code.json`: KOE207 without a name, and what clientOf throws. */
export function fetchCode(house: House, report: (error: unknown) => void) {
  return jsonEndpoint(house, report, async (ctx: Context) => {
    const params = single<'/apiweb/code.json'>(ctx.query);
    const { key, app } = await clientOf(house, params);
    if (!params.auth_tran_id) throw new Koe('KOE207', { parameter: 'auth_tran_id' });
    await meetFault(house, ctx, '/apiweb/code.json', params, { appId: app.id });
    const row = await standing(house, MODEL, nameOf(key.key, params.auth_tran_id));
    return row ? told(row.payload as End) : PENDING;
  });
}

/** SDKs go on asking at 300, and end at 500. */
const PENDING = { status: 'error', error: 'authorization_pending', error_description: 'login is not finished', error_code: '300' };

function told(end: End): object {
  return end.code ? { status: 'ok', ...end } : { status: 'error', ...end, error_code: '500' };
}

/** Middleware: scripts of any site may read the answer, as they ask from the partner's page and without cookies. */
export async function readableAnywhere(ctx: Context, next: Next): Promise<void> {
  await next();
  ctx.set('Access-Control-Allow-Origin', '*');
}
