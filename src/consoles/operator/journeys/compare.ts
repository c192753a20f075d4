/** `GET /_sim/journeys/:id/compare/:other`: two logins side by side, and what differs. Secrets are masked. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { type Journey, type JourneyStep, pathOf } from '../../../journeys/index.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { type Head, head } from '../head.ts';
import { align, type Difference, differencesOf } from './align.ts';
import { maskOf } from './mask.ts';
import { stepCards } from './steps.ts';
import { type JourneyCard, journeyCard } from './words.ts';

interface CompareScreen {
  head: Head;
  sides: [JourneyCard, JourneyCard];
  lines: { title: string; left: number | null; right: number | null; differences: Difference[] }[];
  /** How many steps differ, in words. */
  says: string;
}

const comparePage = screen<CompareScreen>('operator/compare');

export function showComparison(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const first = await house.journeys.byId(String(ctx.params.id));
    const second = await house.journeys.byId(String(ctx.params.other));
    if (!first || !second) return;
    const [left, right] = [await stepsOf(house, ctx, first), await stepsOf(house, ctx, second)];
    const lines = align(left, right).map((pair) => ({
      title: (pair.left ?? pair.right)!.title,
      left: pair.left?.status ?? null,
      right: pair.right?.status ?? null,
      differences: differencesOf(pair),
    }));
    const count = lines.filter((line) => line.left === null || line.right === null || line.differences.length > 0).length;
    await comparePage(ctx, {
      head: head(ctx, { heading: t('compare.title'), trail: [{ href: '/_sim/journeys', word: t('journeys.title') }] }),
      sides: [await journeyCard(house, t, first), await journeyCard(house, t, second)],
      lines,
      says: count === 0 ? t('compare.same') : t('compare.differs', { count }),
    });
  };
}

async function stepsOf(house: House, ctx: Context, journey: Journey) {
  const steps = await house.journeys.steps(journey.id);
  const cards = await stepCards(house, reading(ctx).t, journey, steps, maskOf(steps));
  return cards.map((card, at) => ({ ...card, asked: askedBy(steps[at]!) }));
}

/** Without the uid of a page, which no other login has. */
function askedBy(step: JourneyStep): string {
  return `${step.method} ${pathOf(step).replace(/^(\/oauth\/(?:authorize|login|signup|consent))\/.*$/, '$1/:uid')}`;
}
