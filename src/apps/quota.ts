/** Quotas (쿼터): how often an app may call a limited API in a minute. Source: kakao-api 1.6 (KOE237), 2.11. */
import { type Clock, MINUTE } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import type { App, AppKey, Reader, Store } from '../store/index.ts';
import { inEra } from './era.ts';

/** The APIs that are limited, and how many calls a minute has. */
export const callsPerMinute = { '/v1/user/ids': 100 } as const;

/** What is limited for an app, and how it stands. */
export interface Quota {
  /** Path of an API; null for token requests, which are counted by key. */
  api: string | null;
  key: AppKey | null;
  perMinute: number;
  /** What is left of the running minute. */
  left: number;
}

/** The app has called this API too often within a minute. `details.api`; `details.status` is how the app's switch wants it said. */
export class QuotaExceeded extends RuleBroken {
  readonly code = 'quota_exceeded';
  constructor({ id: appId, switches }: App, api: string) {
    super(`app ${appId} has no calls of ${api} left in this minute`, { appId, api, status: switches.quotaStatus });
  }
}

type QuotaDeps = { store: Store; clock: Clock };

/** Counts one call; the minute begins with its first one, and refused calls do not count. Throws QuotaExceeded. */
export async function spend(deps: QuotaDeps, app: App, api: string, perMinute: number): Promise<void> {
  await deps.store.write(async (tx) => {
    const { id, calls, expiresAt } = await minuteOf(deps, tx, app, api);
    if (calls >= perMinute) throw new QuotaExceeded(app, api);
    tx.put('quotas', { id, expiresAt, calls: calls + 1 });
  });
}

/** The name under which token requests by a key are counted. */
export function tokenRequests({ key }: AppKey): string {
  return `/oauth/token:${key}`;
}

/** All that is limited for an app: APIs, where its era has quotas, and the token requests by each key. */
export function quotas(deps: QuotaDeps, app: App): Promise<Quota[]> {
  const { tokenRequestsPerMinute } = app.switches;
  const left = async (api: string, perMinute: number) => Math.max(0, perMinute - (await minuteOf(deps, deps.store, app, api)).calls);
  const apis = inEra(app, 'quotas') ? Object.entries(callsPerMinute) : [];
  return Promise.all([
    ...apis.map(async ([api, perMinute]) => ({ api, key: null, perMinute, left: await left(api, perMinute) })),
    ...app.keys.map(async (key) => ({
      api: null,
      key,
      perMinute: tokenRequestsPerMinute,
      left: await left(tokenRequests(key), tokenRequestsPerMinute),
    })),
  ]);
}

/** The running minute, or a new one. */
async function minuteOf({ clock }: QuotaDeps, from: Reader, app: App, api: string) {
  const id = `${app.id}:${api}`;
  const running = await from.get('quotas', id);
  const now = clock.now();
  return running && running.expiresAt > now ? running : { id, calls: 0, expiresAt: now + MINUTE };
}
