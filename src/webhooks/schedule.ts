/** When a delivery that failed is tried again under the policy `retry`. Pure: the worker asks, the clock is elsewhere. */
import { DAY, SECOND } from '../clock.ts';

export interface Schedule {
  /** How long after the first attempt the second one is, at least. */
  firstMs: number;
  /** By how much each wait is longer than the one before. */
  factor: number;
  /** No wait is longer, whatever a receiver asks for. */
  longestMs: number;
  /** How often in all. */
  attempts: number;
}

/** 5 s, 25 s, 2 min, 10 min, 52 min, 4 h, 22 h: given up after a bit more than a day. */
export const USUAL_SCHEDULE: Schedule = { firstMs: 5 * SECOND, factor: 5, longestMs: DAY, attempts: 8 };

/** How much longer than its step a wait may be, so that those who failed together do not come back together. */
const JITTER = 0.25;

/**
 * How long to wait after `tries` attempts, or null to give up.
 * @param retryAfterMs what the receiver asked for: not sooner than that, within the longest wait
 * @param random from 0 up to 1
 */
export function nextWait(
  { firstMs, factor, longestMs, attempts }: Schedule,
  tries: number,
  retryAfterMs: number | null,
  random: number,
): number | null {
  if (tries >= attempts) return null;
  const step = Math.min(firstMs * factor ** (tries - 1), longestMs);
  return Math.round(Math.max(step * (1 + JITTER * random), Math.min(retryAfterMs ?? 0, longestMs)));
}

/**
 * `Retry-After` as milliseconds from now: whole seconds, or an HTTP-date. Null for anything else. Source: RFC 9110, 10.2.3.
 * @param at the machine's own time, which is the time that receivers mean
 */
export function retryAfter(header: string | undefined, at: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,10}$/.test(header)) return Number(header) * SECOND;
  const date = header.endsWith('GMT') ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - at);
}
