/** Why no status came, in one word that is stored. */

export type Failure =
  | 'timeout'
  | 'connection_refused'
  | 'connection_reset'
  | 'unreachable'
  | 'dns_lookup_failed'
  | 'tls_failed'
  | 'bad_response'
  | 'address_refused'
  | 'host_not_listed'
  | 'not_sent';

/** The total deadline of an attempt has passed. */
export class DeadlinePassed extends Error {
  readonly code = 'DEADLINE';
}

/** First match wins. Codes of node, OpenSSL, llhttp (HPE), undici, and our own. */
const WORDS: readonly (readonly [RegExp, Failure])[] = [
  [/^(DEADLINE|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'timeout'],
  [/^ECONNREFUSED$/, 'connection_refused'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, 'connection_reset'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, 'unreachable'],
  [/^(ENOTFOUND|EAI_)/, 'dns_lookup_failed'],
  [/^(EPROTO|ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH)/, 'tls_failed'],
  [/^ADDRESS_REFUSED$/, 'address_refused'],
  [/^HOST_NOT_LISTED$/, 'host_not_listed'],
  [/^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/, 'bad_response'],
];

/** The word for what went wrong before a status came. */
export function failureOf(error: unknown): Failure {
  const { code, name, message } = error as { code?: unknown; name?: unknown; message?: unknown };
  // undici's "bad upgrade" and "bad response" (a stray 101 or 100) share the code of a closed socket.
  if (String(message).startsWith('bad ')) return 'bad_response';
  return WORDS.find(([pattern]) => pattern.test(String(code ?? name)))?.[1] ?? 'not_sent';
}
