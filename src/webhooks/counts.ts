/** How attempts ended over time, for a picture of the last hour. */
import { ALL, type Attempt, type Store } from '../store/index.ts';

export interface CountsOf {
  /** House time from which on is counted, up to now. */
  since: number;
  /** Into how many parts of equal length the time is cut. */
  buckets: number;
  appId?: string | undefined;
}

/** Attempts of one part of the time. `failed` is tried again by itself, `parked` is not. */
export interface Counts {
  from: number;
  delivered: number;
  failed: number;
  parked: number;
}

const PAGE = 500;

/** Oldest part first. It costs what happened in that time, however much there was before. */
export async function counts(store: Store, now: number, { since, buckets, appId }: CountsOf): Promise<Counts[]> {
  const length = Math.max(now - since, 1) / buckets;
  const parts = Array.from({ length: buckets }, (_, at): Counts => ({ from: since + at * length, delivered: 0, failed: 0, parked: 0 }));
  for await (const { startedAt, verdict, gaveUp } of attemptsSince(store, since, appId)) {
    const part = parts[Math.min(Math.floor((startedAt - since) / length), buckets - 1)];
    if (part) part[verdict === 'delivered' ? 'delivered' : gaveUp ? 'parked' : 'failed'] += 1;
  }
  return parts;
}

async function* attemptsSince(store: Store, since: number, appId: string | undefined): AsyncGenerator<Attempt> {
  let before: string | undefined;
  for (;;) {
    const page = { limit: PAGE, before };
    const found = await (appId ? store.find('attempts', 'app', appId, page) : store.find('attempts', 'all', ALL, page));
    for (const attempt of found) {
      if (attempt.startedAt < since) return;
      yield attempt;
    }
    if (found.length < PAGE) return;
    before = found.at(-1)?.id;
  }
}
