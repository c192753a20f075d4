/** GET /v2/user/service_terms: 서비스 약관 동의 내역 확인하기. Source: kakao-api 2.15. */
import { z } from 'zod';
import { isoSeconds } from '../clock.ts';
import type { TermStanding } from '../consent/index.ts';
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';
import { TagsUnknown } from './failures.ts';
import { commaList, parameters } from './parameters.ts';

const results = ['agreed_service_terms', 'app_service_terms'] as const;

/**
 * The terms that the user agreed to or, with `result=app_service_terms`, all of the app's; only those in `tags` where sent.
 * Throws InputRefused, SimpleSignupOff, TagsUnknown.
 */
export async function serviceTerms({ house, app, link, sent }: Call): Promise<object> {
  const { result, tags } = parameters(sent, {
    result: z.enum(results, `expected ${results.join(' or ')}`).optional(),
    tags: commaList.optional(),
  });
  const all = await house.consent.termsOf(app, link);
  const unknown = (tags ?? []).filter((tag) => !all.some((term) => term.tag === tag));
  if (unknown.length > 0) throw new TagsUnknown(app.name, unknown);

  const listed = result === 'app_service_terms' ? all : all.filter(({ agreement }) => agreement);
  const asked = tags && tags.length > 0 ? listed.filter(({ tag }) => tags.includes(tag)) : listed;
  return { id: exactNumber(link.number), service_terms: asked.map(asTerm) };
}

/** `revocable` follows Kakao's samples: an optional term is, agreed to or not. Its text says otherwise of one not agreed to. */
function asTerm({ tag, required, agreement }: TermStanding): object {
  const when = agreement && { agreed_at: isoSeconds(agreement.agreedAt), agreed_by: agreement.agreedBy };
  return { tag, required, agreed: agreement !== undefined, revocable: !required, ...when };
}
