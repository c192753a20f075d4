/** What there is to know of a delivery beside its attempts: what it is about, where it goes, and what comes of it. */
import { momentOf } from '../../../web/moment.ts';
import type { Translate } from '../../../web/text/index.ts';
import type { Delivery, Endpoint } from '../../../webhooks/index.ts';
import { type Fact, fact } from '../../kit/parts.ts';
import { type DeliveryCard, kindOf, subjectOf } from './cards.ts';

/** What production would have made of it, or what is waited for. */
export interface Standing {
  says: string;
  look: 'fail' | 'wait';
}

export function factsOf(t: Translate, delivery: Delivery, card: DeliveryCard, endpoint: Endpoint | undefined): Fact[] {
  const { appId, id, lane, accepts, replays, endpointId } = delivery;
  const { personId, channelId } = subjectOf(delivery);
  const kind = t(`callback.${kindOf(delivery)}`);
  return [
    fact(t('deliveries.app'), { kind: 'link', text: `${card.app} (${appId})`, href: `/developers/apps/${encodeURIComponent(appId)}` }),
    fact(t('deliveries.person'), { kind: 'link', text: card.person, href: `/_sim/deliveries?person=${encodeURIComponent(personId)}` }),
    ...(channelId ? [fact(t('deliveries.channel'), card.channel === channelId ? channelId : `${card.channel} (${channelId})`)] : []),
    fact(
      t('deliveries.endpoint'),
      endpoint ? { kind: 'link', text: kind, href: `/_sim/endpoints/${encodeURIComponent(endpointId)}` } : kind,
      { kind: 'code', text: `${card.method} ${card.url}` },
    ),
    fact(t('deliveries.accepts'), t(`deliveries.accepts.${accepts}`)),
    fact(t('deliveries.createdAt'), { kind: 'time', time: card.at }),
    ...(replays > 0 ? [fact(t('deliveries.replays'), t('deliveries.replayed', { count: replays }))] : []),
    fact(t('deliveries.id'), { kind: 'copy', text: id, of: t('deliveries.id') }),
    fact(t('deliveries.lane'), { kind: 'code', text: lane }, t('deliveries.laneHint')),
  ];
}

export function standingOf(t: Translate, { state, dueAt, event, reason }: Delivery, endpoint: Endpoint | undefined): Standing | null {
  if (state === 'cancelled') return { says: t('deliveries.cancelledSays'), look: 'wait' };
  if (reason === 'endpoint_disabled') return { says: t('deliveries.endpointDisabled'), look: 'fail' };
  if (state === 'parked') return { says: lostText(t, event.startsWith('sync.'), endpoint?.policy ?? 'kakao'), look: 'fail' };
  if (state !== 'pending') return null;
  if (endpoint?.state === 'paused') return { says: t('deliveries.waits.paused'), look: 'wait' };
  return dueAt === null ? null : { says: t('deliveries.nextAt', { at: momentOf(dueAt).text }), look: 'wait' };
}

/** @param isOurs a callback that Kakao does not have */
function lostText(t: Translate, isOurs: boolean, policy: Endpoint['policy']): string {
  if (policy === 'retry') return t('deliveries.gaveUp');
  return t(isOurs ? 'deliveries.lostOurs' : 'deliveries.lost');
}
