/** An endpoint in words: which it is, how it stands, and since when. */
import type { House } from '../../../house.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import type { Translate } from '../../../web/text/index.ts';
import type { Endpoint } from '../../../webhooks/index.ts';
import type { Badge } from '../../kit/parts.ts';
import { maskUrl } from '../masked.ts';

export interface EndpointCard {
  path: string;
  kind: string;
  method: string;
  url: string;
  policy: string;
  badge: Badge;
  /** Why it is switched off, or since when it fails. */
  note: string | null;
  verifiesTls: boolean;
  lastSuccess: Moment | null;
  waiting: number;
  failed: number;
  /** Troubles that are armed. */
  troubles: number;
}

const LOOKS = { on: 'ok', paused: 'wait', disabled: 'fail' } as const satisfies Record<Endpoint['state'], Badge['look']>;

export async function endpointCard({ webhooks }: House, t: Translate, endpoint: Endpoint): Promise<EndpointCard> {
  const { id, kind, method, url, policy, verifyTls } = endpoint;
  const { pending, parked } = await webhooks.tally({ endpointId: id });
  return {
    path: pathOf(endpoint),
    kind: t(`callback.${kind}`),
    method,
    url: maskUrl(url),
    policy: t(`endpoints.policy.${policy}`),
    badge: stateBadge(t, endpoint.state),
    note: noteOf(t, endpoint),
    verifiesTls: verifyTls,
    lastSuccess: await lastSuccess(webhooks, id),
    waiting: pending,
    failed: parked,
    troubles: (await webhooks.troubles(id)).length,
  };
}

export function stateBadge(t: Translate, state: Endpoint['state']): Badge {
  return { word: t(`endpoints.state.${state}`), look: LOOKS[state] };
}

function noteOf(t: Translate, { state, failingSince }: Endpoint): string | null {
  if (failingSince === null) return null;
  return t(state === 'disabled' ? 'endpoints.disabledSince' : 'endpoints.failingSince', { at: momentOf(failingSince).text });
}

export function pathOf({ id }: Pick<Endpoint, 'id'>): string {
  return `/_sim/endpoints/${encodeURIComponent(id)}`;
}

/** When the newest delivered one was answered. */
async function lastSuccess(webhooks: House['webhooks'], endpointId: string): Promise<Moment | null> {
  const [newest] = await webhooks.recent({ limit: 1 }, { endpointId, state: 'delivered' });
  const last = newest && (await webhooks.attempts(newest.id)).at(-1);
  return last ? momentOf(last.startedAt) : null;
}
