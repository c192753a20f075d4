/** A user in the words of kapi: every field that user/me and app/users may tell. Source: kakao-api 2.2. */
import { z } from 'zod';
import { dateTime, longNumber, url } from './shapes.ts';

const flag = z.boolean().optional();
const text = z.string().optional();

const profile = z.strictObject({
  nickname: text,
  thumbnail_image_url: url.optional(),
  profile_image_url: url.optional(),
  is_default_image: flag,
  is_default_nickname: flag,
});

/** Absent groups are items that the app does not use; an absent value was not agreed to or is not known. */
const kakaoAccount = z.strictObject({
  profile_needs_agreement: flag,
  profile_nickname_needs_agreement: flag,
  profile_image_needs_agreement: flag,
  profile: profile.optional(),
  name_needs_agreement: flag,
  name: text,
  has_email: flag,
  email_needs_agreement: flag,
  is_email_valid: flag,
  is_email_verified: flag,
  email: z.email().optional(),
  has_age_range: flag,
  age_range_needs_agreement: flag,
  age_range: z
    .string()
    .regex(/^([01]~9|\d\d~\d\d|90~)$/)
    .optional(),
  has_birthyear: flag,
  birthyear_needs_agreement: flag,
  birthyear: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  has_birthday: flag,
  birthday_needs_agreement: flag,
  birthday: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  birthday_type: z.enum(['SOLAR', 'LUNAR']).optional(),
  is_leap_month: flag,
  has_gender: flag,
  gender_needs_agreement: flag,
  gender: z.enum(['female', 'male']).optional(),
  has_phone_number: flag,
  phone_number_needs_agreement: flag,
  phone_number: z
    .string()
    .regex(/^\+\d{1,3} [\d-]+$/)
    .optional(),
  has_ci: flag,
  ci_needs_agreement: flag,
  ci: text,
  ci_authenticated_at: dateTime.optional(),
});

export const userAnswer = z.strictObject({
  id: longNumber,
  has_signed_up: flag,
  connected_at: dateTime.optional(),
  synched_at: dateTime.optional(),
  properties: z.record(z.string(), z.string()).optional(),
  kakao_account: kakaoAccount.optional(),
});
