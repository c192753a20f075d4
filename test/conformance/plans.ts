/**
 * Which modules of the OpenID conformance suite (August 2026; security 1.2) are run here, before which face, and why not before Kakao's own.
 * `Kakao` is the simulator as partners see it; `plain` is plain.ts, the same parts without Kakao's dialect.
 */
export type Face = 'Kakao' | 'plain' | 'plain, form_post';

export interface Module {
  name: string;
  faces: readonly Face[];
  /** Why not before Kakao's face, or why not at all. */
  why?: string;
}

const EVERYWHERE: readonly Face[] = ['Kakao', 'plain', 'plain, form_post'];
const BOTH: readonly Face[] = ['Kakao', 'plain'];
const PLAIN: readonly Face[] = ['plain'];
const PLAINLY: readonly Face[] = ['plain', 'plain, form_post'];

const everywhere = (...names: string[]): Module[] => names.map((name) => ({ name, faces: EVERYWHERE }));
const plainly = (why: string, ...names: string[]): Module[] => names.map((name) => ({ name, faces: PLAINLY, why }));

const ITEMS = 'Kakao has consent items in the place of the standard scopes, and its own claims';
const UNKNOWN_TO_KAKAO = 'Kakao documents no such parameter and ignores it';
const OWN_LOGOUT = 'Kakao logs out by /oauth/logout with other parameters and a choice of the person (test/oauth/logout.test.ts)';

export const plans: Readonly<Record<string, readonly Module[]>> = {
  'oidcc-config-certification-test-plan': [{ name: 'oidcc-discovery-endpoint-verification', faces: BOTH }],
  'oidcc-basic-certification-test-plan': [
    ...everywhere('oidcc-server'),
    { name: 'oidcc-response-type-missing', faces: BOTH },
    ...everywhere('oidcc-idtoken-signature'),
    { name: 'oidcc-idtoken-unsigned', faces: BOTH },
    ...everywhere('oidcc-userinfo-get'),
    ...plainly('Kakao documents GET with the header alone', 'oidcc-userinfo-post-header', 'oidcc-userinfo-post-body'),
    ...everywhere('oidcc-ensure-request-without-nonce-succeeds-for-code-flow'),
    ...plainly(ITEMS, 'oidcc-scope-profile', 'oidcc-scope-email', 'oidcc-scope-address', 'oidcc-scope-phone', 'oidcc-scope-all'),
    ...everywhere(
      'oidcc-alternate-happy-flow',
      'oidcc-display-page',
      'oidcc-display-popup',
      'oidcc-prompt-login',
      'oidcc-prompt-none-not-logged-in',
      'oidcc-prompt-none-logged-in',
    ),
    ...plainly(UNKNOWN_TO_KAKAO, 'oidcc-max-age-1', 'oidcc-max-age-10000'),
    ...everywhere('oidcc-ensure-request-with-unknown-parameter-succeeds'),
    ...plainly(UNKNOWN_TO_KAKAO, 'oidcc-id-token-hint'),
    ...everywhere(
      'oidcc-login-hint',
      'oidcc-ui-locales',
      'oidcc-claims-locales',
      'oidcc-ensure-request-with-acr-values-succeeds',
      'oidcc-codereuse',
      'oidcc-codereuse-30seconds',
    ),
    { name: 'oidcc-ensure-registered-redirect-uri', faces: BOTH },
    {
      name: 'oidcc-ensure-post-request-succeeds',
      faces: [],
      why: 'Kakao documents GET; by POST the library wants cookies with SameSite=None, which browsers drop over http',
    },
    ...everywhere('oidcc-server-client-secret-post'),
    ...plainly(
      'Kakao ignores request objects, and its discovery says so of request_uri',
      'oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported',
      'oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported',
      'oidcc-ensure-request-object-with-redirect-uri',
    ),
    ...plainly(ITEMS, 'oidcc-claims-essential'),
    ...everywhere('oidcc-refresh-token', 'oidcc-ensure-request-with-valid-pkce-succeeds'),
  ],
  'oidcc-rp-initiated-logout-certification-test-plan': [
    '-discovery-endpoint-verification',
    '',
    '-no-state',
    '-bad-post-logout-redirect-uri',
    '-query-added-to-post-logout-redirect-uri',
    '-modified-id-token-hint',
    '-bad-id-token-hint',
    '-no-id-token-hint',
    '-no-params',
    '-no-post-logout-redirect-uri',
    '-only-state',
  ].map((rest) => ({ name: `oidcc-rp-initiated-logout${rest}`, faces: PLAIN, why: OWN_LOGOUT })),
  'beyond the certification plans': [
    ...['query-OK', 'query-added', 'query-mismatch', 'regfrag'].map((rest) => ({
      name: `oidcc-redirect-uri-${rest}`,
      faces: ['Kakao'] as const,
    })),
    { name: 'oidcc-ensure-redirect-uri-in-authorization-request', faces: ['Kakao'] },
    { name: 'oidcc-server-rotate-keys', faces: ['Kakao'] },
    {
      name: 'oidcc-backchannel-rp-initiated-logout',
      faces: [],
      why: 'Kakao has no back-channel logout of OpenID Connect; it tells of ended sessions by its account webhook (test/consent/account-events.test.ts)',
    },
  ],
};
