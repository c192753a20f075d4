/** The verdict of an attempt as a sentence. */
import { SECOND } from '../../clock.ts';
import type { TextKey, Translate } from '../../web/text/index.ts';
import type { Attempt, Verdict } from '../../webhooks/index.ts';

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
  endpoint_removed: 'verdict.endpointRemoved',
  not_sent: 'verdict.notSent',
} as const satisfies Record<Exclude<Verdict, `status_${number}`>, TextKey>;

/** @param url where it was sent to, for the sentences that name the host */
export function verdictInWords(t: Translate, { verdict, status, durationMs }: Attempt, url: string): string {
  return t(sentenceOf(verdict, status), {
    status: statusInKorean(status),
    code: status ?? '',
    seconds: (durationMs / SECOND).toFixed(1),
    host: URL.parse(url)?.host ?? url,
    verdict,
  });
}

function sentenceOf(verdict: string, status: number | null): TextKey {
  if (verdict.startsWith('status_')) return status !== null && status >= 300 && status < 400 ? 'verdict.redirect' : 'verdict.status';
  return verdict in SENTENCES ? SENTENCES[verdict as keyof typeof SENTENCES] : 'verdict.other';
}

/** 302로, 303으로: the particle goes by the sound of the last digit (영, 삼, 육 end in a consonant that wants 으로). */
function statusInKorean(status: number | null): string {
  return `${status}${/[036]$/.test(String(status)) ? '으로' : '로'}`;
}
