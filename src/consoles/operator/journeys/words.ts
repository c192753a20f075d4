/** A journey as a row and a head show it: who, which app, how it stands, when and how long. */
import { SECOND } from '../../../clock.ts';
import type { House } from '../../../house.ts';
import type { Journey } from '../../../journeys/index.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import type { Translate } from '../../../web/text/index.ts';
import type { Badge } from '../../kit/parts.ts';

export interface JourneyCard {
  id: string;
  path: string;
  person: string;
  app: string;
  badge: Badge;
  errors: readonly string[];
  at: Moment;
  /** How many requests, in words. */
  steps: string;
  took: string;
}

export const STATES = ['open', 'cancelled', 'refused', 'returned', 'done'] as const satisfies readonly Journey['state'][];

const LOOKS = { open: 'plain', cancelled: 'off', refused: 'fail', returned: 'wait', done: 'ok' } as const satisfies Record<
  Journey['state'],
  Badge['look']
>;

export async function journeyCard({ apps, accounts }: House, t: Translate, journey: Journey): Promise<JourneyCard> {
  const { id, appId, accountId, state, errors, startedAt, lastAt, steps } = journey;
  return {
    id,
    path: pathTo(id),
    // Those that are gone meanwhile are shown by their ids.
    person: accountId ? ((await accounts.byId(accountId))?.nickname ?? accountId) : t('journeys.nobody'),
    app: appId ? ((await apps.byId(appId))?.name ?? appId) : t('journeys.noApp'),
    badge: { word: t(`journeys.${state}`), look: LOOKS[state] },
    errors,
    at: momentOf(startedAt),
    steps: t('journeys.steps', { count: steps }),
    took: lasted(t, lastAt - startedAt),
  };
}

export function pathTo(id: string): string {
  return `/_sim/journeys/${encodeURIComponent(id)}`;
}

/** 340 ms, 2.1 s, 3 min. */
export function lasted(t: Translate, ms: number): string {
  if (ms < SECOND) return t('journeys.ms', { count: Math.round(ms) });
  if (ms < 120 * SECOND) return t('journeys.s', { count: (ms / SECOND).toFixed(1) });
  return t('journeys.min', { count: Math.round(ms / (60 * SECOND)) });
}
