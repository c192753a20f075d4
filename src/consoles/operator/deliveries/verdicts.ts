/** The verdict of an attempt as a sentence. */
import { SECOND } from '../../../clock.ts';
import { hasText, type TextKey, type Translate } from '../../../web/text/index.ts';
import type { Attempt, Delivery, Verdict } from '../../../webhooks/index.ts';

const SENTENCES = {
  delivered: 'verdict.delivered',
  dropped: 'verdict.dropped',
  timeout: 'verdict.timeout',
  connection_refused: 'verdict.connectionRefused',
  connection_reset: 'verdict.connectionReset',
  unreachable: 'verdict.unreachable',
  dns_lookup_failed: 'verdict.dnsLookupFailed',
  tls_failed: 'verdict.tlsFailed',
  bad_response: 'verdict.badResponse',
  address_refused: 'verdict.addressRefused',
  host_not_listed: 'verdict.hostNotListed',
  endpoint_removed: 'verdict.endpointRemoved',
  not_sent: 'verdict.notSent',
} as const satisfies Record<Exclude<Verdict, `status_${number}`>, TextKey>;

/** What an attempt is judged by. */
export type Judged = Pick<Delivery, 'url' | 'accepts'>;

export function verdictInWords(t: Translate, { verdict, status, durationMs, url }: Attempt, delivery: Judged): string {
  return t(sentenceOf(verdict, status, delivery.accepts), {
    status: statusInKorean(status),
    code: status ?? '',
    seconds: (durationMs / SECOND).toFixed(1),
    host: URL.parse(url ?? delivery.url)?.host ?? delivery.url,
    verdict,
  });
}

function sentenceOf(verdict: string, status: number | null, accepts: Delivery['accepts']): TextKey {
  if (!verdict.startsWith('status_')) return verdict in SENTENCES ? SENTENCES[verdict as keyof typeof SENTENCES] : 'verdict.other';
  if (status !== null && status >= 300 && status < 400) return 'verdict.redirect';
  const wanted = `verdict.wants${accepts}`;
  return hasText(wanted) ? wanted : 'verdict.status';
}

/** 302로, 303으로: the particle goes by the sound of the last digit (영, 삼, 육 end in a consonant that wants 으로). */
function statusInKorean(status: number | null): string {
  return `${status}${/[036]$/.test(String(status)) ? '으로' : '로'}`;
}
