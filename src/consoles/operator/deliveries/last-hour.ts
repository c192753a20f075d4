/** The last hour of deliveries as a picture, minute by minute in house time. */
import { HOUR, MINUTE } from '../../../clock.ts';
import type { House } from '../../../house.ts';
import { momentOf } from '../../../web/moment.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Picture, pictureOf } from '../picture.ts';

/** @param appId one app's, or everybody's */
export async function lastHour({ webhooks, clock }: House, t: Translate, appId: string | undefined): Promise<Picture> {
  const now = clock.now();
  const buckets = await webhooks.counts({ since: now - HOUR, buckets: HOUR / MINUTE, appId });
  const series = [
    { look: 'ok', word: t('lastHour.delivered') },
    { look: 'wait', word: t('lastHour.failed') },
    { look: 'fail', word: t('lastHour.parked') },
  ] as const;
  return pictureOf(
    buckets.map(({ from, delivered, failed, parked }) => ({ from: momentOf(from), counts: [delivered, failed, parked] })),
    series,
    {
      until: momentOf(now),
      title: t('lastHour.title'),
      time: t('deliveries.at'),
      says: ([delivered = 0, failed = 0, parked = 0]) => t('lastHour.says', { delivered, failed, parked }),
    },
  );
}
