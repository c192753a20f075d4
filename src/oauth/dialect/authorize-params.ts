/**
 * Kakao's authorize parameters, and how they travel through the provider: what it would not understand goes along as
 * extra parameters, which it keeps in the interaction untouched. Source: kakao-api 1.1.
 */
import type { ConsentRequest } from '../../consent/index.ts';
import type { Parameter } from './parameters.ts';

/** `kakao_scope` is the `scope` as the partner sent it, `kakao_sync_flow` the flow that faults are limited to. */
export const EXTRA_PARAMS = ['kakao_scope', 'service_terms', 'channel_public_id', 'auth_tran_id', 'kakao_sync_flow'];

/** What is called the same on both sides. */
const SENT: readonly Parameter<'/oauth/authorize'>[] = [
  'client_id',
  'redirect_uri',
  'response_type',
  'state',
  'nonce',
  'login_hint',
  'code_challenge',
  'code_challenge_method',
  'service_terms',
  'channel_public_id',
  'auth_tran_id',
];

/** The list in a parameter: commas, blanks or both between the words; empty for an empty or missing one. */
export function words(value: unknown): string[] {
  return typeof value === 'string' ? [...new Set(value.split(/[\s,]+/).filter(Boolean))] : [];
}

/** What the stored parameters of an authorize request ask consent for. `openid` is no consent item. */
export function consentRequestOf(params: Readonly<Record<string, unknown>>): ConsentRequest {
  return {
    scope: words(params.kakao_scope).filter((id) => id !== 'openid'),
    serviceTerms: params.service_terms === undefined ? null : words(params.service_terms),
    channels: words(params.channel_public_id),
  };
}

/** The stored parameters of an authorize request as the partner sends them, for asking the same once more with another `prompt`. */
export function asSent(params: Readonly<Record<string, unknown>>, prompt: string): URLSearchParams {
  const ours = ['kakao_sync_flow', params.kakao_sync_flow];
  const sent = [...SENT.map((name) => [name, params[name]]), ['scope', params.kakao_scope], ['prompt', prompt], ours];
  return new URLSearchParams(sent.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Whether `scope` was spelled out without `openid`: then an additional consent issues no ID token. */
export function lacksOpenid(params: Readonly<Record<string, unknown>>): boolean {
  const scope = words(params.kakao_scope);
  return scope.length > 0 && !scope.includes('openid');
}
