/** GET /v1/user/service/terms: the terms API of 2019. Source: kakao-api 2.15. */
import { z } from 'zod';
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { dateTime, longNumber } from './shapes.ts';

/** What the user agreed to and, with `extra=app_service_terms`, the app's terms. Throws InputRefused, SimpleSignupOff. */
export const legacyTerms = api({
  takes: { extra: z.literal('app_service_terms', 'expected app_service_terms').optional() },
  gives: z.strictObject({
    user_id: longNumber,
    allowed_service_terms: z.array(z.strictObject({ tag: z.string(), agreed_at: dateTime })),
    app_service_terms: z.array(z.strictObject({ tag: z.string(), created_at: dateTime, updated_at: dateTime })).optional(),
  }),
  async answer({ house, app, link }: Call, { extra }) {
    const all = await house.consent.termsOf(app, link);
    const allowed = all.flatMap(({ tag, agreement }) => (agreement ? [{ tag, agreed_at: isoSeconds(agreement.agreedAt) }] : []));
    // The age check is no term of the service and has no dates of its own: it is told where it was agreed to, not here.
    const own = all.flatMap(({ tag, term }) =>
      term ? [{ tag, created_at: isoSeconds(term.createdAt), updated_at: isoSeconds(term.updatedAt) }] : [],
    );
    return { user_id: exactNumber(link.number), allowed_service_terms: allowed, ...(extra && { app_service_terms: own }) };
  },
});
