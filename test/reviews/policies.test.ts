/** How a review comes to its decision: by hand, at once, or by its working days. */
import assert from 'node:assert/strict';
import { createClock } from '../../src/clock.ts';
import { openHouse } from '../../src/house.ts';
import { describeRooms, OWNER, refused } from '../helpers/rooms.ts';

describeRooms('reviews · policies', (rooms) => {
  const submit = async (subject = 'x') =>
    rooms.house.store.write((tx) => rooms.house.reviews.submit(tx, { kind: 'terms', subject, by: OWNER }));

  it('are by hand unless told otherwise, for each kind', async () => {
    await rooms.house.reviews.setPolicy('terms', 'at-once');
    assert.equal(await rooms.house.reviews.policy('terms'), 'at-once');
    assert.equal(await rooms.house.reviews.policy('items'), 'by-hand');
  });

  it('at once: is approved when it is submitted, and what waits by hand still waits', async () => {
    const waiting = await submit('by hand');
    await rooms.house.reviews.setPolicy('terms', 'at-once');
    const { id } = await submit();
    assert.ok(await rooms.house.reviews.approved(id));
    await refused('already_decided', rooms.house.reviews.reject(id, '늦었습니다'));
    assert.ok(!(await rooms.house.reviews.approved(waiting.id)));
  });

  it('working days: is approved after three to five of them', async () => {
    await rooms.house.reviews.setPolicy('terms', 'working-days');
    const days = new Set<string>();
    for (let i = 0; i < 60; i += 1) days.add(new Date((await submit(`app ${i}`)).dueAt!).toISOString().slice(0, 10));
    // Submitted on Monday, 23 November: Thursday, Friday, Monday.
    assert.deepEqual([...days].sort(), ['2026-11-26', '2026-11-27', '2026-11-30']);
  });

  it('working days: holds from the very moment, looked at or not', async () => {
    await rooms.house.reviews.setPolicy('terms', 'working-days');
    const { id, dueAt } = await submit();
    rooms.clock.advance(dueAt! - rooms.clock.now() - 60_000);
    assert.ok(!(await rooms.house.reviews.approved(id)));
    await refused('review_pending', submit());
    rooms.clock.advance(120_000);
    const decision = { outcome: 'approved', reason: null, leftOut: [], decidedAt: dueAt };
    assert.deepEqual((await rooms.house.reviews.byId(id))?.decision, decision);
    assert.equal((await rooms.house.store.get('reviews', id))?.decision, null, 'nothing is written by looking');
    await refused('already_decided', rooms.house.reviews.reject(id, '늦었습니다'));
    await submit();
  });

  it('working days: somebody may be faster', async () => {
    await rooms.house.reviews.setPolicy('terms', 'working-days');
    const { id } = await submit();
    await rooms.house.reviews.reject(id, '반려');
    rooms.at('2027-11-23T00:00:00Z');
    assert.equal((await rooms.house.reviews.byId(id))?.decision?.outcome, 'rejected');
  });

  it('what was due is written down by settling, so that it holds after a restart with an earlier clock', async () => {
    await rooms.house.reviews.setPolicy('terms', 'working-days');
    const { id, dueAt } = await submit();
    assert.deepEqual(await rooms.house.reviews.settle(), []);
    rooms.at('2026-12-07T00:00:00Z');
    assert.deepEqual(
      (await rooms.house.reviews.settle()).map((review) => review.id),
      [id],
    );
    assert.deepEqual(await rooms.house.reviews.settle(), []);
    const { store } = rooms.house;
    const early = createClock(Date.parse('2026-11-24T00:00:00Z') - Date.now());
    const again = await openHouse({ store, clock: early, url: '', documentsFolder: null, report: console.error });
    assert.equal((await again.reviews.byId(id))?.decision?.decidedAt, dueAt);
  });
});
