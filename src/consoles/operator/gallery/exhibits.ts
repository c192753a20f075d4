/** What the gallery is handed by the door of the login: its states, and the way to draw one of them. */
import type { Context } from 'koa';
import type { Account } from '../../../accounts/index.ts';
import type { App } from '../../../apps/index.ts';
import type { Source } from '../../../consent/index.ts';
import type { GROUPS } from './axes.ts';

export interface Choice {
  app: App;
  account: Account;
  source: Source;
}

export interface Hanging {
  id: string;
  group: (typeof GROUPS)[number];
  says: { ko: string; en: string };
  /** Of the authorize request that makes it. */
  params: Record<string, string>;
  /** The optional rows of the consent screen that it is of, or null. */
  optional: readonly string[] | null;
  /** What the app lacks for it. Not empty: it cannot be drawn. */
  lacks: readonly string[];
}

export interface Exhibits {
  /** Undefined for an approval that there is not. */
  list(choice: Choice): Promise<Hanging[] | undefined>;
  /** Draws a state as the answer; leaves the answer as it is where there is nothing to draw. */
  draw(ctx: Context, choice: Choice, id: string): Promise<void>;
}
