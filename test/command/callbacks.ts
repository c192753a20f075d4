/** What the receiver of a world with people of sign-up.ts has got. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Receiver } from '../helpers/receiver.ts';

/** Waits for both callbacks of everybody. One that is sent again after a crash is the same delivery. */
export async function callbacksArrive(receiver: Receiver, numbers: readonly string[]): Promise<void> {
  const expected = numbers.flatMap((number) => [`channel ${number}`, `sync ${number}`]);
  const missing = () => expected.filter((about) => !deliveriesOf(receiver).has(about));
  const deadline = AbortSignal.timeout(60_000);
  const late = once(deadline, 'abort');
  while (missing().length > 0) {
    assert.ok(!deadline.aborted, `never sent: ${missing().join(', ')}`);
    await Promise.race([receiver.arrived(receiver.received.length + 1), late]);
  }
  for (const [about, ids] of deliveriesOf(receiver)) assert.equal(ids.size, 1, `${about} is one delivery`);
}

/** The ids of what was received, by kind and user number. */
function deliveriesOf(receiver: Receiver): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { path, body, headers } of receiver.received) {
    const said = JSON.parse(body) as { id?: number; data?: { id: number } };
    const about = `${path.split('/').pop()} ${said.data?.id ?? said.id}`;
    ids.set(about, (ids.get(about) ?? new Set()).add(String(headers['webhook-id'] ?? headers['x-kakao-resource-id'])));
  }
  return ids;
}
