/** Kakao's error codes of kauth: the one table that says how a failure sounds outside. Source: kakao-api 1.6. */
import { RuleBroken } from '../rule.ts';

/** A failure of kauth by its code. `details` are the facts that the explanation shows. */
export class Koe extends RuleBroken {
  readonly code: KoeCode;
  constructor(code: KoeCode, details: Record<string, unknown> = {}) {
    super(`${code} ${table[code].description(details)}`, details);
    this.code = code;
  }

  /** HTTP status of the page or of the JSON answer. */
  get status(): number {
    return table[this.code].status;
  }

  /** The token endpoint's body: three fields, in this order. */
  get body(): { error: string; error_description: string; error_code: string } {
    const { error, description } = table[this.code];
    return { error, error_description: description(this.details), error_code: this.code };
  }
}

export type KoeCode = keyof typeof table;

interface Row {
  error: string;
  status: number;
  description: (details: Readonly<Record<string, unknown>>) => string;
}

const row = (error: string, status: number, description: string | Row['description']): Row => ({
  error,
  status,
  description: typeof description === 'string' ? () => description : description,
});

const table = {
  KOE001: row('invalid_request', 400, 'Bad request'),
  KOE002: row('invalid_request', 400, ({ got }) => `Wrong URL: ${got}`),
  KOE003: row('server_error', 500, 'Internal server error'),
  KOE004: row('misconfigured', 400, 'Kakao Login is not activated for this app'),
  KOE005: row('misconfigured', 400, 'Not a member of the test app'),
  KOE006: row('misconfigured', 400, ({ got }) => `Not registered redirect_uri [${got}]`),
  KOE007: row('misconfigured', 400, ({ got }) => `Not registered logout_redirect_uri [${got}]`),
  KOE008: row('misconfigured', 400, 'Not allowed for app key type'),
  KOE009: row('misconfigured', 400, 'invalid android_key_hash or ios_bundle_id or web_site_url'),
  KOE010: row('invalid_client', 401, 'Bad client credentials'),
  KOE101: row('invalid_client', 401, ({ clientId }) => `Not exist client_id [${clientId ?? 'null'}]`),
  KOE102: row('invalid_client', 400, 'Required PLUS_FRIENDS_ON_AGREEMENT_SUPPORTED permission'),
  KOE114: row('invalid_grant', 400, 'Application ID mismatch'),
  KOE125: row('invalid_client', 400, 'The app is suspended'),
  KOE201: row('invalid_request', 400, ({ got }) => `Unsupported response type: ${got}`),
  KOE202: row('invalid_request', 400, 'Implicit grant is not allowed'),
  KOE203: row('access_denied', 422, 'Required consent item was not agreed'),
  KOE205: row('invalid_scope', 400, ({ items }) => `Invalid scope: ${String(items)}`),
  KOE207: row('invalid_request', 400, ({ parameter }) => `Required parameter is missing: ${parameter}`),
  KOE237: row('invalid_request', 400, 'token request rate limit exceeded'),
  KOE303: row('invalid_grant', 400, 'Redirect URI mismatch.'),
  KOE310: row('unsupported_grant_type', 400, ({ got }) => `unsupported grant_type [${got ?? 'null'}]`),
  KOE319: row('invalid_grant', 400, 'refresh_token is missing'),
  KOE320: row('invalid_grant', 400, ({ authorizationCode }) => `authorization code not found for code=${authorizationCode}`),
  KOE322: row('invalid_grant', 400, 'expired_or_invalid_refresh_token'),
  KOE400: row('invalid_token', 400, ({ reason }) => String(reason)),
} satisfies Record<string, Row>;

/** Every code that this door speaks. */
export const koeCodes = Object.keys(table) as readonly KoeCode[];
