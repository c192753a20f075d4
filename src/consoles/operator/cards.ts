/** A delivery as a person reads it: whom it is about, how it stands, and why, in words. */
import type { House } from '../../house.ts';
import { type Moment, momentOf } from '../../web/moment.ts';
import type { TextKey, Translate } from '../../web/text/index.ts';
import type { Attempt, Delivery } from '../../webhooks/index.ts';
import { maskUrl } from './masked.ts';
import { verdictInWords } from './verdicts.ts';

export interface DeliveryCard {
  id: string;
  path: string;
  event: string;
  app: string;
  /** The person, and the channel if the event is about one. */
  about: string;
  url: string;
  state: { word: string; look: 'ok' | 'wait' | 'fail' };
  at: Moment;
  /** How the last attempt ended, or null before there is one. */
  verdict: string | null;
}

const STATES = {
  pending: { key: 'deliveries.pending', look: 'wait' },
  delivered: { key: 'deliveries.delivered', look: 'ok' },
  parked: { key: 'deliveries.failed', look: 'fail' },
  cancelled: { key: 'deliveries.cancelled', look: 'fail' },
} as const satisfies Record<Delivery['state'], { key: TextKey; look: string }>;

export async function deliveryCard(house: House, t: Translate, delivery: Delivery, attempts?: Attempt[]): Promise<DeliveryCard> {
  const last = (attempts ?? (await house.webhooks.attempts(delivery.id))).at(-1);
  const { key, look } = STATES[delivery.state];
  return {
    id: delivery.id,
    path: `/_sim/deliveries/${encodeURIComponent(delivery.id)}`,
    event: delivery.event,
    app: (await house.apps.byId(delivery.appId))?.name ?? delivery.appId,
    about: await aboutWhom(house, delivery.lane),
    url: maskUrl(delivery.url),
    state: { word: t(key), look },
    at: momentOf(delivery.createdAt),
    verdict: last ? verdictInWords(t, last, delivery.url) : null,
  };
}

/** The lane names app, person and channel; those that are gone meanwhile are shown by their ids. */
async function aboutWhom(house: House, lane: string): Promise<string> {
  const [, accountId = lane, channelId] = lane.split(':');
  const person = (await house.accounts.byId(accountId))?.nickname ?? accountId;
  if (!channelId) return person;
  return `${person} · ${(await house.channels.byId(channelId))?.name ?? channelId}`;
}
