/** The fault list, F2 beside others: a receiver that hangs in all of its places. Source: security 3.3. */
import assert from 'node:assert/strict';
import { answers, openReceiver } from '../../helpers/receiver.ts';
import { openPost } from '../post.ts';

describe('webhooks · faults · a hanging receiver', () => {
  it('F2 · does not slow a healthy one: its p99 stays below twice what it is without', async () => {
    const post = await openPost({ deadlineMs: 120_000 });
    const hanging = await openReceiver();
    /** Milliseconds from the unit of work to the receiver, one after the other. */
    const timed = async (count: number): Promise<number[]> => {
      const times: number[] = [];
      for (let i = 0; i < count; i += 1) {
        const [began, before] = [performance.now(), post.receiver.received.length];
        await post.drop({ appId: '2', lane: `2:${i % 7}` });
        await post.receiver.arrived(before + 1);
        times.push(performance.now() - began);
      }
      return times;
    };
    /** Both in turn, so that whatever else this machine does is in both. */
    const ratio = async (): Promise<number> => {
      const [without, beside]: [number[], number[]] = [[], []];
      for (let block = 0; block < 10; block += 1) {
        without.push(...(await timed(30)));
        const gate = Promise.withResolvers<void>();
        hanging.answer(answers.once(gate.promise, answers.status(200)));
        const before = hanging.received.length;
        for (let i = 0; i < 40; i += 1) await post.drop({ to: hanging.url, lane: `1:${i}` });
        await hanging.arrived(before + 32);
        beside.push(...(await timed(30)));
        gate.resolve();
        await post.webhooks.settled();
      }
      return p99(beside) / p99(without);
    };
    const ratios: number[] = [];
    while (ratios.length < 4 && !ratios.some((each) => each < 2)) ratios.push(await ratio());
    assert.ok(ratios.at(-1)! < 2, `p99 beside a hanging receiver is ${ratios.join(', ')} times that without`);
    await post.close();
    await hanging.close();
  }).timeout(180_000);
});

function p99(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}
