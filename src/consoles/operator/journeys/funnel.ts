/** `GET /_sim/journeys/funnel`: how far the logins of an app come, and how often each optional row is ticked of how often it is offered. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import type { Journey } from '../../../journeys/index.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { freshDraft } from '../../kit/draft.ts';
import type { Field } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Empty, link } from '../../kit/parts.ts';
import { appChoices } from '../choices.ts';
import { type Head, head } from '../head.ts';

/** A bar of a number out of another one. */
export interface Bar {
  name: string;
  count: number;
  of: number;
  /** In hundredths. */
  share: number;
}

interface FunnelScreen {
  head: Head;
  fields: Field[];
  stages: Bar[];
  rows: Bar[];
  empty: Empty | null;
}

const funnelQuery = z.object({ app: z.string().max(200).optional() });
const funnelPage = screen<FunnelScreen>('operator/funnel');

export function showFunnel(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const { app = '' } = query(ctx, funnelQuery);
    const field = fieldsOf(ctx, freshDraft(house, ctx, { app }));
    const journeys = await house.journeys.all(app || undefined);
    const { begun, shown, agreed, cancelled, tokens } = stagesOf(journeys);
    await funnelPage(ctx, {
      head: head(ctx, {
        heading: t('funnel.title'),
        lead: t('funnel.lead'),
        trail: [{ href: '/_sim/journeys', word: t('journeys.title') }],
      }),
      fields: [field.select('app', t('journeys.app'), await appChoices(house, t('journeys.allApps')))],
      stages: [
        bar(t('funnel.begun'), begun, begun),
        bar(t('funnel.shown'), shown, begun),
        bar(t('funnel.agreed'), agreed, begun),
        bar(t('funnel.cancelled'), cancelled, begun),
        bar(t('funnel.tokens'), tokens, begun),
      ],
      rows: rowsOf(journeys),
      empty:
        begun > 0
          ? null
          : { title: t('journeys.empty'), says: t('journeys.emptyNext'), actions: [link(t('journeys.toHome'), '/', 'primary')] },
    });
  };
}

function stagesOf(journeys: readonly Journey[]) {
  const count = (fits: (journey: Journey) => boolean): number => journeys.filter(fits).length;
  return {
    begun: journeys.length,
    shown: count(({ consent }) => consent !== null),
    agreed: count(({ consent }) => (consent?.ticked ?? null) !== null),
    // 취소 on the consent screen; who leaves the login page has not seen it.
    cancelled: count(({ consent, state }) => consent !== null && state === 'cancelled'),
    tokens: count(({ state }) => state === 'done'),
  };
}

/** Of the screens that were agreed to: what was cancelled says nothing of a row. Most offered first. */
export function rowsOf(journeys: readonly Pick<Journey, 'consent'>[]): Bar[] {
  const counts = new Map<string, { offered: number; ticked: number }>();
  for (const { consent } of journeys) {
    if (!consent?.ticked) continue;
    for (const name of consent.optional) {
      const { offered, ticked } = counts.get(name) ?? { offered: 0, ticked: 0 };
      counts.set(name, { offered: offered + 1, ticked: ticked + (consent.ticked.includes(name) ? 1 : 0) });
    }
  }
  return [...counts].sort(([, a], [, b]) => b.offered - a.offered).map(([name, { offered, ticked }]) => bar(name, ticked, offered));
}

function bar(name: string, count: number, of: number): Bar {
  return { name, count, of, share: of === 0 ? 0 : Math.round((count / of) * 1000) / 10 };
}
