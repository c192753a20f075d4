/** What a setting is made of. The table of them is in config.ts. */
import { z } from 'zod';
import { RuleBroken } from './rule.ts';

/** A setting has a value that does not fit. Names the flag or variable, what was expected and what came. */
export class SettingRefused extends RuleBroken {
  readonly code = 'setting_refused';
}

const PORT = 'expected a number from 0 to 65535';
export const port = z.coerce
  .string()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .refine((number) => number <= 65535, PORT);
export const onOff = z.union([z.boolean(), z.stringbool()], 'expected true or false');

export interface Setting<T> {
  /** Null for what must not stand on a command line, where every user of the machine can read it. */
  flag: string | null;
  schema: z.ZodType<T>;
  default: T;
  doc: string;
}
type Make = <T>(flag: string | null, schema: z.ZodType<T>, fallback: T, doc: string) => Setting<T>;
export const setting: Make = (flag, schema, fallback, doc) => ({ flag, schema, default: fallback, doc });
