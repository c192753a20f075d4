/** The form of a new Kakao account: before a login (`prompt=create`) and for the consoles. */
import { z } from 'zod';
import type { Translate } from './text/index.ts';

const FIELDS = ['email', 'password', 'nickname', 'birthdate'] as const;
type Field = (typeof FIELDS)[number];
/** What was typed, as it came. */
type Typed = Partial<Record<Field, unknown>>;
type Wrong = Partial<Record<Field, string>>;

const signupForm = z.object({
  email: z.email().max(200),
  password: z.string().min(4).max(200),
  nickname: z.string().trim().min(1).max(20),
  birthdate: z.union([z.literal(''), z.iso.date()]).default(''),
});

/** A person as `accounts.signUp` takes them, or what is wrong with each field, in words. */
export type Signup =
  { person: { email: string; password: string; nickname: string; birthdate: string | null }; wrong: null } | { person: null; wrong: Wrong };

export function readSignup(body: unknown, t: Translate): Signup {
  const sent = signupForm.safeParse(body ?? {});
  if (sent.success) return { person: { ...sent.data, birthdate: sent.data.birthdate || null }, wrong: null };
  const fields = sent.error.issues.map(({ path }) => String(path[0]) as Field);
  return { person: null, wrong: Object.fromEntries(fields.map((field) => [field, t(`signup.wrong.${field}`)])) };
}

export interface SignupField {
  name: string;
  label: string;
  hint: string;
  type: string;
  value: string;
  /** What to mend, or null. */
  wrong: string | null;
}

/** The fields as they are drawn, with what was typed and what is wrong with it. */
export function signupFields(t: Translate, body: unknown, wrong: Wrong): SignupField[] {
  const typed = (body ?? {}) as Typed;
  return FIELDS.map((name) => ({
    name,
    label: t(`signup.${name}`),
    hint: t(`signup.hint.${name}`),
    type: name === 'birthdate' ? 'date' : name === 'nickname' ? 'text' : name,
    // A password is never sent back.
    value: name !== 'password' && typeof typed[name] === 'string' ? typed[name] : '',
    wrong: wrong[name] ?? null,
  }));
}
