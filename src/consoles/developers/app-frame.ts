/** The frame of a page about an app: its icon and name, and how far it has come. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import { iconPath } from '../../web/icons.ts';
import type { Translate } from '../../web/text/index.ts';
import { type Frame, frame } from '../kit/frame.ts';
import type { RoadFacts } from '../kit/road.ts';
import { pathOf } from './cards.ts';

/** @param below heading of a page below the app's own */
export function appFrame(ctx: Context, t: Translate, app: App, road: RoadFacts | null, below?: string): Frame {
  const { name, company } = app;
  if (below) return frame(ctx, 'developers', { heading: below, trail: [{ href: pathOf(app), word: name }], road });
  const portrait = { name, image: iconPath(app), kind: 'square' } as const;
  return frame(ctx, 'developers', { heading: name, lead: company, portrait, road });
}
