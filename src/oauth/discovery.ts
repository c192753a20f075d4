/** Discovery and keys, trimmed to the fields that Kakao publishes. Built from the configured URL, never from the Host header. Source: kakao-api 1.13–1.15. */
import type { House } from '../house.ts';

export function discovery({ addresses: { kauth, kapi } }: House) {
  return {
    issuer: kauth,
    authorization_endpoint: `${kauth}/oauth/authorize`,
    token_endpoint: `${kauth}/oauth/token`,
    userinfo_endpoint: `${kapi}/v1/oidc/userinfo`,
    jwks_uri: `${kauth}/.well-known/jwks.json`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    request_uri_parameter_supported: false,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: ['iss', 'aud', 'sub', 'auth_time', 'exp', 'iat', 'nonce', 'nickname', 'picture', 'email'],
  };
}

/** The public halves of the signing keys, the one that signs first. */
export async function jwks({ keys }: House) {
  return { keys: await keys.published() };
}

/** How security events (계정 상태 변경) are delivered: the methods are one text, no list. */
export function securityEvents({ addresses: { kauth } }: House) {
  return {
    issuer: kauth,
    jwks_uri: `${kauth}/.well-known/jwks.json`,
    delivery_methods_supported: 'http://schemas.openid.net/secevent/risc/delivery-method/push',
  };
}
