/** `GET /_sim/gallery`: the matrix of states and axes, each picture the real screen in a frame. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import type { TextKey, Translate } from '../../../web/text/index.ts';
import type { Tabs } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { type Axes, axesOf, GALLERY, GROUPS, inAxes, OWN, pathOf, sourceOf } from './axes.ts';
import { axisFields, type Axis } from './axis-fields.ts';
import type { Exhibits, Hanging } from './exhibits.ts';

interface Picture {
  href: string;
  /** What of the axes it shows: only those of which several are chosen, or all of them where none is. */
  caption: string;
  width: number;
}

interface StateCard {
  id: string;
  name: string;
  /** The parameters of the authorize request, or null. */
  request: string | null;
  /** Why it cannot be drawn, or null. */
  lacks: string | null;
  pictures: Picture[];
}

interface GalleryScreen {
  head: Head;
  groups: Tabs;
  axes: Axis[];
  /** Sent along with the axes. */
  group: string;
  built: string;
  states: StateCard[];
  /** In a sentence, where there is nothing to show. */
  empty: string | null;
}

const galleryPage = screen<GalleryScreen>('operator/gallery');

export function showGallery(house: House, exhibits: Exhibits) {
  return async (ctx: Context): Promise<void> => {
    const axes = await axesOf(house, ctx);
    if (!axes) return;
    const { t } = reading(ctx);
    const { app, account, from, group } = axes;
    const hangings = await exhibits.list({ app: inAxes(app, columnsOf(axes)[0]!), account, source: sourceOf(from) });
    const { fields, built } = await axisFields(house, t, axes);
    await galleryPage(ctx, {
      head: head(ctx, { heading: t('gallery.title'), lead: t('gallery.lead') }),
      groups: groupTabs(t, ctx, axes, hangings ?? []),
      axes: fields,
      group,
      built,
      states: (hangings ?? []).filter((each) => each.group === group).map((each) => cardOf(ctx, axes, each)),
      empty: hangings ? null : t('gallery.noSource'),
    });
  };
}

interface Column {
  era: string;
  layout: string;
  language: Axes['languages'][number];
  width: Axes['widths'][number];
}

function columnsOf({ eras, layouts, languages, widths }: Axes): Column[] {
  return eras.flatMap((era) =>
    layouts.flatMap((layout) => languages.flatMap((language) => widths.map((width) => ({ era, layout, language, width })))),
  );
}

function cardOf(ctx: Context, axes: Axes, { id, says, params, lacks }: Hanging): StateCard {
  const { t, language } = reading(ctx);
  const request = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  const picture = (column: Column): Picture => ({
    href: pathOf(axes.app.id, id, { as: axes.account.key ?? '', from: axes.from, ...column, in: column.language }),
    caption: captionOf(t, column),
    width: column.width,
  });
  return {
    id,
    name: says[language],
    request: request.length > 0 ? request.join('&') : null,
    lacks: lacks.length > 0 ? t('gallery.lacks', { what: lacks.map((part) => t(`gallery.part.${part}` as TextKey)).join(', ') }) : null,
    pictures: lacks.length > 0 ? [] : columnsOf(axes).map(picture),
  };
}

/** What is as the app has it goes without saying. */
function captionOf(t: Translate, column: Column): string {
  const { language, width } = column;
  const differing = (['era', 'layout'] as const).filter((axis) => column[axis] !== OWN);
  const said = differing.map((axis) => t(`gallery.${axis}.${column[axis]}` as TextKey));
  return [...said, t(`gallery.in.${language}`), t('gallery.pixels', { width })].join(' · ');
}

function groupTabs(t: Translate, ctx: Context, { group }: Axes, hangings: readonly Hanging[]): Tabs {
  const hrefOf = (other: string): string => {
    const params = new URLSearchParams(ctx.querystring);
    params.set('group', other);
    params.delete('lang');
    return `${GALLERY}?${params}`;
  };
  return {
    label: t('gallery.groups'),
    tabs: GROUPS.map((each) => ({
      word: t(`gallery.group.${each}`),
      href: hrefOf(each),
      isCurrent: each === group,
      count: hangings.filter((hanging) => hanging.group === each).length,
    })),
  };
}
