/** What an attempt makes of its delivery and its endpoint: the two policies. Pure. Source: kakao-api 3.1, security 3.1. */
import { DAY } from '../clock.ts';
import type { Attempt, Delivery, Endpoint } from '../store/index.ts';
import { nextWait, retryAfter, type Schedule } from './schedule.ts';

export interface Outcome {
  delivery: Delivery;
  endpoint: Endpoint | undefined;
  /** Nothing more is tried by itself. */
  gaveUp: boolean;
}

export interface Circumstances {
  schedule: Schedule;
  /** House time, and the machine's. */
  now: number;
  machineNow: number;
  random: number;
}

/** Kakao switches off what has had no proper response for over a month; a single failure does not count as a month of them. */
const FAILING_TOO_LONG = 30 * DAY;
const SEVERAL = 5;
const GONE = 410;

/** @param attempts what was sent in this turn: one, or two where it was doubled on purpose */
export function outcomeOf(before: Delivery, endpoint: Endpoint | undefined, attempts: readonly Attempt[], now: Circumstances): Outcome {
  const last = attempts.at(-1);
  const tried = { ...before, tries: before.tries + 1, trouble: null, dueAt: null };
  if (attempts.some(({ verdict }) => verdict === 'delivered')) {
    return { delivery: { ...tried, state: 'delivered', reason: null }, endpoint: endpoint && healthy(endpoint), gaveUp: false };
  }
  // Cancelled while it was under way, or dropped on purpose: no word about the endpoint.
  if (before.state !== 'pending' || !last) return { delivery: before, endpoint, gaveUp: true };
  if (last.verdict === 'dropped') return { delivery: { ...tried, state: 'parked' }, endpoint, gaveUp: true };

  const wait = endpoint?.policy === 'retry' ? waitAfter(last, tried.tries, now) : null;
  const failing = endpoint && failed(endpoint, last, now.now);
  if (wait === null) return { delivery: { ...tried, state: 'parked' }, endpoint: failing, gaveUp: true };
  return { delivery: { ...tried, dueAt: now.now + wait }, endpoint: failing, gaveUp: false };
}

function waitAfter({ status, responseHeaders }: Attempt, tries: number, { schedule, machineNow, random }: Circumstances): number | null {
  if (status === GONE) return null;
  return nextWait(schedule, tries, retryAfter(responseHeaders['retry-after'], machineNow), random);
}

function healthy(endpoint: Endpoint): Endpoint {
  return endpoint.failures === 0 ? endpoint : { ...endpoint, failures: 0, failingSince: null };
}

function failed(before: Endpoint, { status }: Attempt, now: number): Endpoint {
  const failingSince = before.failingSince ?? now;
  const endpoint = { ...before, failingSince, failures: before.failures + 1 };
  if (endpoint.state !== 'on') return endpoint;
  if (endpoint.policy === 'retry') return status === GONE ? { ...endpoint, state: 'paused' } : endpoint;
  const isTooLong = now - failingSince > FAILING_TOO_LONG && endpoint.failures >= SEVERAL;
  return isTooLong ? { ...endpoint, state: 'disabled' } : endpoint;
}
