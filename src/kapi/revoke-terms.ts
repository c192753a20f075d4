/** POST /v2/user/revoke/service_terms: 서비스 약관 동의 철회하기. Source: kakao-api 2.15. */
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';
import { parameters, someTags } from './parameters.ts';

/** Takes back the agreement to the terms in `tags`, and tells which it was. Throws InputRefused, TermsUnknown, SimpleSignupOff. */
export async function revokeTerms({ house, app, link, sent }: Call): Promise<object> {
  const { tags } = parameters(sent, { tags: someTags });
  const revoked = await house.consent.revokeTerms(app, link, tags);
  return { id: exactNumber(link.number), revoked_service_terms: revoked.map((tag) => ({ tag, agreed: false })) };
}
