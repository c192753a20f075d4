/** The fault list, F2, F3 and F9 beside others: a receiver that hangs in all of its places, and gets to none of another one's. Source: security 3.3. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, openReceiver } from '../../helpers/receiver.ts';
import { openPost, PATIENT } from '../post.ts';

describe('webhooks · faults · a hanging receiver', () => {
  it('8 · F2 · does not slow a healthy one: its p99 stays below twice what it is without', async () => {
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

  it('8 · hangs, drips its headers, hints: each attempt ends at 3 seconds, whatever it does meanwhile', async () => {
    const post = await openPost({ deadlineMs: 3000 });
    const kinds = [answers.hang(), answers.drip(), answers.earlyHintsOnly(), answers.drip(100)];
    post.receiver.answer(...kinds);
    const began = performance.now();
    const ids = await Promise.all(kinds.map((_each, at) => post.drop({ lane: `1:${at}` })));
    await post.receiver.arrived(kinds.length);
    // How late this machine is with a timer of its own, beside them.
    await pause(3000);
    const late = performance.now() - began - 3000;
    for (const id of ids) {
      const { attempts } = await post.outcome(id);
      assert.equal(attempts[0]?.verdict, 'timeout');
      assert.ok(
        attempts[0].durationMs >= 2990 && attempts[0].durationMs <= 3300 + 2 * late,
        `${attempts[0].durationMs} ms, a timer ${late} late`,
      );
    }
    await post.close();
  });

  it('8 · of three bad ones (one hangs, one drips, one never ends its body), each takes only places of its own', async () => {
    const post = await openPost({ deadlineMs: PATIENT });
    const [hangs, drips, pours] = await Promise.all([openReceiver(), openReceiver(), openReceiver()]);
    const bad = [hangs, drips, pours];
    hangs.answer(answers.hang());
    drips.answer(answers.drip());
    pours.answer(answers.endlessBody());
    for (const [at, { url }] of bad.entries())
      for (let lane = 0; lane < 40; lane += 1) await post.drop({ to: url, appId: `${at}`, lane: `${at}:${lane}` });
    await Promise.all(bad.map((each) => each.arrived(32)));
    for (let i = 0; i < 50; i += 1) await post.drop({ appId: '9', lane: `9:${i % 7}` });
    await post.receiver.arrived(50);
    // Neither the one that hangs nor the one that drips had its deadline yet.
    assert.deepEqual([hangs.received.length, drips.received.length], [32, 32]);
    await Promise.all(bad.map((each) => each.close()));
    await post.close();
  });
});

function p99(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}
