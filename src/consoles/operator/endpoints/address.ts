/** Where callbacks of a kind go. `POST /_sim/endpoints/:id/addresses`. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { type Draw, type Part, partOf } from './part.ts';
import { draftOf, type Returned, type Subject } from './subject.ts';
import { pathOf } from './words.ts';

const addressForm = z.object({ url: z.string().trim() });

export function addressPart(house: House, draw: Draw): Part {
  return partOf(house, draw, 'address', addressForm, (subject) => ({
    rules: {
      callback_url_refused: ['url', 'endpoints.urlRefused'],
      callback_address_refused: ['url', 'endpoints.addressRefused'],
      callback_host_not_listed: ['url', 'endpoints.hostNotListed'],
    },
    stored: async () => storedOf((await house.webhooks.endpoint(subject.app.id, subject.kind))?.url),
    apply: ({ url }) => house.webhooks.setAddress(subject.app.id, subject.kind, url),
    done: 'endpointSaved',
  }));
}

export function addressFormOf(house: House, ctx: Context, { id, endpoint }: Subject, waiting: number, returned?: Returned): Form {
  const { t } = reading(ctx);
  const draft = draftOf('address', returned) ?? freshDraft(house, ctx, storedOf(endpoint?.url), { guarded: true });
  const hint = endpoint ? t('endpoints.urlMoves', { count: waiting }) : t('endpoints.urlNew');
  return formOf(ctx, draft, {
    action: `${pathOf({ id })}/addresses`,
    fields: [fieldsOf(ctx, draft).text('url', t('endpoints.url'), { type: 'url', placeholder: 'http://localhost:3000/hooks', hint })],
    actions: [button(t('endpoints.save'), endpoint ? 'plain' : 'primary', { of: t('endpoints.url'), testid: 'address-save' })],
  });
}

function storedOf(url: string | undefined): { url: string } {
  return { url: url ?? '' };
}
