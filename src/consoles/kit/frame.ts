/** The frame of a console's page: which console, who is signed in, where one is, how far one has come. Drawn by layouts/console-top. */
import type { Context } from 'koa';
import type { Account } from '../../accounts/index.ts';
import { reading } from '../../web/language.ts';
import { doneText } from './done.ts';
import type { Badge } from './parts.ts';
import { personIfAny, signInPath } from './person.ts';
import { type RoadMap, roadMap } from './road-map.ts';
import type { RoadFacts } from './road.ts';
import { pictureOf } from './sign-in.ts';

export type ConsoleName = 'center' | 'developers' | 'business';

export interface Frame {
  theme: ConsoleName;
  /** Heading of the page. The title of its window has the console's name, too. */
  heading: string;
  title: string;
  lead: string | null;
  badge: Badge | null;
  /** A picture beside the heading, or the first letter of a name. */
  portrait: { name: string; image: string | null; kind: 'round' | 'square' } | null;
  consoles: { name: ConsoleName; word: string; path: string; isCurrent: boolean }[];
  /** Null on a page that anybody may read, to whom nobody is signed in. */
  person: { nickname: string; login: string; image: string | null } | null;
  /** Where one signs in, to come back here. */
  signIn: string;
  /** The way here from the console's first page; the page itself is not among it. */
  trail: { href: string; word: string }[];
  road: RoadMap | null;
  /** What the last form has done. */
  done: string | null;
}

export interface FrameOptions {
  heading: string;
  lead?: string;
  badge?: Badge;
  portrait?: NonNullable<Frame['portrait']>;
  /** Below the console's first page, which comes by itself (and not on that page). */
  trail?: Frame['trail'];
  /** How far one has come; null on pages that are about nobody's app or profile. */
  road: RoadFacts | null;
}

const CONSOLES: readonly ConsoleName[] = ['center', 'developers', 'business'];

/** The frame of a page behind `signedIn` or `knowsPerson`. */
export function frame(ctx: Context, theme: ConsoleName, { heading, lead, badge, portrait, trail = [], road }: FrameOptions): Frame {
  const { t } = reading(ctx);
  const person = personIfAny(ctx);
  const home = { href: `/${theme}`, word: t(`console.${theme}`) };
  return {
    theme,
    heading,
    title: heading === home.word ? heading : `${heading} - ${home.word}`,
    lead: lead ?? null,
    badge: badge ?? null,
    portrait: portrait ?? null,
    consoles: CONSOLES.map((name) => ({ name, word: t(`console.${name}`), path: `/${name}`, isCurrent: name === theme })),
    person: person ? cardOf(person) : null,
    signIn: signInPath(ctx.originalUrl),
    trail: ctx.path === home.href ? [] : [home, ...trail],
    road: road && roadMap(t, road, ctx.path),
    done: doneText(ctx),
  };
}

function cardOf(person: Account): NonNullable<Frame['person']> {
  return { nickname: person.nickname, login: person.email?.address ?? person.phone ?? person.key ?? '', image: pictureOf(person) };
}
