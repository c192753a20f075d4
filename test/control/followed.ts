/** A follower of the deliveries: reads its server-sent events one by one. */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { World } from '../helpers/house.ts';

export interface Followed {
  id: string;
  event: string;
  headers: Record<string, string>;
  [more: string]: unknown;
}

/** Follows, and resolves once it hears what comes. */
export async function followed({ url }: Pick<World, 'url'>, query: string, headers: Record<string, string> = {}) {
  const leave = new AbortController();
  const response = await fetch(`${url}/_sim/api/deliveries/events${query}`, { headers, signal: leave.signal });
  const body = Readable.fromWeb(response.body as ReadableStream);
  body.on('error', () => undefined);
  const lines = createInterface(body)[Symbol.asyncIterator]();
  let seen = 0;
  return {
    type: response.headers.get('content-type'),
    async next(): Promise<Followed> {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error('the stream ended');
        if (!value.startsWith('data: ')) continue;
        seen += 1;
        return JSON.parse(value.slice('data: '.length)) as Followed;
      }
    },
    /** How many events `next` has read. */
    seen: () => seen,
    end: () => leave.abort(),
  };
}
