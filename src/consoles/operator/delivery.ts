/** `GET /_sim/deliveries/:id`: one callback with the whole request and what came back. */
import type { Context } from 'koa';
import { prettyJson } from '../../json.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { type Moment, momentOf } from '../../web/moment.ts';
import { screen } from '../../web/screens.ts';
import type { Translate } from '../../web/text/index.ts';
import type { Attempt, Delivery } from '../../webhooks/index.ts';
import { type DeliveryCard, deliveryCard } from './cards.ts';
import { headerLines } from './masked.ts';
import { verdictInWords } from './verdicts.ts';

interface AttemptCard {
  at: Moment;
  verdict: string;
  look: 'ok' | 'fail';
  duration: string;
  status: string;
  addedHeaders: string;
  responseHeaders: string;
}

interface DeliveryScreen {
  delivery: DeliveryCard & { lane: string; headers: string; body: string };
  failed: boolean;
  /** A callback of this simulator's own, which Kakao does not have. */
  isOurs: boolean;
  attempts: AttemptCard[];
}

const deliveryPage = screen<DeliveryScreen>('operator/delivery');

export function showDelivery(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const delivery = await house.webhooks.delivery(String(ctx.params.id));
    if (!delivery) return;
    const attempts = await house.webhooks.attempts(delivery.id);
    const { lane, headers, body, state, event } = delivery;
    await deliveryPage(ctx, {
      delivery: { ...(await deliveryCard(house, t, delivery, attempts)), lane, headers: headerLines(headers), body: prettyJson(body) },
      failed: state === 'parked',
      isOurs: event.startsWith('sync.'),
      attempts: attempts.map((attempt) => attemptCard(t, attempt, delivery)),
    });
  };
}

function attemptCard(t: Translate, attempt: Attempt, delivery: Delivery): AttemptCard {
  return {
    at: momentOf(attempt.startedAt),
    verdict: verdictInWords(t, attempt, delivery.url),
    look: attempt.verdict === 'delivered' ? 'ok' : 'fail',
    duration: t('deliveries.milliseconds', { ms: attempt.durationMs.toLocaleString('en-US') }),
    status: attempt.status === null ? t('deliveries.noStatus') : String(attempt.status),
    addedHeaders: headerLines(attempt.addedHeaders),
    responseHeaders: headerLines(attempt.responseHeaders),
  };
}
