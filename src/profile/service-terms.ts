/** A service term in the words of user/service_terms. Source: kakao-api 2.15. */
import { isoSeconds } from '../clock.ts';
import type { TermStanding } from '../consent/index.ts';

/** `revocable` follows Kakao's samples: an optional term is, agreed to or not. Its text says otherwise of one not agreed to. */
export function asTerm({ tag, required, agreement }: TermStanding): object {
  const when = agreement && { agreed_at: isoSeconds(agreement.agreedAt), agreed_by: agreement.agreedBy };
  return { tag, required, agreed: agreement !== undefined, revocable: !required, ...when };
}
