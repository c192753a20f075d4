/** POST /v2/user/revoke/service_terms: 서비스 약관 동의 철회하기. Source: kakao-api 2.15. */
import { z } from 'zod';
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { someTags } from './parameters.ts';
import { longNumber } from './shapes.ts';

/** Takes back the agreement to the terms in `tags`, and tells which it was. Throws InputRefused, TermsUnknown, SimpleSignupOff. */
export const revokeTerms = api({
  takes: { tags: someTags },
  gives: z.strictObject({
    id: longNumber,
    revoked_service_terms: z.array(z.strictObject({ tag: z.string(), agreed: z.literal(false) })),
  }),
  async answer({ house, app, link }: Call, { tags }) {
    const revoked = await house.consent.revokeTerms(app, link, tags);
    return { id: exactNumber(link.number), revoked_service_terms: revoked.map((tag) => ({ tag, agreed: false })) };
  },
});
