/** The fault list, F14, F15, F17: the process ends at the worst moment. Source: security 3.3. */
import assert from 'node:assert/strict';
import { answers } from '../../helpers/receiver.ts';
import { ok, openRecorder, type Recorder } from '../../helpers/recorder.ts';
import { useFolder } from '../../helpers/store.ts';
import { killAll } from '../../helpers/store-process.ts';
import { cameAtLeastOnce } from './bench.ts';
import { type ChildOptions, startChild } from './process.ts';

describe('webhooks · faults · the end of the process', () => {
  const folder = useFolder();
  let recorder: Recorder;
  beforeEach(async () => {
    recorder = await openRecorder();
  });
  afterEach(() => {
    killAll();
    return recorder.close();
  });

  const start = (options: Partial<ChildOptions>) =>
    startChild({ place: folder(), url: recorder.url, policy: 'kakao', lanes: 3, each: 4, sends: true, deadlineMs: 60_000, ...options });

  for (const policy of ['kakao', 'retry'] as const) {
    it(`7 · F14 · kill -9 between commit and first send, under ${policy}: sent after the restart, once`, async () => {
      const first = start({ policy, sends: false });
      const committed = await first.until('written');
      await first.kill();
      const second = start({ policy });
      await second.until('done');
      cameAtLeastOnce(recorder.receipts, committed);
      await second.kill();
    });

    it(`7 · F15 · kill -9 between the receiver's taking it and our writing that down, under ${policy}: one duplicate, with the same id`, async () => {
      let first = true;
      recorder.behave(() => ({ takes: true, answer: first ? answers.hang() : answers.status(200) }));
      const killed = start({ policy, lanes: 1, each: 1 });
      const [id] = await killed.until('written');
      await recorder.arrived(1);
      await killed.kill();
      first = false;
      const restarted = start({ policy, lanes: 1, each: 1 });
      await restarted.until('done');
      assert.deepEqual(
        recorder.receipts.map((receipt) => receipt.id),
        [id, id],
      );
      await restarted.kill();
    });
  }

  it('F17 · SIGTERM: attempts in flight end and are written down, exit code 0, nothing is sent twice or lost', async () => {
    const gate = Promise.withResolvers<void>();
    recorder.behave(() => ({ takes: true, answer: answers.once(gate.promise, answers.status(200)) }));
    const ended = start({});
    const committed = await ended.until('written');
    await recorder.arrived(3);
    const code = ended.end('SIGTERM');
    gate.resolve();
    assert.equal(await code, 0);
    recorder.behave(() => ok);
    const next = start({});
    await next.until('done');
    cameAtLeastOnce(recorder.receipts, committed);
    await next.kill();
  });
});
