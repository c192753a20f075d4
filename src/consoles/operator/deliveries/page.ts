/** `GET /_sim/deliveries/:id`: one callback: what it is about, every attempt with both sides of it, and the ways to send it again. */
import type { Context } from 'koa';
import { z } from 'zod';
import { prettyJson } from '../../../json.ts';
import type { House } from '../../../house.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { type Delivery, wireRequest } from '../../../webhooks/index.ts';
import { freshDraft } from '../../kit/draft.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button, type Fact } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { type AttemptCard, attemptCards, requestText } from './attempts.ts';
import { deliveryCard, kindOf, pathOf, stateBadge } from './cards.ts';
import { curlOf } from './curl.ts';
import { factsOf, type Standing, standingOf } from './facts.ts';
import { maskUrl } from '../masked.ts';
import { type DecodedSet, decodedSet } from './secevent.ts';

interface DeliveryScreen {
  head: Head;
  standing: Standing | null;
  replay: { form: Form; says: string };
  attempts: AttemptCard[];
  /** The request that waits, before there is an attempt. */
  request: string | null;
  facts: Fact[];
  /** The body, broken into lines; of a signed one what it says. */
  body: string | null;
  set: DecodedSet | null;
  curl: string;
  /** Where the same page is with or without its secrets. */
  secrets: { href: string; areShown: boolean };
}

const pageQuery = z.object({ show: z.literal('secrets').nullable().catch(null).default(null) });
const deliveryPage = screen<DeliveryScreen>('operator/delivery');

export function showDelivery(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const delivery = await house.webhooks.delivery(String(ctx.params.id));
    if (!delivery) return;
    const withSecrets = query(ctx, pageQuery).show === 'secrets';
    const attempts = await house.webhooks.attempts(delivery.id);
    const card = await deliveryCard(house, t, delivery, attempts);
    const endpoint = await house.webhooks.endpoint(delivery.appId, kindOf(delivery));
    const unspoiled = attempts.findLast(({ trouble }) => trouble === null);
    const set = await decodedSet(house, delivery.headers, delivery.body);
    await deliveryPage(ctx, {
      head: head(ctx, {
        heading: delivery.event,
        badge: stateBadge(t, delivery.state),
        trail: [{ href: '/_sim/deliveries', word: t('deliveries.title') }],
      }),
      standing: standingOf(t, delivery, endpoint),
      replay: replayOf(house, ctx, delivery),
      attempts: attemptCards(t, delivery, attempts, withSecrets),
      request: attempts.length > 0 ? null : requestText(delivery, undefined, withSecrets),
      facts: factsOf(t, delivery, card, endpoint),
      body: set ? null : readableBody(delivery.body),
      set,
      curl: curlOf(wireRequest(delivery, unspoiled), { withSecrets, verifyTls: endpoint?.verifyTls ?? true }),
      secrets: { href: withSecrets ? pathOf(delivery) : `${pathOf(delivery)}?show=secrets`, areShown: withSecrets },
    });
  };
}

/** What is sent again is what was written down: the button says where to. */
function replayOf(house: House, ctx: Context, delivery: Delivery): DeliveryScreen['replay'] {
  const { t } = reading(ctx);
  const refusal = delivery.state === 'pending' ? t('replay.waits') : null;
  const actions = [button(t('replay.one'), 'plain', { testid: 'replay', refusal })];
  return {
    form: formOf(ctx, freshDraft(house, ctx), { action: `${pathOf(delivery)}/replays`, actions }),
    says: t('replay.oneSays', { url: maskUrl(delivery.url) }),
  };
}

/** JSON on several lines; a form or a query, one field on each. */
function readableBody(body: string): string {
  if (!/^[\w.~%+-]+=/.test(body)) return prettyJson(body);
  return [...new URLSearchParams(body)].map(([name, value]) => `${name} = ${value}`).join('\n');
}
