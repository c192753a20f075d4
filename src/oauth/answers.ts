/** What the JSON endpoints of kauth give. The tests hold every answer against it, the coverage page lists its fields. */
import { z } from 'zod';

const seconds = z.number().int().nonnegative();
const url = z.url({ protocol: /^https?$/ });

/** Source: kakao-api 1.7, 1.9. */
const tokens = z.strictObject({
  token_type: z.literal('bearer'),
  access_token: z.string().min(1),
  id_token: z.jwt({ alg: 'RS256' }).optional(),
  expires_in: seconds,
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: seconds.optional(),
  scope: z.string().min(1).optional(),
});

/** Source: kakao-api 1.11. */
const idToken = z.strictObject({
  aud: z.string(),
  sub: z.string().regex(/^\d+$/),
  auth_time: seconds,
  iss: url,
  nickname: z.string().optional(),
  exp: seconds,
  iat: seconds,
  picture: url.optional(),
  email: z.email().optional(),
  nonce: z.string().optional(),
});

/** Source: kakao-api 1.13. */
const configuration = z.strictObject({
  issuer: url,
  authorization_endpoint: url,
  token_endpoint: url,
  userinfo_endpoint: url,
  jwks_uri: url,
  token_endpoint_auth_methods_supported: z.array(z.literal('client_secret_post')),
  subject_types_supported: z.array(z.literal('public')),
  id_token_signing_alg_values_supported: z.array(z.literal('RS256')),
  request_uri_parameter_supported: z.literal(false),
  response_types_supported: z.array(z.literal('code')),
  response_modes_supported: z.array(z.literal('query')),
  grant_types_supported: z.array(z.enum(['authorization_code', 'refresh_token'])),
  code_challenge_methods_supported: z.array(z.literal('S256')),
  claims_supported: z.array(z.enum(['iss', 'aud', 'sub', 'auth_time', 'exp', 'iat', 'nonce', 'nickname', 'picture', 'email'])),
});

/** Source: kakao-api 1.14. */
const keySet = z.strictObject({
  keys: z.array(
    z.strictObject({
      kid: z.string(),
      kty: z.literal('RSA'),
      alg: z.literal('RS256'),
      use: z.literal('sig'),
      n: z.string(),
      e: z.literal('AQAB'),
    }),
  ),
});

/** Source: kakao-api 1.15. */
const securityEvents = z.strictObject({
  issuer: url,
  jwks_uri: url,
  delivery_methods_supported: z.literal('http://schemas.openid.net/secevent/risc/delivery-method/push'),
});

/** Source: kakao-api 1.18, and the poller of the JavaScript SDK. */
const handOver = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('ok'), code: z.string().min(1), state: z.string().optional() }),
  z.strictObject({
    status: z.literal('error'),
    error: z.string().min(1),
    error_description: z.string().min(1),
    error_code: z.enum(['300', '500']),
    state: z.string().optional(),
  }),
]);

/** By path, the body of a success. */
export const answers: Readonly<Record<string, z.ZodType>> = {
  '/oauth/token': tokens,
  '/oauth/tokeninfo': idToken,
  '/api/agt': z.strictObject({ agt: z.string().min(1) }),
  '/apiweb/code.json': handOver,
  '/.well-known/openid-configuration': configuration,
  '/.well-known/jwks.json': keySet,
  '/.well-known/sse-configuration': securityEvents,
};

/** The body of every failure. Source: kakao-api 0.5. */
export const failure = z.strictObject({
  error: z.string().min(1),
  error_description: z.string().min(1),
  error_code: z.string().regex(/^KOE\d{3}$/),
});
