/** The clock card of `/_sim`, and `POST /_sim/clock/advances`: house time moves forward by hours or days, or to the next due review. */
import type { Context } from 'koa';
import { z } from 'zod';
import { DAY, HOUR, MINUTE } from '../../clock.ts';
import type { House } from '../../house.ts';
import { type Reading, reading } from '../../web/language.ts';
import { type Moment, momentOf } from '../../web/moment.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { saying } from '../kit/done.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import { button } from '../kit/parts.ts';
import { takeForm } from '../kit/take-form.ts';

export interface ClockCard {
  now: Moment;
  /** How far it is ahead of the machine's time, in words. */
  ahead: string;
  /** When the next review falls due by itself, or null. */
  next: Moment | null;
  byHand: Form;
  toReview: Form;
}

const UNITS = { hours: HOUR, days: DAY } as const;
const ADVANCES = '/_sim/clock/advances';
const WHOLE = /^[1-9]\d{0,3}$/;

const advanceForm = z.discriminatedUnion('to', [
  z.object({ to: z.literal('amount'), amount: z.string().trim().regex(WHOLE), unit: z.enum(['hours', 'days']) }),
  z.object({ to: z.literal('next-review') }),
]);

export async function clockCard(
  house: House,
  ctx: Context,
  draft = freshDraft(house, ctx, { amount: '1', unit: 'days' }),
): Promise<ClockCard> {
  const { t } = reading(ctx);
  const { clock, world } = house;
  const next = await world.nextDue();
  const field = fieldsOf(ctx, draft);
  const units = Object.keys(UNITS).map((value) => ({ value, word: t(`clock.unit.${value as keyof typeof UNITS}`) }));
  return {
    now: momentOf(clock.now()),
    ahead: inWords(reading(ctx), clock.offset()),
    next: next === null ? null : momentOf(next),
    byHand: formOf(ctx, draft, {
      action: ADVANCES,
      hidden: { to: 'amount' },
      fields: [field.text('amount', t('clock.amount')), field.select('unit', t('clock.unit'), units)],
      actions: [button(t('clock.advance'), 'primary', { testid: 'clock-advance' })],
    }),
    toReview: formOf(ctx, freshDraft(house, ctx), {
      action: ADVANCES,
      hidden: { to: 'next-review' },
      actions: [
        button(t('clock.toReview'), 'plain', { testid: 'clock-to-review', refusal: next === null ? t('clock.noReviewDue') : null }),
      ],
    }),
  };
}

/** @param draw draws `/_sim` with the form again */
export function advanceClock(house: House, draw: (ctx: Context, draft: Draft, status: number) => Promise<void>) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: advanceForm,
      words: { amount: 'clock.wrongAmount' },
      rules: { clock_too_far: ['amount', 'clock.tooFar'], no_review_due: ['', 'clock.noReviewDue'] },
      apply: (value) =>
        value.to === 'next-review' ? house.world.advanceToNextReview() : house.world.advance(Number(value.amount) * UNITS[value.unit]),
      onward: () => saying('/_sim', 'clockMoved'),
      draw: (draft, status) => draw(ctx, draft, status),
    });
}

function inWords({ t }: Reading, offset: number): string {
  if (offset < MINUTE) return t('clock.notAhead');
  const days = Math.floor(offset / DAY);
  const hours = Math.floor((offset % DAY) / HOUR);
  const minutes = Math.floor((offset % HOUR) / MINUTE);
  return t('clock.ahead', { days, hours, minutes });
}
