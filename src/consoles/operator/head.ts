/** The head of a page of `/_sim`: where it is, what it is about, and what the last form has done. Drawn by partials/operator-head. */
import type { Context } from 'koa';
import { reading } from '../../web/language.ts';
import { doneText } from '../kit/done.ts';
import type { Badge } from '../kit/parts.ts';

export interface Head {
  heading: string;
  /** Of the window: with the name of `/_sim`. */
  title: string;
  lead: string | null;
  badge: Badge | null;
  trail: { href: string; word: string }[];
  done: string | null;
}

export interface HeadOptions {
  heading: string;
  lead?: string;
  badge?: Badge;
  /** Below `/_sim`, which comes by itself. */
  trail?: Head['trail'];
}

export function head(ctx: Context, { heading, lead, badge, trail = [] }: HeadOptions): Head {
  const { t } = reading(ctx);
  return {
    heading,
    title: `${heading} - ${t('operator.title')}`,
    lead: lead ?? null,
    badge: badge ?? null,
    trail: [{ href: '/_sim', word: t('operator.title') }, ...trail],
    done: doneText(ctx),
  };
}

/** Answers a GET of an address that only takes forms, as when the language of its page is changed. */
export function instead(to: (ctx: Context) => string) {
  return (ctx: Context): void => {
    ctx.redirect(to(ctx));
    ctx.status = 303;
  };
}
