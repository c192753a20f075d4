/** The axes of the gallery: which app, person and source, and every era, layout, language and width that its columns show. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { Account } from '../../../accounts/index.ts';
import { type App, eras } from '../../../apps/index.ts';
import type { Source } from '../../../consent/index.ts';
import type { House } from '../../../house.ts';
import { list, query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { type Language, languages } from '../../../web/text/index.ts';

/** As the app has it. */
export const OWN = 'own';
export const LAYOUTS = ['classic', 'newer'] as const;
export const WIDTHS = [360, 768, 1280] as const;
export const GROUPS = ['first', 'again', 'terms', 'ages', 'contents', 'login', 'errors'] as const;
/** Where the contents of a screen come from; the id of a review stands for its approval. */
export const LIVE = 'live';
export const DRAFT = 'draft';

export const GALLERY = '/_sim/gallery';

/** One picture: everything but the state. */
export interface Shown {
  as: string;
  from: string;
  era: string;
  layout: string;
  in: Language;
}

export interface Axes {
  app: App;
  account: Account;
  from: string;
  eras: string[];
  layouts: string[];
  languages: Language[];
  widths: (typeof WIDTHS)[number][];
  group: (typeof GROUPS)[number];
}

const era = z.enum([OWN, ...eras]);
const layout = z.enum([OWN, ...LAYOUTS]);
const language = z.enum(languages as [Language, ...Language[]]);
const width = z.enum(WIDTHS.map(String) as [string, ...string[]]).transform((text) => Number(text) as (typeof WIDTHS)[number]);
const several = <T extends z.ZodType>(each: T) => z.preprocess(list, z.array(each).max(10));

const common = { as: z.string().max(100).optional(), from: z.string().max(200).default(LIVE) };
const axesQuery = z.object({
  ...common,
  app: z.string().max(30).optional(),
  era: several(era),
  layout: several(layout),
  in: several(language),
  width: several(width),
  group: z.enum(GROUPS).default('first'),
});
const shownQuery = z.object({ ...common, era: era.default(OWN), layout: layout.default(OWN), in: language.optional() });

/** What the query of the gallery chooses. Undefined for an app that there is not, or in a world without people. Throws InputRefused. */
export async function axesOf(house: House, ctx: Context): Promise<Axes | undefined> {
  const asked = query(ctx, axesQuery);
  const app = asked.app ? await house.apps.byId(asked.app) : await usualApp(house);
  const account = await personOf(house, asked.as);
  if (!app || !account) return undefined;
  const { from, group } = asked;
  return {
    app,
    account,
    from,
    group,
    eras: orUsual(asked.era, OWN),
    layouts: orUsual(asked.layout, OWN),
    languages: orUsual(asked.in, reading(ctx).language),
    widths: orUsual(asked.width, WIDTHS[0]),
  };
}

/** The same of one picture. */
export async function shownOf(house: House, ctx: Context): Promise<{ app: App; account: Account; shown: Shown } | undefined> {
  const asked = query(ctx, shownQuery);
  const app = await house.apps.byId(String(ctx.params.app));
  const account = await personOf(house, asked.as);
  if (!app || !account) return undefined;
  return { app, account, shown: { ...asked, as: account.key ?? '', in: asked.in ?? reading(ctx).language } };
}

/** The app as a picture has it. */
export function inAxes(app: App, { era: chosen, layout: other }: Pick<Shown, 'era' | 'layout'>): App {
  return {
    ...app,
    ...(chosen !== OWN && { era: chosen as App['era'] }),
    switches: { ...app.switches, ...(other !== OWN && { consentLayout: other as (typeof LAYOUTS)[number] }) },
  };
}

export function sourceOf(from: string): Source {
  if (from === LIVE || from === DRAFT) return { from };
  return { from: 'approval', reviewId: from };
}

/** Where a state hangs by itself. What is as usual is left out, so that the address says what is not. */
export function pathOf(appId: string, state: string, shown: Shown, more: Readonly<Record<string, string>> = {}): string {
  const { era: chosen, layout: other, from, ...rest } = shown;
  const parts = {
    ...rest,
    ...(from !== LIVE && { from }),
    ...(chosen !== OWN && { era: chosen }),
    ...(other !== OWN && { layout: other }),
    ...more,
  };
  return `${GALLERY}/${encodeURIComponent(appId)}/${state}?${new URLSearchParams(parts)}`;
}

/** The first app with something to look at. */
async function usualApp({ apps }: House): Promise<App | undefined> {
  const all = await apps.all();
  return all.find(({ loginOn, simpleSignupOn }) => loginOn && simpleSignupOn) ?? all[0];
}

/** The person with this key; the first one there is unless somebody is named. */
async function personOf({ accounts }: House, key: string | undefined): Promise<Account | undefined> {
  return key ? accounts.persona(key) : (await accounts.personas())[0];
}

function orUsual<T>(chosen: T[], usual: T): T[] {
  return chosen.length > 0 ? [...new Set(chosen)] : [usual];
}
