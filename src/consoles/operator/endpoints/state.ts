/** On or paused. `POST /_sim/endpoints/:id/states`: what happens to what waits is said beside the button. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import type { Endpoint } from '../../../webhooks/index.ts';
import { freshDraft } from '../../kit/draft.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { type Draw, type Part, partOf } from './part.ts';
import { draftOf, type Returned } from './subject.ts';
import { pathOf } from './words.ts';

const stateForm = z.object({ state: z.enum(['on', 'paused']) });

export function statePart(house: House, draw: Draw): Part {
  return partOf(house, draw, 'state', stateForm, ({ id }) => ({
    apply: ({ state }) => house.store.write((tx) => house.webhooks.configure(tx, id, { state })),
    done: 'endpointSaved',
  }));
}

/** What the button does, and what becomes of what waits. */
export function stateFormOf(
  house: House,
  ctx: Context,
  endpoint: Endpoint,
  waiting: number,
  returned?: Returned,
): { form: Form; says: string } {
  const { t } = reading(ctx);
  const { state } = endpoint;
  const to = state === 'on' ? 'paused' : 'on';
  const word = t(`endpoints.from.${state}`);
  const draft = draftOf('state', returned) ?? freshDraft(house, ctx);
  const actions = [button(word, state === 'on' ? 'plain' : 'primary', { name: 'state', value: to, testid: 'endpoint-state' })];
  return {
    form: formOf(ctx, draft, { action: `${pathOf(endpoint)}/states`, actions }),
    says: t(`endpoints.from.${state}.says`, { count: waiting }),
  };
}
