/** Callbacks about a profile, as rows that lead to what was sent and answered. */
import type { House } from '../../house.ts';
import { momentOf } from '../../web/moment.ts';
import { hasText, type Translate } from '../../web/text/index.ts';
import type { Delivery } from '../../webhooks/index.ts';
import { type Badge, type Empty, link } from '../kit/parts.ts';
import { cell, type Row, type Table } from './table.ts';

const LOOKS = { pending: 'wait', delivered: 'ok', parked: 'fail', cancelled: 'off' } as const satisfies Record<
  Delivery['state'],
  Badge['look']
>;

export async function callbackTable(house: House, t: Translate, deliveries: readonly Delivery[]): Promise<Table> {
  const columns = [t('center.callback'), t('center.friend'), t('center.app'), t('center.at'), t('center.state')];
  return { label: t('center.callbacks'), columns, rows: await Promise.all(deliveries.map((each) => rowOf(house, t, each))) };
}

export function callbacksEmpty(t: Translate): Empty {
  return { title: t('center.noCallbacks'), says: t('center.noCallbacksNext'), actions: [link(t('center.toTalk'), '/talk')] };
}

async function rowOf({ accounts, apps }: House, t: Translate, { id, appId, lane, event, createdAt, state }: Delivery): Promise<Row> {
  const [, accountId = ''] = lane.split(':');
  const word = `center.event.${event}`;
  return {
    testid: 'callback',
    cells: [
      cell({ kind: 'link', text: hasText(word) ? t(word) : event, href: `/_sim/deliveries/${encodeURIComponent(id)}` }),
      cell((await accounts.byId(accountId))?.nickname ?? accountId),
      cell((await apps.byId(appId))?.name ?? appId),
      cell({ kind: 'time', time: momentOf(createdAt) }),
      cell({ kind: 'badge', badge: { word: t(`center.state.${state}`), look: LOOKS[state] } }),
    ],
  };
}
