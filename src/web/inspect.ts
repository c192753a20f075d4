/** Inspect mode of a screen: `?inspect=on` lays open where everything on it comes from. Without it the page knows nothing of it. */
import type { Context } from 'koa';

const NAME = 'inspect';

/** The switch: where the same page is with or without it. */
export interface InspectSwitch {
  href: string;
  isOn: boolean;
}

export function isInspected(ctx: Context): boolean {
  return ctx.query[NAME] !== undefined;
}

/** What keeps an address in the mode that it is in. */
export function inspectQuery(ctx: Context): Record<string, string> {
  return isInspected(ctx) ? { [NAME]: 'on' } : {};
}

/** @param ticks what goes along when it is switched on */
export function inspectSwitch(ctx: Context, ticks: readonly [string, string][] = []): InspectSwitch {
  const { pathname, searchParams } = new URL(ctx.originalUrl, 'http://localhost');
  const isOn = isInspected(ctx);
  for (const name of [NAME, ...TICKS]) searchParams.delete(name);
  if (!isOn) for (const [name, value] of [[NAME, 'on'], ...ticks] as const) searchParams.append(name, value);
  return { href: searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname, isOn };
}

/** Fields of the consent form. */
const TICKS = ['items', 'item', 'term', 'age', 'channel'];
