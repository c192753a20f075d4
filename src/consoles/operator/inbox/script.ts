/** The form that says how the next arrivals are answered. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { inboxKinds } from '../../../inbox/index.ts';
import { reading } from '../../../web/language.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { kindWord, pathOf } from './words.ts';

const DOES = ['answer', 'redirect', 'hang', 'reset'] as const;
const USUAL = { does: 'answer', kind: 'channel', status: '500', location: '', delayMs: '0', times: '1' };

const number = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/)
  .transform(Number);
export const scriptSchema = z.object({
  kind: z.enum(inboxKinds as ['channel', 'sync', 'unlink', 'account']),
  does: z.enum(DOES),
  status: number.catch(0),
  location: z.string().trim().default(''),
  delayMs: number,
  times: number,
});

export function scriptForm(house: House, ctx: Context, appId: string, draft: Draft = freshDraft(house, ctx, USUAL)): Form {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  return formOf(ctx, draft, {
    action: `${pathOf(appId)}/scripts`,
    fields: [
      field.select(
        'kind',
        t('inbox.kind'),
        inboxKinds.map((value) => ({ value, word: kindWord(t, value) })),
      ),
      field.select(
        'does',
        t('inbox.does'),
        DOES.map((value) => ({ value, word: t(`inbox.does.${value}`) })),
      ),
      field.text('status', t('inbox.status'), { hint: t('inbox.statusHint'), required: false }),
      field.text('location', t('inbox.location'), { hint: t('inbox.locationHint'), required: false }),
      field.text('delayMs', t('inbox.delay'), { hint: t('inbox.delayHint') }),
      field.text('times', t('inbox.timesLabel')),
    ],
    actions: [button(t('inbox.scriptAdd'), 'primary', { testid: 'script-add' })],
  });
}

/** What the room refuses, by field. */
export const scriptRefusals = {
  does: 'inbox.tooManyScripts',
  status: 'inbox.wrongStatus',
  location: 'inbox.wrongLocation',
  delayMs: 'inbox.wrongDelay',
  times: 'inbox.wrongTimes',
} as const;
