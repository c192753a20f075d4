/** What a person changes of their account, form by form. Each is told to the services that the person uses. Source: kakao-api 3.5. */
import { z } from 'zod';
import type { Account } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import type { Words } from '../../web/read-form.ts';
import type { TextKey } from '../../web/text/index.ts';
import type { Typed } from '../../web/typed.ts';
import type { DoneKey } from '../kit/done.ts';
import type { Field } from '../kit/field.ts';
import type { Fields } from '../kit/fields.ts';
import type { Action } from '../kit/parts.ts';
import type { RuleWords } from '../kit/take-form.ts';

type Name = 'profile' | 'email' | 'phone' | 'password' | 'two-step' | 'sessions' | 'deletion';

export interface AccountDeed {
  name: Name;
  look: Action['look'];
  schema: z.ZodType;
  words?: Words<Record<string, string>>;
  rules?: RuleWords;
  stored: (account: Account) => Typed;
  fields: (field: Fields, t: (key: TextKey) => string) => Field[];
  apply: (house: House, accountId: string, value: Record<string, string>) => Promise<unknown>;
  done: DoneKey;
  /** Whether the person is signed out by it. */
  leaves?: boolean;
}

const nothing = { stored: () => ({}), schema: z.object({}), fields: () => [] };
const password = z.string().min(4).max(200);

export const accountDeeds: readonly AccountDeed[] = [
  {
    name: 'profile',
    look: 'plain',
    schema: z.object({ nickname: z.string().trim().min(1).max(20) }),
    stored: ({ nickname }) => ({ nickname }),
    fields: (field, t) => [field.text('nickname', t('signup.nickname'), { hint: t('signup.hint.nickname') })],
    apply: ({ consent }, id, { nickname = '' }) => consent.changeProfile(id, { nickname }),
    done: 'accountChanged',
  },
  {
    name: 'email',
    look: 'plain',
    schema: z.object({ email: z.email().max(200) }),
    rules: { login_taken: ['email', 'signup.taken'] },
    stored: ({ email }) => ({ email: email?.address ?? '' }),
    fields: (field, t) => [field.text('email', t('signup.email'), { type: 'email' })],
    apply: ({ consent }, id, { email = '' }) => consent.changeEmail(id, email),
    done: 'accountChanged',
  },
  {
    name: 'phone',
    look: 'plain',
    schema: z.object({ phone: z.string().regex(/^\+\d{1,3} [\d-]{4,20}$/) }),
    words: { phone: 'manage.wrong.phone' },
    stored: ({ phone }) => ({ phone: phone ?? '' }),
    fields: (field, t) => [field.text('phone', t('manage.phoneNumber'), { hint: t('manage.phoneHint'), placeholder: '+82 10-1234-5678' })],
    apply: ({ consent }, id, { phone = '' }) => consent.changePhone(id, phone),
    done: 'accountChanged',
  },
  {
    name: 'password',
    look: 'plain',
    schema: z.object({ present: z.string().max(200), password }),
    rules: { wrong_login: ['present', 'manage.wrong.present'] },
    stored: () => ({}),
    fields: (field, t) => [
      field.text('present', t('manage.present'), { type: 'password' }),
      field.text('password', t('manage.next'), { type: 'password', hint: t('signup.hint.password') }),
    ],
    apply: ({ consent }, id, { present = '', password: next = '' }) => consent.changePassword(id, present, next),
    done: 'accountChanged',
  },
  {
    name: 'two-step',
    look: 'plain',
    schema: z.object({ twoStep: z.enum(['on', 'off']) }),
    stored: ({ twoStep }) => ({ twoStep: twoStep ? 'on' : 'off' }),
    fields: (field, t) => [
      field.radios('twoStep', t('manage.two-step'), [
        { value: 'on', word: t('developers.on') },
        { value: 'off', word: t('developers.off') },
      ]),
    ],
    apply: ({ consent }, id, { twoStep }) => consent.setTwoStep(id, twoStep === 'on'),
    done: 'accountChanged',
  },
  {
    ...nothing,
    name: 'sessions',
    look: 'plain',
    apply: ({ consent }, id) => consent.signOutEverywhere(id),
    done: 'signedOut',
    leaves: true,
  },
  {
    name: 'deletion',
    look: 'danger',
    schema: z.object({ sure: z.literal('yes') }),
    rules: { still_in_charge: ['', 'manage.inCharge'] },
    stored: () => ({}),
    fields: (field, t) => [field.checks('sure', t('manage.sureOf'), [{ value: 'yes', word: t('manage.sure') }])],
    apply: ({ consent }, id) => consent.deleteAccount(id, 'ACCOUNT_DELETE'),
    done: 'accountDeleted',
    leaves: true,
  },
];
