/** A page that is answered while another tab goes ahead with the same login. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { loggedIn, placeOf } from './helpers.ts';

describeHouse('oauth · another tab goes ahead', (world) => {
  it('does not bring back a login that ended while the answer was written', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    const id = `Interaction:${page.url.pathname.split('/').at(-1)}`;
    assert.ok(await world.house.store.get('artifacts', id));
    // As the other tab does it, between the look at the interaction and the last word about it.
    const stop = world.house.store.watch('links', () => void world.house.store.write(async (tx) => tx.remove('artifacts', id)));
    const answer = await visitor.submit(page, agreement(page, 'all'));
    stop();
    assert.equal(await world.house.store.get('artifacts', id), undefined);
    assert.equal(placeOf(answer), 'consent');
    assert.match(answer.html, /data-testid="notice"/);
  });
});
