/** A state of the gallery: something of the login that can be looked at, drawn by what draws it at work. */
import type { Context } from 'koa';
import type { Account } from '../../accounts/index.ts';
import type { App } from '../../apps/index.ts';
import type { Ground, Source, StateGroup } from '../../consent/index.ts';
import type { House } from '../../house.ts';

export type GalleryGroup = StateGroup | 'login' | 'errors';

/** What the states are staged with. The app may be in another era or layout than the stored one. */
export interface Choice {
  app: App;
  account: Account;
  source: Source;
}

export interface Scene extends Choice {
  house: House;
  ground: Ground;
}

export interface GalleryState {
  id: string;
  group: GalleryGroup;
  says: { ko: string; en: string };
  /** The parameters of the authorize request that make it, as they are sent. */
  params(scene: Scene): Record<string, string>;
  /** The optional rows of the consent screen that it is of; of other pages there is nothing to say. */
  optional?(scene: Scene): string[] | null;
  /** What the app lacks for it: parts of the table of states, `signup`, `channels`, or `live`. Not empty: it cannot be drawn. */
  lacks(scene: Scene): readonly string[];
  /** Draws it as the answer, and changes nothing. */
  draw(ctx: Context, scene: Scene): Promise<void>;
}

/** House time of what is shown with a date, so that the same twice is the same picture. */
export const SHOWN_AT = Date.parse('2026-01-05T09:00:00+09:00');

export const NO_PARAMS = () => ({});
export const NOTHING_LACKS = () => [];
