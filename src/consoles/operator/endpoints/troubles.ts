/** Trouble on demand: `POST /_sim/endpoints/:id/troubles` arms one, `POST …/troubles/:trouble/removals` takes one away. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import type { TextKey } from '../../../web/text/index.ts';
import type { Endpoint } from '../../../webhooks/index.ts';
import { freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { type Draw, type Part, partOf } from './part.ts';
import { draftOf, type Returned } from './subject.ts';
import { pathOf } from './words.ts';

/** In the order in which they are offered: what goes wrong often comes first. */
export const TROUBLES = ['duplicate', 'swap', 'delay', 'drop', 'wrong-key', 'slow-body', 'stale-timestamp'] as const;

export interface Armed {
  word: string;
  /** Which events, how often, how long. */
  says: string;
  removal: Form;
}

const troubleForm = z.object({
  kind: z.enum(TROUBLES),
  event: z
    .string()
    .max(100)
    .transform((name) => name || null),
  times: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number),
  ms: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,9})?$/)
    .transform((text) => (text ? Number(text) : null)),
});

const WORDS = { times: 'endpoints.whole', ms: 'endpoints.whole' } as const;

export function troublePart(house: House, draw: Draw): Part {
  return partOf(house, draw, 'trouble', troubleForm, ({ id }) => ({
    words: WORDS,
    rules: { trouble_refused: ({ field }) => [[String(field), REFUSALS[String(field)] ?? 'form.format']] },
    apply: (trouble) => house.store.write((tx) => house.webhooks.addTrouble(tx, { endpointId: id, ...trouble })),
    done: 'troubleArmed',
  }));
}

export function troubleRemoval(house: House, draw: Draw): Part {
  return partOf(house, draw, 'trouble', z.object({}), (_, ctx) => ({
    apply: () => house.store.write(async (tx) => house.webhooks.removeTrouble(tx, String(ctx.params.trouble))),
    done: 'troubleRemoved',
  }));
}

export function troubleFormOf(house: House, ctx: Context, endpoint: Endpoint, events: readonly string[], returned?: Returned): Form {
  const { t } = reading(ctx);
  const draft = draftOf('trouble', returned) ?? freshDraft(house, ctx, { kind: 'duplicate', event: '', times: '1', ms: '' });
  const field = fieldsOf(ctx, draft);
  const kinds = TROUBLES.map((value) => ({ value, word: t(`trouble.${value}`), note: t(`trouble.${value}.says`) }));
  const all = { value: '', word: t('deliveries.allEvents') };
  return formOf(ctx, draft, {
    action: `${pathOf(endpoint)}/troubles`,
    fields: [
      field.radios('kind', t('endpoints.troubleKind'), kinds),
      field.select('event', t('deliveries.event'), [all, ...events.map((name) => ({ value: name, word: name }))]),
      field.text('times', t('endpoints.times'), { hint: t('endpoints.timesHint') }),
      field.text('ms', t('endpoints.ms'), { required: false, hint: t('endpoints.msHint') }),
    ],
    actions: [button(t('endpoints.arm'), 'primary', { testid: 'trouble-arm' })],
  });
}

export async function armedAt(house: House, ctx: Context, endpoint: Endpoint): Promise<Armed[]> {
  const { t } = reading(ctx);
  return (await house.webhooks.troubles(endpoint.id)).map(({ id, kind, event, times, ms }) => ({
    word: t(`trouble.${kind}`),
    says: [
      event ?? t('deliveries.allEvents'),
      t('endpoints.timesLeft', { count: times }),
      ...(ms === null ? [] : [t('endpoints.forMs', { ms })]),
    ].join(' · '),
    removal: formOf(ctx, freshDraft(house, ctx), {
      action: `${pathOf(endpoint)}/troubles/${encodeURIComponent(id)}/removals`,
      actions: [button(t('endpoints.disarm'), 'plain', { of: t(`trouble.${kind}`), testid: 'trouble-remove' })],
    }),
  }));
}

const REFUSALS: Readonly<Record<string, TextKey>> = {
  kind: 'endpoints.troubleNotHere',
  times: 'endpoints.timesRefused',
  ms: 'endpoints.msRefused',
};
