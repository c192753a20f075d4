/** `clock`: the house time, from a terminal. */
import assert from 'node:assert/strict';
import { HOUR } from '../../src/clock.ts';
import { describeHouse } from '../helpers/house.ts';
import { command } from './in-process.ts';

describeHouse('the command · clock', (world) => {
  const clock = (...args: string[]) => command(world.url, 'clock', ...args);

  it('says the time, moves it, stops it and lets it go', async () => {
    assert.match((await clock()).stdout, /^it is \d{4}-\d\d-\d\d [\d:]{8} in Korea \(\S+Z\)\n$/);
    assert.equal((await clock('advance', '6h')).code, 0);
    assert.equal(world.clock.offset(), 6 * HOUR);
    assert.equal(
      (await clock('freeze', '2030-12-25T09:00')).stdout,
      'it is 2030-12-25 09:00:00 in Korea (2030-12-25T00:00:00.000Z), standing still\n',
    );
    assert.equal((await clock('set', '2031-01-01')).stdout.slice(0, 25), 'it is 2031-01-01 00:00:00');
    const { aheadMs, ...told } = JSON.parse((await clock('--json')).stdout) as Record<string, unknown>;
    assert.equal(typeof aheadMs, 'number');
    assert.deepEqual(told, { now: '2030-12-31T15:00:00.000Z', frozen: true, nextReviewAt: null });
    assert.equal((await clock('run')).code, 0);
    assert.equal(world.clock.standing().frozenAt, null);
  });

  it('says in one line what it does not understand', async () => {
    for (const [args, says] of [
      [['advance'], /clock advance: say how far, like 6h, or --to-review\n$/],
      [['advance', 'soon'], /by: expected a duration like 6h, .*, got "soon"\n$/],
      [['advance', '--to-review'], /no review falls due by itself/],
      [['set', '2020-01-01'], /house time is .* and goes forward only/],
      [['stop'], /clock: expected advance, set, freeze, run, got "stop"\n$/],
    ] as const) {
      const { code, stderr, stdout } = await clock(...args);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, says);
    }
  });
});
