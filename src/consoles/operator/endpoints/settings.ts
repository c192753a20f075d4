/** How an endpoint is served: policy, TLS, method, subscribed events. `POST /_sim/endpoints/:id/settings`. */
import type { Context } from 'koa';
import { z } from 'zod';
import { accountEvents } from '../../../apps/index.ts';
import type { House } from '../../../house.ts';
import { list } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import type { Typed } from '../../../web/typed.ts';
import type { Endpoint } from '../../../webhooks/index.ts';
import { freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { type Draw, type Part, partOf } from './part.ts';
import { draftOf, type Returned } from './subject.ts';
import { pathOf } from './words.ts';

const POLICIES = ['kakao', 'retry'] as const satisfies readonly Endpoint['policy'][];
const NAMES = accountEvents.map(({ name }) => name);

const settingsForm = z.object({
  policy: z.enum(POLICIES),
  tls: z.preprocess(list, z.array(z.literal('verify'))),
  method: z.enum(['POST', 'GET']).optional(),
  which: z.enum(['all', 'some']).default('all'),
  events: z.preprocess(list, z.array(z.enum(NAMES))),
});

export function settingsPart(house: House, draw: Draw): Part {
  return partOf(house, draw, 'settings', settingsForm, ({ id, app, kind, endpoint }) => ({
    stored: async () => storedOf((await house.webhooks.endpoint(app.id, kind)) ?? endpoint),
    apply: ({ policy, tls, method, which, events }) =>
      house.store.write((tx) =>
        house.webhooks.configure(tx, id, {
          policy,
          verifyTls: tls.length > 0,
          ...(kind === 'unlink' && { method }),
          ...(kind === 'account' && { events: which === 'all' ? null : events }),
        }),
      ),
    done: 'endpointSaved',
  }));
}

export function settingsFormOf(house: House, ctx: Context, endpoint: Endpoint, returned?: Returned): Form {
  const { t } = reading(ctx);
  const draft = draftOf('settings', returned) ?? freshDraft(house, ctx, storedOf(endpoint), { guarded: true });
  const field = fieldsOf(ctx, draft);
  const policies = POLICIES.map((value) => ({ value, word: t(`endpoints.policy.${value}`), note: t(`endpoints.policy.${value}.says`) }));
  const verify = { value: 'verify', word: t('endpoints.tls.verify'), note: t('endpoints.tls.says') };
  const methods = (['POST', 'GET'] as const).map((value) => ({ value, word: t(`endpoints.method.${value}`) }));
  const which = (['all', 'some'] as const).map((value) => ({ value, word: t(`endpoints.events.${value}`) }));
  return formOf(ctx, draft, {
    action: `${pathOf(endpoint)}/settings`,
    fields: [
      field.radios('policy', t('endpoints.policy'), policies),
      field.checks('tls', t('endpoints.tls'), [verify]),
      ...(endpoint.kind === 'unlink' ? [field.radios('method', t('endpoints.method'), methods, { hint: t('endpoints.method.says') })] : []),
      ...(endpoint.kind === 'account'
        ? [
            field.radios('which', t('endpoints.events'), which),
            field.checks(
              'events',
              t('endpoints.events.chosen'),
              accountEvents.map(({ name, category }) => ({ value: name, word: `${name} (${category})` })),
              { required: false },
            ),
          ]
        : []),
    ],
    actions: [button(t('endpoints.save'), 'primary', { of: t('endpoints.settings'), testid: 'endpoint-save' })],
  });
}

function storedOf(endpoint: Endpoint | undefined): Typed {
  if (!endpoint) return {};
  const { kind, policy, verifyTls, method, events } = endpoint;
  return {
    policy,
    tls: verifyTls ? ['verify'] : [],
    ...(kind === 'unlink' && { method }),
    ...(kind === 'account' && { which: events === null ? 'all' : 'some', events: events ?? [] }),
  };
}
