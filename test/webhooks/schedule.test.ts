/** When it is tried again. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DAY, SECOND } from '../../src/clock.ts';
import { nextWait, retryAfter, USUAL_SCHEDULE } from '../../src/webhooks/schedule.ts';

describe('webhooks · the schedule', () => {
  it('waits longer each time, a day at most, and gives up after eight attempts', () => {
    const waits = Array.from({ length: 8 }, (_, at) => nextWait(USUAL_SCHEDULE, at + 1, null, 0));
    const seconds = waits.map((ms) => ms && ms / SECOND);
    assert.deepEqual(seconds, [5, 25, 125, 625, 3125, 15_625, 78_125, null]);
  });

  it('spreads what failed together by up to a quarter', () => {
    assert.equal(nextWait(USUAL_SCHEDULE, 1, null, 0.5), 5 * SECOND * 1.125);
  });

  it('never comes before Retry-After, unless that is more than a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 4 * DAY }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (tries, asked, random) => {
          const wait = nextWait(USUAL_SCHEDULE, tries, asked, random)!;
          assert.ok(wait >= Math.min(asked, DAY), `${wait} for ${asked}`);
          assert.ok(wait <= 1.25 * DAY);
          assert.ok(wait >= nextWait(USUAL_SCHEDULE, tries, null, 0)!);
        },
      ),
    );
  });

  it('reads Retry-After as seconds and as a date, and nothing else', () => {
    const at = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');
    assert.equal(retryAfter('120', at), 120 * SECOND);
    assert.equal(retryAfter('Wed, 21 Oct 2026 07:28:30 GMT', at), 30 * SECOND);
    assert.equal(retryAfter('Wed, 21 Oct 2026 07:20:00 GMT', at), 0);
    for (const header of [undefined, '', '-1', '1.5', 'soon', '2026-10-21', 'nonsense GMT'])
      assert.equal(retryAfter(header, at), null, header);
  });
});
