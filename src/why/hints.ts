/** What probably happened, read from the facts of a refusal: the mistakes that integrations really make. Source: kakao-api 1.6, 1.8, 2.0, 7. */
import type { Refusal } from '../refusals/index.ts';
import type { TextKey } from '../web/text/index.ts';
import type { UriDifference } from './uri-difference.ts';

export interface Hint {
  text: TextKey;
  values?: Record<string, string>;
}

/** Why the provider could not redeem a code, by its own words. */
const CODES: readonly [about: string, text: TextKey][] = [
  ['consumed', 'why.hint.codeUsed'],
  ['expired', 'why.hint.codeExpired'],
  ['not found', 'why.hint.codeUnknown'],
  ['PKCE', 'why.hint.pkce'],
];

/** The likeliest first; empty when the facts say it all. */
export function hintsOf({ rule, keyType, details }: Refusal, difference: UriDifference | undefined): Hint[] {
  // Nobody has made a mistake.
  if (details.fault) return [];
  const differences = (difference?.differences ?? []).map((each): Hint => ({ text: `why.uri.${each}` }));
  const detail = String(details.detail ?? '');
  const code = rule === 'KOE320' ? CODES.find(([about]) => detail.includes(about)) : undefined;
  return [
    ...differences,
    ...(Array.isArray(details.registered) && details.registered.length === 0 ? [{ text: 'why.hint.noneRegistered' } as const] : []),
    ...(code ? [{ text: code[1] }] : []),
    ...(details.basic === true ? [{ text: 'why.hint.basic' } as const] : []),
    ...(rule === 'KOE010' ? [{ text: details.sent ? 'why.hint.secretWrong' : 'why.hint.secretMissing' } as const] : []),
    ...keyHints(rule, keyType),
    ...(Array.isArray(details.awaiting) && details.awaiting.length > 0
      ? [{ text: 'why.hint.awaitingReview', values: { items: details.awaiting.join(', ') } } as const]
      : []),
  ];
}

/** A key where a token is due, a client's key where the admin key is due, an admin key where a token is due. */
function keyHints(rule: string, keyType: Refusal['keyType']): Hint[] {
  const isClientKey = keyType === 'rest' || keyType === 'javascript' || keyType === 'native';
  if (rule === 'admin_key_unknown' && isClientKey) return [{ text: 'why.hint.clientKeyAsAdmin' }];
  if (rule === 'token_unknown' && (isClientKey || keyType === 'admin')) return [{ text: 'why.hint.keyAsToken' }];
  if (rule === 'no_authentication_key' && keyType === 'admin') return [{ text: 'why.hint.adminNotTaken' }];
  return [];
}
