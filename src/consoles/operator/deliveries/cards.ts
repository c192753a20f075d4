/** A delivery as a person reads it: whom it is about, how it stands, and why, in words. */
import type { House } from '../../../house.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import type { Translate } from '../../../web/text/index.ts';
import type { Attempt, Delivery, Endpoint } from '../../../webhooks/index.ts';
import type { Badge } from '../../kit/parts.ts';
import { maskUrl } from '../masked.ts';
import { verdictInWords } from './verdicts.ts';

export interface DeliveryCard {
  id: string;
  path: string;
  event: string;
  app: string;
  /** Whom it is about, and the channel if it is about one. */
  person: string;
  channel: string | null;
  /** As it goes out: `POST http://localhost:3000/hooks`. */
  method: string;
  url: string;
  badge: Badge;
  at: Moment;
  /** How the last attempt ended, or what is waited for before there is one. */
  verdict: string;
  attempts: number;
}

const LOOKS = { pending: 'wait', delivered: 'ok', parked: 'fail', cancelled: 'off' } as const satisfies Record<
  Delivery['state'],
  Badge['look']
>;

export async function deliveryCard(house: House, t: Translate, delivery: Delivery, attempts?: Attempt[]): Promise<DeliveryCard> {
  const made = attempts ?? (await house.webhooks.attempts(delivery.id));
  const last = made.at(-1);
  const { personId, channelId } = subjectOf(delivery);
  return {
    id: delivery.id,
    path: pathOf(delivery),
    event: delivery.event,
    app: (await house.apps.byId(delivery.appId))?.name ?? delivery.appId,
    // Those that are gone meanwhile are shown by their ids.
    person: (await house.accounts.byId(personId))?.nickname ?? personId,
    channel: channelId ? ((await house.channels.byId(channelId))?.name ?? channelId) : null,
    method: delivery.method,
    url: maskUrl(delivery.url),
    badge: stateBadge(t, delivery.state),
    at: momentOf(delivery.createdAt),
    verdict: last ? verdictInWords(t, last, delivery) : t('deliveries.waiting'),
    attempts: made.length,
  };
}

export function stateBadge(t: Translate, state: Delivery['state']): Badge {
  return { word: t(`deliveries.${state}`), look: LOOKS[state] };
}

/** The lane names app, person and channel. */
export function subjectOf({ lane }: Delivery): { personId: string; channelId: string | null } {
  const [, personId = lane, channelId = null] = lane.split(':');
  return { personId, channelId };
}

export function pathOf({ id }: Pick<Delivery, 'id'>): string {
  return `/_sim/deliveries/${encodeURIComponent(id)}`;
}

/** Which of its app's addresses it goes to. */
export function kindOf({ endpointId }: Delivery): Endpoint['kind'] {
  return endpointId.slice(endpointId.lastIndexOf(':') + 1) as Endpoint['kind'];
}
