/** `POST /_sim/reviews/policies`: how each kind of review is decided from now on. Drawn on the page of all reviews. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import type { ReviewPolicy } from '../../../reviews/index.ts';
import { reading } from '../../../web/language.ts';
import type { Typed } from '../../../web/typed.ts';
import { saying } from '../../kit/done.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { takeForm } from '../../kit/take-form.ts';
import { KINDS } from './words.ts';

const POLICIES: readonly ReviewPolicy[] = ['by-hand', 'at-once', 'working-days'];
const policy = z.enum(['by-hand', 'at-once', 'working-days']);
const policiesForm = z.object({ certification: policy, terms: policy, items: policy });

export async function policyForm(house: House, ctx: Context, draft?: Draft): Promise<Form> {
  const { t } = reading(ctx);
  const shown = draft ?? freshDraft(house, ctx, await storedPolicies(house), { guarded: true });
  const field = fieldsOf(ctx, shown);
  const choices = POLICIES.map((value) => ({ value, word: t(`policy.${value}`) }));
  return formOf(ctx, shown, {
    action: '/_sim/reviews/policies',
    fields: KINDS.map((kind) => field.select(kind, t(`review.kind.${kind}`), choices)),
    actions: [button(t('policy.save'), 'primary', { testid: 'policies-save' })],
  });
}

export function setPolicies(house: House, draw: (ctx: Context, draft: Draft, status: number) => Promise<void>) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: policiesForm,
      stored: () => storedPolicies(house),
      async apply(policies) {
        for (const kind of KINDS) await house.reviews.setPolicy(kind, policies[kind]);
      },
      onward: () => saying('/_sim/reviews', 'policies'),
      draw: (draft, status) => draw(ctx, draft, status),
    });
}

async function storedPolicies({ reviews }: House): Promise<Typed> {
  return Object.fromEntries(await Promise.all(KINDS.map(async (kind) => [kind, await reviews.policy(kind)] as const)));
}
