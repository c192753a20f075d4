/** Faults that were asked for, in the words of this door: the same table speaks as for every other refusal. */
import type { Context } from 'koa';
import { errors } from './oidc/index.ts';
import type { Who } from '../faults/index.ts';
import type { House } from '../house.ts';
import { strike } from '../mishaps/index.ts';
import { words } from './dialect/authorize-params.ts';
import { Koe, type KoeCode, koeCodes } from './koe.ts';

type Sent = Readonly<Record<string, unknown>>;

/** The flow of a login, on its way through the provider. */
export const FLOW_PARAM = 'kakao_sync_flow';

/** What each endpoint cannot do without. */
const REQUIRED: Readonly<Record<string, string>> = {
  '/oauth/authorize': 'redirect_uri',
  '/oauth/token': 'code',
  '/oauth/logout': 'logout_redirect_uri',
  '/apiweb/code.json': 'auth_tran_id',
};

/** The facts that a refusal tells of its request. */
const facts: Partial<Record<KoeCode, (sent: Sent, path: string) => Record<string, unknown>>> = {
  KOE002: (_, path) => ({ got: `GET ${path}` }),
  KOE006: (sent) => ({ got: sent.redirect_uri }),
  KOE007: (sent) => ({ got: sent.logout_redirect_uri }),
  KOE101: (sent) => ({ clientId: sent.client_id }),
  KOE201: (sent) => ({ got: sent.response_type }),
  KOE205: (sent) => ({ items: words(sent.scope) }),
  KOE207: (_, path) => ({ parameter: REQUIRED[path] }),
  KOE303: (sent) => ({ got: sent.redirect_uri }),
  KOE310: (sent) => ({ got: sent.grant_type }),
  KOE320: (sent) => ({ authorizationCode: sent.code }),
  KOE400: (_, path) => ({ reason: path === '/api/agt' ? 'access_token is invalid' : 'ID token is invalid' }),
};

/** What stands in `error_description` behind the redirect URI, by its `error`. */
export const REDIRECTED = {
  access_denied: 'User denied access',
  login_required: 'user authentication required.',
  consent_required: 'user consent required.',
  // Of a PKCE challenge that is none.
  invalid_request: 'code_challenge must be a string with a minimum length of 43 characters',
} as const;

/**
 * Meets the fault that is due. Throws it as a Koe, or as an error that the provider takes back to the partner.
 * @param sent the parameters that the request came with
 */
export async function meetFault(house: House, ctx: Context, path: string, sent: Sent, who: Who = {}): Promise<void> {
  const code = await strike(house.faults, ctx, path, who);
  if (code === undefined) return;
  if (isKoe(code)) throw new Koe(code, { ...facts[code]?.(sent, path), fault: ctx.state.fault });
  throw new errors.CustomOIDCProviderError(code, REDIRECTED[code as keyof typeof REDIRECTED]);
}

function isKoe(code: string): code is KoeCode {
  return (koeCodes as readonly string[]).includes(code);
}
