/** GET /v1/oidc/userinfo: the user in the words of OpenID Connect. Source: kakao-api 2.5. */
import { z } from 'zod';
import type { Person } from '../accounts/index.ts';
import { api, type TokenCall } from './call.ts';
import { disclosureOf, knownOf } from '../profile/index.ts';
import { OpenIdConnectOff } from './failures.ts';
import { url } from './shapes.ts';

/** Claims that were agreed to; the others are absent. Throws OpenIdConnectOff. */
export const userInfo = api({
  takes: {},
  gives: z.strictObject({
    sub: z.string().regex(/^\d+$/),
    name: z.string().optional(),
    nickname: z.string().optional(),
    picture: url.optional(),
    email: z.email().optional(),
    email_verified: z.boolean().optional(),
    gender: z.enum(['female', 'male']).optional(),
    birthdate: z
      .string()
      .regex(/^(\d{4}-\d\d-\d\d|\d{4})$/)
      .optional(),
    phone_number: z.string().optional(),
    phone_number_verified: z.literal(true).optional(),
  }),
  async answer(call: TokenCall) {
    if (!call.app.openidConnectOn) throw new OpenIdConnectOff(call.app.id);
    const { facts } = disclosureOf(await knownOf(call));
    return {
      sub: call.link.number,
      name: facts.name,
      nickname: facts.nickname,
      picture: facts.imageUrl,
      email: facts.email?.address,
      email_verified: facts.email && facts.email.valid && facts.email.verified,
      gender: facts.gender,
      birthdate: birthdate(facts),
      phone_number: facts.phoneNumber,
      phone_number_verified: facts.phoneNumber === undefined ? undefined : true,
    };
  },
});

/** `2001-03-14`, `2001` without a birthday, `0000-03-14` without a year. */
function birthdate({ birthyear, birthday }: Partial<Person>): string | undefined {
  if (!birthday) return birthyear ?? undefined;
  return `${birthyear ?? '0000'}-${birthday.day.slice(0, 2)}-${birthday.day.slice(2)}`;
}
