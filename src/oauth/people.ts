/** The people of the simulator on login pages. Nearly all of those pages show the same, which is kept as it was drawn last. */
import type { Context } from 'koa';
import type { Account } from '../accounts/index.ts';
import { reading } from '../web/language.ts';
import { fragment } from '../web/screens.ts';
import type { Language } from '../web/text/index.ts';
import { queryWith } from '../web/this-page.ts';
import type { Fragment } from '../web/views.ts';
import { personaCard } from './cards.ts';
import type { People } from './models.ts';

/** Names the persona whose user/me is shown: of each one it would be most of the page. */
export const OPENED = 'user';
/** Where the links lead on a page without a query. */
const PLAIN = `?${OPENED}=`;

const kept = new Map<Language, { people: readonly Account[]; drawn: Fragment }>();

/** What is not the same on all pages. */
export interface Marked {
  /** Who is named by `login_hint`. */
  hinted: Account | undefined;
  /** Whose user/me is shown, as JSON, or null of a person whom the app refuses. */
  opened: { account: Account; user: string | null } | undefined;
}

/** As the page includes them. */
export function peopleShown(ctx: Context, people: readonly Account[], { hinted, opened }: Marked): Fragment {
  const { language } = reading(ctx);
  const link = queryWith(ctx, OPENED, '');
  const isPlain = !hinted && !opened && link === PLAIN;
  const last = kept.get(language);
  if (isPlain && last && isSame(last.people, people)) return last.drawn;
  const personas = people.map((account) =>
    personaCard(account, language, {
      hinted: account.id === hinted?.id,
      link: `${link}${account.key}#persona-${account.key}`,
      user: account === opened?.account ? opened.user : undefined,
    }),
  );
  const drawn = fragment(ctx, { personas } satisfies People);
  if (isPlain) kept.set(language, { people, drawn });
  return drawn;
}

/** Whether they are the same rows: a store hands one out as it is as long as it does not change. */
function isSame(some: readonly Account[], others: readonly Account[]): boolean {
  return some.length === others.length && some.every((account, at) => account === others[at]);
}
