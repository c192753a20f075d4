/** GET /v2/user/service_terms: 서비스 약관 동의 내역 확인하기. Source: kakao-api 2.15. */
import { z } from 'zod';
import { asTerm } from '../profile/index.ts';
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { TagsUnknown } from './failures.ts';
import { commaList } from './parameters.ts';
import { dateTime, longNumber } from './shapes.ts';

const results = ['agreed_service_terms', 'app_service_terms'] as const;

const term = z.strictObject({
  tag: z.string(),
  required: z.boolean(),
  agreed: z.boolean(),
  revocable: z.boolean(),
  agreed_at: dateTime.optional(),
  agreed_by: z.enum(['KAUTH', 'KAPI']).optional(),
});

/**
 * The terms that the user agreed to or, with `result=app_service_terms`, all of the app's; only those in `tags` where sent.
 * Throws InputRefused, SimpleSignupOff, TagsUnknown.
 */
export const serviceTerms = api({
  takes: { result: z.enum(results, `expected ${results.join(' or ')}`).optional(), tags: commaList.optional() },
  gives: z.strictObject({ id: longNumber, service_terms: z.array(term) }),
  async answer({ house, app, link }: Call, { result, tags }) {
    const all = await house.consent.termsOf(app, link);
    const unknown = (tags ?? []).filter((tag) => !all.some((each) => each.tag === tag));
    if (unknown.length > 0) throw new TagsUnknown(app.name, unknown);

    const listed = result === 'app_service_terms' ? all : all.filter(({ agreement }) => agreement);
    const asked = tags && tags.length > 0 ? listed.filter(({ tag }) => tags.includes(tag)) : listed;
    return { id: exactNumber(link.number), service_terms: asked.map(asTerm) };
  },
});
