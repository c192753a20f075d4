/** The clock card of `/_sim`: house time moves forward by hours or days, or to the next due review; it stands still, or runs on. */
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
  /** How it stands to the machine's time, in words. */
  ahead: string;
  /** When the next review falls due by itself, or null. */
  next: Moment | null;
  byHand: Form;
  toReview: Form;
  state: Form;
}

const UNITS = { hours: HOUR, days: DAY } as const;
const ADVANCES = '/_sim/clock/advances';
const STATES = '/_sim/clock/states';
const WHOLE = /^[1-9]\d{0,3}$/;

const advanceForm = z.discriminatedUnion('to', [
  z.object({ to: z.literal('amount'), amount: z.string().trim().regex(WHOLE), unit: z.enum(['hours', 'days']) }),
  z.object({ to: z.literal('next-review') }),
]);

const stateForm = z.object({ state: z.enum(['frozen', 'running']) });

export async function clockCard(
  house: House,
  ctx: Context,
  draft = freshDraft(house, ctx, { amount: '1', unit: 'days' }),
): Promise<ClockCard> {
  const { t } = reading(ctx);
  const { clock, world } = house;
  const next = await world.nextDue();
  const field = fieldsOf(ctx, draft);
  const isFrozen = clock.standing().frozenAt !== null;
  const units = Object.keys(UNITS).map((value) => ({ value, word: t(`clock.unit.${value as keyof typeof UNITS}`) }));
  return {
    now: momentOf(clock.now()),
    ahead: isFrozen ? t('clock.frozen') : inWords(reading(ctx), clock.offset()),
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
    state: formOf(ctx, freshDraft(house, ctx), {
      action: STATES,
      hidden: { state: isFrozen ? 'running' : 'frozen' },
      actions: [button(t(isFrozen ? 'clock.run' : 'clock.freeze'), 'plain', { testid: isFrozen ? 'clock-run' : 'clock-freeze' })],
    }),
  };
}

type DrawDesk = (ctx: Context, draft: Draft, status: number) => Promise<void>;

/** @param draw draws `/_sim` with the form again */
export function advanceClock(house: House, draw: DrawDesk) {
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

/** Stops it, or lets it run on. @param draw draws `/_sim` again */
export function stopClock(house: House, draw: DrawDesk) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: stateForm,
      async apply({ state }) {
        await house.world.setTime({ frozen: state === 'frozen' });
        return state === 'frozen' ? 'clockFrozen' : 'clockRuns';
      },
      onward: (done) => saying('/_sim', done),
      draw: (draft, status) => draw(ctx, draft, status),
    });
}

function inWords({ t }: Reading, offset: number): string {
  const apart = Math.abs(offset);
  if (apart < MINUTE) return t('clock.notAhead');
  const days = Math.floor(apart / DAY);
  const hours = Math.floor((apart % DAY) / HOUR);
  const minutes = Math.floor((apart % HOUR) / MINUTE);
  return t(offset > 0 ? 'clock.ahead' : 'clock.behind', { days, hours, minutes });
}
