/** `kakao_account` of user/me, group by group. A group is absent unless the app uses its consent item. Source: kakao-api 2.2, 2.3. */
import type { Disclosure } from './disclosure.ts';
import { present } from './present.ts';
import type { Wanted } from './property-keys.ts';

type Fields = Record<string, unknown>;

/** By the name under which `property_keys` asks for the group; asking for one brings all of its fields. */
const groups: Readonly<Record<string, (disclosure: Disclosure) => Fields>> = {
  /** The combined item of older apps, and the two of today. */
  profile: ({ facts, needsAgreement }) => ({
    profile_needs_agreement: needsAgreement('profile'),
    profile_nickname_needs_agreement: needsAgreement('profile_nickname'),
    profile_image_needs_agreement: needsAgreement('profile_image'),
    profile: present<unknown>({
      nickname: facts.nickname,
      thumbnail_image_url: facts.thumbnailUrl,
      profile_image_url: facts.imageUrl,
      is_default_image: facts.isDefaultImage,
      is_default_nickname: facts.isDefaultNickname,
    }),
  }),
  name: ({ facts, needsAgreement }) => ({ name_needs_agreement: needsAgreement('name'), name: facts.name }),
  email: ({ facts, needsAgreement, has }) => ({
    has_email: has('account_email'),
    email_needs_agreement: needsAgreement('account_email'),
    is_email_valid: facts.email?.valid,
    is_email_verified: facts.email?.verified,
    email: facts.email?.address,
  }),
  age_range: ({ facts, needsAgreement, has }) => ({
    has_age_range: has('age_range'),
    age_range_needs_agreement: needsAgreement('age_range'),
    age_range: facts.ageRange,
  }),
  birthyear: ({ facts, needsAgreement, has }) => ({
    has_birthyear: has('birthyear'),
    birthyear_needs_agreement: needsAgreement('birthyear'),
    birthyear: facts.birthyear,
  }),
  birthday: ({ facts, needsAgreement, has }) => ({
    has_birthday: has('birthday'),
    birthday_needs_agreement: needsAgreement('birthday'),
    birthday: facts.birthday?.day,
    birthday_type: facts.birthday?.type,
    is_leap_month: facts.birthday?.isLeapMonth,
  }),
  gender: ({ facts, needsAgreement, has }) => ({
    has_gender: has('gender'),
    gender_needs_agreement: needsAgreement('gender'),
    gender: facts.gender,
  }),
  phone_number: ({ facts, needsAgreement, has }) => ({
    has_phone_number: has('phone_number'),
    phone_number_needs_agreement: needsAgreement('phone_number'),
    phone_number: facts.phoneNumber,
  }),
  ci: ({ facts, needsAgreement, has }) => ({
    has_ci: has('account_ci'),
    ci_needs_agreement: needsAgreement('account_ci'),
    ci: facts.ci?.value,
    ci_authenticated_at: facts.ci?.authenticatedAt,
  }),
};

/** What is told of a preregistered user. Source: kakao-api 2.9. */
const BEFORE_SIGNUP = ['profile', 'is_email_valid', 'is_email_verified', 'email'];

/** The wanted groups, or undefined when there is nothing in any of them. */
export function kakaoAccount(disclosure: Disclosure, wanted: Wanted): Fields | undefined {
  const asked = Object.entries(groups).filter(([name]) => wanted.group(name));
  return present(Object.assign({}, ...asked.map(([, fields]) => fields(disclosure))) as Fields);
}

/** The fields of these that a preregistered user's app may know, or undefined when there are none. */
export function beforeSignup(fields: Fields): Fields | undefined {
  return present(Object.fromEntries(Object.entries(fields).filter(([name]) => BEFORE_SIGNUP.includes(name))));
}
