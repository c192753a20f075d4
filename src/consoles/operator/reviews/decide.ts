/** `POST /_sim/reviews/:id/approval`, `…/rejection` and `…/url-checks`. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { AlreadyDecided } from '../../../reviews/index.ts';
import type { TextKey } from '../../../web/text/index.ts';
import { saying } from '../../kit/done.ts';
import { takeForm } from '../../kit/take-form.ts';
import type { DecisionForms } from './forms.ts';
import { drawReview } from './page.ts';
import { pathOf } from './words.ts';

const MOST = 400;
const reason = { ready: z.string().max(MOST).default(''), own: z.string().trim().max(MOST).default('') };
const part = z.object({ part: z.string(), out: z.string().optional(), ...reason });
const approvalForm = z
  .object({ scope: z.enum(['whole', 'part']), parts: z.array(part).default([]) })
  .refine(({ scope, parts }) => scope === 'whole' || parts.some(({ out }) => out), {
    error: 'review.chooseParts' satisfies TextKey,
    path: ['parts'],
  });
const rejectionForm = z.object(reason);

/** Approves all of it, or all but the parts that are left out. */
export function approveReview(house: House) {
  return (ctx: Context): Promise<void> =>
    orTooLate(house, ctx, async () => {
      const review = await house.reviews.byId(idOf(ctx));
      const shown = (ctx.request.body as { scope?: unknown } | undefined)?.scope === 'part' ? 'inPart' : 'approve';
      await takeForm(house, ctx, {
        schema: approvalForm,
        rules: {
          nothing_left: ['', 'review.nothingLeft'],
          reason_missing: (details) => [[`parts.${review?.parts.indexOf(String(details.part))}.own`, 'review.reasonMissing']],
        },
        apply: ({ scope, parts }) => house.reviews.approve(idOf(ctx), scope === 'whole' ? [] : parts.filter(({ out }) => out).map(leftOut)),
        onward: (decided) => saying(pathOf(decided), 'approved'),
        draw: returnTo(house, ctx, shown),
      });
    });
}

/** Turns it down, with a reason. */
export function rejectReview(house: House) {
  return (ctx: Context): Promise<void> =>
    orTooLate(house, ctx, () =>
      takeForm(house, ctx, {
        schema: rejectionForm,
        rules: { reason_missing: ['own', 'review.reasonMissing'] },
        apply: ({ ready, own }) => house.reviews.reject(idOf(ctx), own || ready),
        onward: (decided) => saying(pathOf(decided), 'rejected'),
        draw: returnTo(house, ctx, 'reject'),
      }),
    );
}

/** Not taken once like the others: nobody is to wait for strangers inside of a unit of work, and asking twice does no harm. */
export function checkUrls(house: House) {
  return async (ctx: Context): Promise<void> => {
    await house.inspections.checkUrls(idOf(ctx));
    ctx.redirect(saying(pathOf({ id: idOf(ctx) }), 'urlsAsked'));
    ctx.status = 303;
  };
}

export function idOf(ctx: Context): string {
  return String(ctx.params.id);
}

/** A second decision changes nothing, and is shown the first one. */
async function orTooLate(house: House, ctx: Context, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AlreadyDecided)) throw error;
    await drawReview(house, ctx, undefined, 409, true);
  }
}

function returnTo(house: House, ctx: Context, form: keyof DecisionForms) {
  return (draft: Parameters<Parameters<typeof takeForm>[2]['draw']>[0], status: number): Promise<void> =>
    drawReview(house, ctx, { form, draft }, status);
}

function leftOut({ part: name, ready, own }: z.output<typeof part>) {
  return { part: name, reason: own || ready };
}
