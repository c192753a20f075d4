/** The bench of the fault list: a recorder, events in lanes, and the oracle that says what must have come of them. Source: security 3.3. */
import assert from 'node:assert/strict';
import { ALL, type Delivery, type Endpoint } from '../../../src/store/index.ts';
import type { WebhooksOptions } from '../../../src/webhooks/index.ts';
import { openRecorder, type Receipt, type Recorder } from '../../helpers/recorder.ts';
import { openPost, PATIENT, type Post } from '../post.ts';

export interface Bench extends Post {
  readonly recorder: Recorder;
  /** Ids in the order in which they were committed. */
  readonly committed: string[];
  /** Writes events into lanes in turn; to the recorder unless told otherwise. */
  events(count: number, options?: Spread): Promise<void>;
  /** Lets house time go on until nothing is left to try. */
  finish(): Promise<void>;
  /** What became of the events, oldest first. */
  deliveries(): Promise<Delivery[]>;
}

export interface Spread {
  lanes?: number;
  to?: string;
  endpoint?: Partial<Endpoint>;
}

export async function openBench(options: Partial<WebhooksOptions> = {}): Promise<Bench> {
  const [post, recorder] = await Promise.all([openPost({ deadlineMs: PATIENT, ...options }), openRecorder()]);
  const committed: string[] = [];
  const seqs = new Map<string, number>();
  return {
    ...post,
    recorder,
    committed,
    async events(count, { lanes = 3, to = recorder.url, endpoint = {} } = {}) {
      for (let i = 0; i < count; i += 1) {
        const lane = `1:${i % lanes}`;
        const seq = (seqs.get(lane) ?? 0) + 1;
        seqs.set(lane, seq);
        committed.push(await post.drop({ to, lane, body: JSON.stringify({ lane, seq }), endpoint }));
      }
    },
    async finish() {
      for (;;) {
        await post.webhooks.settled();
        const due = (await post.store.find('deliveries', 'pending', ALL)).flatMap(({ dueAt }) => dueAt ?? []);
        if (due.length === 0) return;
        post.clock.advance(Math.max(0, Math.min(...due) - post.clock.now()));
      }
    },
    deliveries: () => post.store.find('deliveries', 'all', ALL),
    async close() {
      await post.close();
      await recorder.close();
    },
  };
}

/** At least once: everything that was committed came, in order inside of each lane, and twice only where that may be. */
export function cameAtLeastOnce(receipts: readonly Receipt[], committed: readonly string[], mayRepeat = false): void {
  const first = new Map<string, Receipt>();
  for (const receipt of receipts) if (!first.has(receipt.id)) first.set(receipt.id, receipt);
  assert.deepEqual([...first.keys()].sort(), [...committed].sort(), 'ids received are ids committed');
  const last = new Map<string, number>();
  for (const { lane, seq } of first.values()) {
    assert.ok(seq > (last.get(lane) ?? 0), `${lane}: ${seq} came after ${last.get(lane)}`);
    last.set(lane, seq);
  }
  if (!mayRepeat) assert.equal(receipts.length, first.size, 'nothing came twice');
}

/** `kakao`: exactly one attempt each, what failed is parked, and nobody got anything twice or out of order. */
export async function wasTriedOnce(bench: Bench): Promise<void> {
  const arrived = new Set<string>();
  for (const { id, state } of await bench.deliveries()) {
    const attempts = await bench.webhooks.attempts(id);
    assert.deepEqual([attempts.length, state], [1, attempts[0]?.verdict === 'delivered' ? 'delivered' : 'parked']);
    if (bench.recorder.receipts.some((receipt) => receipt.id === id)) arrived.add(id);
  }
  cameAtLeastOnce(bench.recorder.receipts, [...arrived]);
}
