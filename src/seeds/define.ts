/** What a config file may say, as types: an editor completes it, and a misspelt key is red. */
import type { z } from 'zod';
import type { Config } from '../config.ts';
import type { seedInput } from '../store/seed/short.ts';
import type { faultInput } from './faults.ts';

type Input = z.input<typeof seedInput>;
type Each<T extends 'accounts' | 'apps'> = NonNullable<Input[T]>[number];
type Words = { ko: string; en: string };
type Term = NonNullable<Each<'apps'>['terms']>[number];
type Item = NonNullable<Each<'apps'>['items']>[number];
type Callbacks = NonNullable<Each<'apps'>['callbacks']>;

/** A person; one with a `key` is offered on the login page. */
export type ConfiguredAccount = Omit<Each<'accounts'>, 'email' | 'says'> & {
  email?: string | Each<'accounts'>['email'];
  says?: string | Words | null;
};

/** An app; what is left out is made up, the same at each start. */
export type ConfiguredApp = Omit<Each<'apps'>, 'terms' | 'items' | 'callbacks'> & {
  /** Approved terms: a tag alone is a required one. */
  terms?: (string | (Omit<Term, 'title' | 'required'> & { title?: string | Words; required?: boolean }))[];
  /** Consent items; by name they are approved where that is needed. */
  items?: Record<string, Item['state']> | Item[];
  callbacks?: { [Kind in keyof Callbacks]?: string | Callbacks[Kind] };
};

/** Settings and a world, side by side. */
export type SimulatorConfig = Partial<Config> &
  Omit<Input, 'accounts' | 'apps'> & { accounts?: ConfiguredAccount[]; apps?: ConfiguredApp[]; faults?: z.input<typeof faultInput>[] };

/** Gives a `kakao-sync.config.ts` its types; it returns what it gets. */
export function defineConfig(config: SimulatorConfig): SimulatorConfig {
  return config;
}
