/** How an attempt ended, in one word that is stored: `delivered`, or why it counts as failed. */

export type Failure =
  | `status_${number}`
  | 'timeout'
  | 'connection_refused'
  | 'connection_reset'
  | 'unreachable'
  | 'dns_lookup_failed'
  | 'tls_failed'
  | 'bad_response'
  | 'endpoint_removed'
  | 'not_sent';
/** `dropped`: never sent, on purpose. */
export type Verdict = 'delivered' | 'dropped' | Failure;

/** The total deadline of an attempt has passed. */
export class DeadlinePassed extends Error {
  readonly code = 'DEADLINE';
}

/** Kakao goes by the status alone: any 2xx is delivered, or the very one that is asked for; redirects are failures. Source: kakao-api 3.1. */
export function verdictOfStatus(status: number, accepts: '2xx' | '200' | '202' = '2xx'): Verdict {
  const isAccepted = accepts === '2xx' ? status >= 200 && status < 300 : status === Number(accepts);
  return isAccepted ? 'delivered' : `status_${status}`;
}

/** First match wins. Codes of node, OpenSSL, llhttp (HPE) and undici. */
const WORDS: readonly (readonly [RegExp, Failure])[] = [
  [/^(DEADLINE|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'timeout'],
  [/^ECONNREFUSED$/, 'connection_refused'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, 'connection_reset'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, 'unreachable'],
  [/^(ENOTFOUND|EAI_)/, 'dns_lookup_failed'],
  [/^(EPROTO|ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH)/, 'tls_failed'],
  [/^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/, 'bad_response'],
];

/** The word for what went wrong before a status came. */
export function verdictOfError(error: unknown): Failure {
  const { code, name, message } = error as { code?: unknown; name?: unknown; message?: unknown };
  // undici's "bad upgrade" and "bad response" (a stray 101 or 100) share the code of a closed socket.
  if (String(message).startsWith('bad ')) return 'bad_response';
  return WORDS.find(([pattern]) => pattern.test(String(code ?? name)))?.[1] ?? 'not_sent';
}
