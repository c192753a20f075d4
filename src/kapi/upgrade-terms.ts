/** POST /v2/user/upgrade/service_terms: terms agreed to without a screen. Source: kakao-api 2.15. */
import { z } from 'zod';
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { someTags } from './parameters.ts';
import { dateTime, longNumber } from './shapes.ts';

const agreement = z.strictObject({ tag: z.string(), agreed: z.literal(true), agreed_at: dateTime, agreed_by: z.literal('KAPI') });

/** Marks the terms in `tags` as agreed to, and tells those that were not before. Throws InputRefused, SimpleSignupOff. */
export const upgradeTerms = api({
  takes: { tags: someTags },
  gives: z.strictObject({ id: longNumber, agreed_service_terms: z.array(agreement) }),
  async answer({ house, app, link }: Call, { tags }) {
    const agreed = await house.consent.upgradeTerms(app, link, tags);
    return {
      id: exactNumber(link.number),
      agreed_service_terms: agreed.map(({ tag, agreedAt, agreedBy }) => ({
        tag,
        agreed: true,
        agreed_at: isoSeconds(agreedAt),
        agreed_by: agreedBy,
      })),
    };
  },
});
