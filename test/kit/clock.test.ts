/** The clock of the library. */
import assert from 'node:assert/strict';
import { DAY, HOUR } from '../../src/clock.ts';
import { createSimulator, type Simulator } from '../../src/index.ts';
import { refused } from '../helpers/rooms.ts';
import { useFolder } from '../helpers/store.ts';

describe('the library · clock', () => {
  const folder = useFolder();
  const open = (): Promise<Simulator> => createSimulator({ memory: false, data: folder() });

  it('advances, stands still, is set, and is the same after a restart', async () => {
    let frozenAt: Date;
    {
      await using kakao = await open();
      const began = kakao.clock.now().getTime();
      await kakao.clock.advance('6h');
      assert.ok(kakao.clock.now().getTime() >= began + 6 * HOUR);
      await kakao.clock.freeze();
      frozenAt = kakao.clock.now();
      await kakao.clock.advance(HOUR);
      assert.equal(kakao.clock.now().getTime() - frozenAt.getTime(), HOUR);
      frozenAt = kakao.clock.now();
    }
    await using kakao = await open();
    assert.equal(kakao.clock.isFrozen, true);
    assert.deepEqual(kakao.clock.now(), frozenAt);
    await kakao.clock.set(new Date(frozenAt.getTime() + DAY));
    assert.equal(kakao.clock.now().getTime() - frozenAt.getTime(), DAY);
    await kakao.clock.run();
    assert.equal(kakao.clock.isFrozen, false);
    await refused('clock_goes_forward', kakao.clock.set('2020-01-01'));
    await refused('input_refused', kakao.clock.set('yesterday'), { field: 'at' });
    await refused('input_refused', kakao.clock.advance('6 days ago'), { field: 'by' });
    await refused('no_review_due', kakao.clock.advance());
  });

  it('is each simulator’s own', async () => {
    await using one = await createSimulator();
    await using other = await createSimulator();
    await one.clock.freeze('2031-05-05T09:00:00Z');
    assert.equal(one.clock.now().toISOString(), '2031-05-05T09:00:00.000Z');
    assert.ok(other.clock.now().getTime() < one.clock.now().getTime());
    assert.equal(other.clock.isFrozen, false);
  });
});
