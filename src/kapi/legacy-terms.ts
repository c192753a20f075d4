/** GET /v1/user/service/terms: the terms API of 2019. Source: kakao-api 2.15. */
import { z } from 'zod';
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';
import { parameters } from './parameters.ts';

/** What the user agreed to and, with `extra=app_service_terms`, the app's terms. Throws InputRefused, SimpleSignupOff. */
export async function legacyTerms({ house, app, link, sent }: Call): Promise<object> {
  const { extra } = parameters(sent, { extra: z.literal('app_service_terms', 'expected app_service_terms').optional() });
  const all = await house.consent.termsOf(app, link);
  const allowed = all.flatMap(({ tag, agreement }) => (agreement ? [{ tag, agreed_at: isoSeconds(agreement.agreedAt) }] : []));
  // The age check is no term of the service and has no dates of its own: it is told where it was agreed to, not here.
  const own = all.flatMap(({ tag, term }) =>
    term ? [{ tag, created_at: isoSeconds(term.createdAt), updated_at: isoSeconds(term.updatedAt) }] : [],
  );
  return { user_id: exactNumber(link.number), allowed_service_terms: allowed, ...(extra && { app_service_terms: own }) };
}
