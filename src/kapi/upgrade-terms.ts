/** POST /v2/user/upgrade/service_terms: terms agreed to without a screen. Source: kakao-api 2.15. */
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';
import { parameters, someTags } from './parameters.ts';

/** Marks the terms in `tags` as agreed to, and tells those that were not before. Throws InputRefused, SimpleSignupOff. */
export async function upgradeTerms({ house, app, link, sent }: Call): Promise<object> {
  const { tags } = parameters(sent, { tags: someTags });
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
}
