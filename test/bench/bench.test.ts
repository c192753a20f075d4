import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readReport, reportOf, type Run } from './report.ts';
import { compare, inTurns, judge, median } from './measure.ts';
import type { Held } from './holder.ts';
import { startHelper } from './processes.ts';

describe('npm run bench', () => {
  it('takes the one in the middle, and the mean of the two there', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([4, 1, 2, 9]), 3);
    assert.throws(() => median([]), /nothing/);
  });

  it('compares round by round, so that a machine that is slow for a while favours nobody', () => {
    const { ratio, ours, other } = compare({ says: '', unit: '', ours: [10, 2, 30], other: [20, 4, 60] });
    assert.deepEqual([ratio, ours, other], [0.5, 10, 20]);
  });

  it('says whether a figure is as it has to be', () => {
    const figure = { says: '', unit: '', ours: 600, other: 1000, ratio: 0.6 };
    const met = (limit: Parameters<typeof judge>[1]) => judge(figure, limit).met;
    assert.deepEqual([met({ of: 'ratio', atLeast: 0.6 }), met({ of: 'ratio', atLeast: 0.61 })], [true, false]);
    assert.deepEqual([met({ of: 'ours', atMost: 600 }), met({ of: 'ours', atMost: 599 })], [true, false]);
    assert.equal(met(null), null);
  });

  it('measures in turns, forth and back, and does not count the first round', async () => {
    const order: string[] = [];
    const contender = (name: string) => async () => order.push(name);
    const figures = await inTurns(2, { a: contender('a'), b: contender('b') }, () => undefined);
    assert.deepEqual(order.join(''), 'abbaab');
    assert.deepEqual(figures, { a: [4, 5], b: [3, 6] });
  });

  it('holds a process to a share of a processor, and has it run again when it is let go, and when the holder ends', async () => {
    const held = await startHelper<null, null>('holder.ts');
    const holder = await startHelper<null, Held | null>('holder.ts');
    const letGo = [() => holder.ask(null), () => holder.end()];
    try {
      for (const free of letGo) {
        // So small that what is stopped runs again after an hour.
        await holder.ask({ pids: [held.pid], share: 1e-6 });
        let hasAnswered = false;
        const answer = held.cpu().then(() => (hasAnswered = true));
        for (let others = 0; others < 50; others += 1) await holder.cpu();
        assert.equal(hasAnswered, false);
        await free();
        assert.ok(await answer);
      }
    } finally {
      await held.end();
    }
  });

  it('reads from its report what it has written there', () => {
    const measured = [judge({ says: 'a ÷ b', unit: 'per second', ours: 1, other: 2, ratio: 0.5 }, { of: 'ratio', atLeast: 0.6 })];
    const run: Run = { says: 'a', command: 'npm run bench -- a', on: '2026-11-28', machine: 'a machine', load: 0, measured };
    const page = reportOf([['a', run]]);
    assert.match(page, /\| a ÷ b \| 0\.50 \| 1\.00 per second \| 2\.00 per second \| \*\*not met\*\*: at least 0\.6 \|/);
    assert.deepEqual(readReport(page), { a: run });
  });

  it('prints one JSON object on its last line, and leaves no process behind', async () => {
    const script = fileURLToPath(new URL('index.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, 'deliveries', '--quick', '--json']);
    const { quick, runs } = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as { quick: boolean; runs: Record<string, Run> };
    assert.equal(quick, true);
    assert.deepEqual(Object.keys(runs), ['deliveries']);
    const [measured] = runs['deliveries']!.measured;
    assert.ok(measured!.ours > 0 && measured!.other > 0 && measured!.ratio > 0);
    assert.deepEqual(measured!.limit, { of: 'ratio', atLeast: 0.6 });
  });

  it('knows its figures by name', async () => {
    const script = fileURLToPath(new URL('index.ts', import.meta.url));
    await assert.rejects(promisify(execFile)(process.execPath, [script, 'nothing']), /there is no figure "nothing"/);
  });
});
