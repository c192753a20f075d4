/** A client of the control API of a running simulator. */
import { CommandRefused, keyOf, urlOf, type WhereFlags } from './surroundings.ts';

type Target = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
export type Query = Readonly<Record<string, string | number | undefined>>;

export type Client = ReturnType<typeof clientOf>;

/** Of the simulator that flags and environment name. What a call throws is a CommandRefused with one sentence. */
export function clientOf(flags: WhereFlags, environment: NodeJS.ProcessEnv) {
  const url = urlOf(flags.url, environment);
  const key = keyOf(flags, environment);
  return {
    url,
    /** The answer of `METHOD /path`. */
    async call<T>(target: Target, { query = {}, body }: { query?: Query; body?: object } = {}): Promise<T> {
      const [method = '', path = ''] = target.split(' ');
      const sent = method === 'GET' ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) };
      return (await json(url, await asked(url, key, path, query, { method, ...sent }))) as T;
    },
    /** The data of server-sent events, until they end. Rejects with the error of the connection when it breaks. */
    async events<T>(path: string, query: Query, signal: AbortSignal): Promise<AsyncIterable<T>> {
      const response = await asked(url, key, path, query, { signal });
      if (!response.ok || !response.body) return json(url, response) as Promise<never>;
      return dataOf<T>(response.body);
    },
  };
}

async function asked(
  url: string,
  key: string,
  path: string,
  query: Query,
  init: RequestInit & { headers?: Record<string, string> },
): Promise<Response> {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]));
  const search = new URLSearchParams(given).toString();
  try {
    const headers = { ...init.headers, ...(key && { Authorization: `Bearer ${key}` }) };
    return await fetch(`${url}/_sim/api${path}${search && `?${search}`}`, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new CommandRefused(
      `no simulator answers at ${url} (${reasonOf(error)}); start one with "kakao-sync-simulator", or say where it runs with --url or KAKAO_SYNC_URL`,
      { url },
    );
  }
}

/** Throws CommandRefused for a problem, and for what is no simulator. */
async function json(url: string, response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(problem\+)?json/.test(type)) {
    await response.body?.cancel();
    throw new CommandRefused(`what answers at ${url} is no simulator of this version (${response.status}, ${type || 'no type'})`, { url });
  }
  const body: unknown = await response.json();
  if (response.ok) return body;
  const { detail, mend, expected } = body as { detail: string; mend: string; expected?: string };
  // What was expected is the mend of a value that does not fit.
  throw new CommandRefused(expected === undefined ? `${detail.replace(/\.$/, '')}. ${mend}` : detail, { url });
}

async function* dataOf<T>(body: ReadableStream<Uint8Array>): AsyncIterable<T> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: ')) yield JSON.parse(line.slice('data: '.length)) as T;
  }
}

/** Why nothing answers: the code of the first cause that has one. */
export function reasonOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error;) {
    const first: unknown = at instanceof AggregateError ? at.errors[0] : at;
    if (first instanceof Error && 'code' in first && typeof first.code === 'string') return REASONS[first.code] ?? first.code;
    at = at.cause;
  }
  return error instanceof Error ? error.message : String(error);
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  UND_ERR_SOCKET: 'connection closed',
  ENOTFOUND: 'no such host',
  EHOSTUNREACH: 'host unreachable',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
};
