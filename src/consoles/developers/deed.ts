/**
 * Deeds: everything that can be done to an app from its page. Each one is a form with a path of its own below the app's;
 * it is applied once, for whoever has the role, and answered with the section that it changed.
 */
import type { Context } from 'koa';
import type { z } from 'zod';
import type { App, AppRole } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import type { Words } from '../../web/read-form.ts';
import type { Translate } from '../../web/text/index.ts';
import type { Typed } from '../../web/typed.ts';
import type { DoneKey } from '../kit/done.ts';
import type { Draft } from '../kit/draft.ts';
import type { Fact } from '../kit/parts.ts';
import { type FileKinds, takeFiles } from '../kit/take-files.ts';
import { type RuleWords, takeForm } from '../kit/take-form.ts';
import { pathOf } from './cards.ts';
import type { SectionId } from './section.ts';

/** Who does it, to what. */
export interface Doing {
  house: House;
  by: string;
  app: App;
  /** Of the path. */
  params: Params;
}

export type Params = Readonly<Record<string, string>>;

/** What the page says that asks first. */
export interface Asked {
  heading: string;
  says: string;
  summary: Fact[];
  warning: string | null;
  button: string;
}

interface Made<S extends z.ZodType> {
  /** Below the path of the app: `members/:member`. */
  path: string;
  /** The section that it changes. */
  section: (params: Params) => SectionId;
  needs: AppRole;
  schema: (params: Params) => S;
  words?: Words<z.input<S>>;
  rules?: (params: Params) => RuleWords;
  files?: FileKinds;
  /** What its form shows of what is stored: it is refused when that was changed meanwhile. */
  stored?: (app: App) => Typed;
  /** One call into a room. */
  apply: (doing: Doing, value: z.output<S>) => Promise<unknown>;
  done?: DoneKey;
  /** What cannot be undone is asked for on a page of its own. Throws where there is nothing to do it to. */
  asks?: (doing: Doing, t: Translate) => Asked | Promise<Asked>;
}

export interface Deed extends Pick<Made<z.ZodType>, 'path' | 'section' | 'needs' | 'asks' | 'files'> {
  /** Takes the form; `draw` draws it again. */
  take: (doing: Doing, ctx: Context, draw: (draft: Draft, status: number) => Promise<void>) => Promise<void>;
}

export function deed<S extends z.ZodType>(made: Made<S>): Deed {
  const { schema, words, rules, files, stored, apply, done = 'saved', section, path, needs, asks } = made;
  return {
    path,
    section,
    needs,
    ...(asks && { asks }),
    ...(files && { files }),
    async take(doing, ctx, draw) {
      const { house, app, params } = doing;
      await takeForm(house, ctx, {
        schema: schema(params),
        ...(words && { words }),
        ...(rules && { rules: rules(params) }),
        ...(files && { found: await takeFiles(house, ctx, files) }),
        ...(stored && { stored: async () => stored((await house.apps.byId(app.id)) ?? app) }),
        apply: (value) => apply(doing, value),
        onward: () => doneIn(app, section(params), done),
        draw,
      });
    },
  };
}

/** The section of the app's page, which says there what was done. */
function doneIn(app: App, section: SectionId, done: DoneKey): string {
  return `${pathOf(app)}?${new URLSearchParams({ done, in: section })}#${section}`;
}
