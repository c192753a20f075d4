/** Forwarding: each delivery as it is, in order inside of its lane, lanes beside one another; what the receiver does is printed. */
import { Client } from 'undici';
import { reasonOf } from './client.ts';
import type { Delivery } from './deliveries.ts';
import { type painter, plain, wallTime } from './terminal.ts';

export interface ForwardOptions {
  to: string;
  /** Ends what is under way. */
  over: AbortSignal;
  paint: ReturnType<typeof painter>;
  say: (line: string) => void;
}

/** Long enough for somebody at a breakpoint. */
const LONGEST_MS = 60_000;
/** Kakao's. */
const LIMIT_MS = 3000;

/** Returns the function that forwards. It never throws. */
export function forwarder(options: ForwardOptions): (delivery: Delivery) => void {
  const lanes = new Map<string, Promise<void>>();
  return (delivery) => {
    const { lane } = delivery;
    const turn = (lanes.get(lane) ?? Promise.resolve()).then(() => forward(options, delivery));
    lanes.set(lane, turn);
    void turn.finally(() => lanes.get(lane) === turn && lanes.delete(lane));
  };
}

async function forward({ to, over, paint, say }: ForwardOptions, delivery: Delivery): Promise<void> {
  if (over.aborted) return;
  const { event, nickname, account, id, method } = delivery;
  say(`${paint('dim', wallTime())}  --> ${event} ${plain(nickname ?? account)} [${id}]`);
  const began = performance.now();
  const answer = await send(to, over, delivery).then(
    (status) => ({ word: String(status), isGood: status >= 200 && status < 300 }),
    (error: unknown) => ({ word: reasonOf(error), isGood: false }),
  );
  if (over.aborted) return;
  const ms = Math.round(performance.now() - began);
  const late = ms > LIMIT_MS ? paint('yellow', ' (Kakao waits for 3 seconds)') : '';
  say(`${paint('dim', wallTime())}  <-- ${paint(answer.isGood ? 'green' : 'red', `[${answer.word}]`)} ${method} ${to} ${ms} ms${late}`);
}

/** The status. Redirects are not followed, and the body is not read, as Kakao does. */
async function send(to: string, over: AbortSignal, { method, headers, body }: Delivery): Promise<number> {
  const { origin, pathname, search } = new URL(to);
  const asked = method === 'GET' && body ? `${search ? `${search}&` : '?'}${body}` : search;
  // No headers but these, and those that HTTP cannot do without.
  const client = new Client(origin, { pipelining: 0, headersTimeout: LONGEST_MS });
  try {
    const response = await client.request({ method, path: pathname + asked, headers, signal: over, ...(method === 'POST' && { body }) });
    response.body.on('error', () => undefined);
    return response.statusCode;
  } finally {
    client.destroy().catch(() => undefined);
  }
}
