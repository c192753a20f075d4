/** An attempt as a person reads it: the bytes of both sides, how long it took of the three seconds, and how it ended. */
import { STATUS_CODES } from 'node:http';
import { SECOND } from '../../../clock.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import { hasText, type Translate } from '../../../web/text/index.ts';
import { type Attempt, type Delivery, wireRequest, wireText } from '../../../webhooks/index.ts';
import { headerLines, maskedHeader } from '../masked.ts';
import { verdictInWords } from './verdicts.ts';

export interface AttemptCard {
  /** 1 is the oldest. */
  number: number;
  name: string;
  at: Moment;
  verdict: string;
  look: 'ok' | 'fail';
  timing: Timing;
  isReplay: boolean;
  /** What was done to it on purpose, in words. */
  trouble: string | null;
  /** As it went over the wire; null where nothing was sent. */
  request: string | null;
  /** Status line and headers; null where none came. */
  response: string | null;
  /** The newest one is unfolded. */
  isOpen: boolean;
}

/** A bar against the deadline, in hundredths of its width. */
export interface Timing {
  text: string;
  took: number;
  deadline: number;
  isLate: boolean;
}

/** What Kakao gives a receiver. Source: kakao-api 3.1. */
const DEADLINE = 3 * SECOND;
/** The bar goes on a little behind the deadline, so that one sees where it is. */
const SCALE = 1.1 * DEADLINE;
const UNSENT: readonly string[] = ['endpoint_removed', 'not_sent', 'dropped'];

/** Newest first. */
export function attemptCards(t: Translate, delivery: Delivery, attempts: readonly Attempt[], withSecrets: boolean): AttemptCard[] {
  return attempts
    .map((attempt, at) => ({
      number: at + 1,
      name: t('deliveries.attempt', { number: at + 1 }),
      at: momentOf(attempt.startedAt),
      verdict: verdictInWords(t, attempt, delivery),
      look: attempt.verdict === 'delivered' ? ('ok' as const) : ('fail' as const),
      timing: timingOf(t, attempt.durationMs),
      isReplay: attempt.isReplay,
      trouble: attempt.trouble && troubleInWords(t, attempt.trouble),
      request: UNSENT.includes(attempt.verdict) ? null : requestText(delivery, attempt, withSecrets),
      response: attempt.status === null ? null : responseText(attempt, withSecrets),
      isOpen: at === attempts.length - 1,
    }))
    .reverse();
}

/** The request as it goes over the wire, its secrets masked unless they were asked for. */
export function requestText(delivery: Delivery, attempt: Attempt | undefined, withSecrets: boolean): string {
  const request = wireRequest(delivery, attempt);
  return wireText(withSecrets ? request : { ...request, headers: request.headers.map(maskedHeader) });
}

function responseText({ status, responseHeaders }: Attempt, withSecrets: boolean): string {
  const headers = Object.entries(responseHeaders);
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status ?? 0] ?? ''}`.trim();
  return [line, headerLines(withSecrets ? headers : headers.map(maskedHeader))].join('\n');
}

function timingOf(t: Translate, durationMs: number): Timing {
  const share = (ms: number): number => Math.round((Math.min(ms, SCALE) / SCALE) * 1000) / 10;
  return {
    text: t('deliveries.took', { seconds: (durationMs / SECOND).toFixed(durationMs < SECOND ? 3 : 2), deadline: DEADLINE / SECOND }),
    took: Math.max(share(durationMs), 0.5),
    deadline: share(DEADLINE),
    isLate: durationMs >= DEADLINE,
  };
}

function troubleInWords(t: Translate, trouble: string): string {
  const key = `trouble.${trouble}`;
  return hasText(key) ? t(key) : trouble;
}
