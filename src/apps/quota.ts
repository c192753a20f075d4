/** Quotas (쿼터): how often an app may call a limited API in a minute. Source: kakao-api 2.11. */
import { type Clock, MINUTE } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import type { App, Store } from '../store/index.ts';

/** The app has called this API too often within a minute. `details.api`. */
export class QuotaExceeded extends RuleBroken {
  readonly code = 'quota_exceeded';
  constructor(appId: string, api: string) {
    super(`app ${appId} has no calls of ${api} left in this minute`, { appId, api });
  }
}

/** Counts one call; the minute begins with its first one, and refused calls do not count. Throws QuotaExceeded. */
export async function spend({ store, clock }: { store: Store; clock: Clock }, app: App, api: string, perMinute: number): Promise<void> {
  await store.write(async (tx) => {
    const id = `${app.id}:${api}`;
    const running = await tx.get('quotas', id);
    const now = clock.now();
    const minute = running && running.expiresAt > now ? running : { calls: 0, expiresAt: now + MINUTE };
    if (minute.calls >= perMinute) throw new QuotaExceeded(app.id, api);
    tx.put('quotas', { id, expiresAt: minute.expiresAt, calls: minute.calls + 1 });
  });
}
