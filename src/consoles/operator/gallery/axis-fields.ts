/** The form of the axes: what can be chosen, and what was. */
import type { House } from '../../../house.ts';
import { momentOf } from '../../../web/moment.ts';
import { eras } from '../../../apps/index.ts';
import { languages, type TextKey, type Translate } from '../../../web/text/index.ts';
import { type Axes, DRAFT, LAYOUTS, LIVE, OWN, WIDTHS } from './axes.ts';

export interface Axis {
  name: string;
  label: string;
  /** Of several any number can be chosen. */
  several: boolean;
  options: { value: string; word: string; isChosen: boolean }[];
}

/** `built` says in a sentence what the pictures are built from. */
export async function axisFields(house: House, t: Translate, axes: Axes): Promise<{ fields: Axis[]; built: string }> {
  const { app, account, from } = axes;
  const axis = (name: string, several: boolean, chosen: readonly unknown[], options: readonly [string, string][]): Axis => ({
    name,
    label: t(`gallery.axis.${name}` as TextKey),
    several,
    options: options.map(([value, word]) => ({ value, word, isChosen: chosen.map(String).includes(value) })),
  });
  const apps = (await house.apps.all()).map(({ id, name }): [string, string] => [id, `${name} (${id})`]);
  const people = (await house.accounts.personas()).map(({ key, nickname }): [string, string] => [key ?? '', `${nickname} (${key})`]);
  const sources = await sourcesOf(house, t, app.id);
  const own = [OWN, t('gallery.own')] as [string, string];
  return {
    fields: [
      axis('app', false, [app.id], apps),
      axis('as', false, [account.key], people),
      axis('from', false, [from], sources),
      axis('era', true, axes.eras, [own, ...eras.map((era): [string, string] => [era, t(`gallery.era.${era}` as TextKey)])]),
      axis('layout', true, axes.layouts, [own, ...LAYOUTS.map((each): [string, string] => [each, t(`gallery.layout.${each}`)])]),
      axis(
        'in',
        true,
        axes.languages,
        languages.map((each): [string, string] => [each, t(`gallery.in.${each}`)]),
      ),
      axis(
        'width',
        true,
        axes.widths,
        WIDTHS.map((width): [string, string] => [String(width), t('gallery.pixels', { width })]),
      ),
    ],
    built: t('gallery.built', { app: app.name, id: app.id, source: sources.find(([value]) => value === from)?.[1] ?? from }),
  };
}

/** As it is now, the draft, and every approval, newest first. */
async function sourcesOf({ sync }: House, t: Translate, appId: string): Promise<[string, string][]> {
  const approvals = (await sync.applications(appId)).filter(({ review }) => review.decision?.outcome === 'approved');
  return [
    [LIVE, t('gallery.source.live')],
    [DRAFT, t('gallery.source.draft')],
    ...approvals.map(({ review }): [string, string] => [
      review.id,
      t('gallery.source.approval', { kind: t(`review.kind.${review.kind}`), at: momentOf(review.decision!.decidedAt).text }),
    ]),
  ];
}
