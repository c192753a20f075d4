/** Frames: the gallery may hold its own pictures, and nobody may hold any other page. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { loggedIn } from '../oauth/helpers.ts';
import { picturesOf, stateOf } from './helpers.ts';

describeHouse('gallery · frames', (world) => {
  it('lets pages of our own hold a picture, and nobody else', async () => {
    const { headers } = await stateOf(world, APPS.demo, 'first-link');
    assert.match(headers['content-security-policy']!, /frame-ancestors 'self'/);
    assert.equal(headers['x-frame-options'], 'SAMEORIGIN');
  });

  it('lets nobody hold the real screen, the gallery, or what is not there', async () => {
    const pages = [
      await loggedIn(world, APPS.demo, 'han'),
      await world.visitor().open('/_sim/gallery'),
      await stateOf(world, APPS.demo, 'no-such-state'),
    ];
    for (const { headers } of pages) {
      assert.match(headers['content-security-policy']!, /frame-ancestors 'none'/);
      assert.equal(headers['x-frame-options'], 'DENY');
    }
  });

  it('shows each state in a frame of its own, with a link and what it was built from', async () => {
    const { html } = await world.visitor().open(`/_sim/gallery?app=${APPS.demo}&group=again&in=ko&in=en&width=360&width=1280`);
    const again = (await picturesOf(world.visitor())).filter(({ group, lacks }) => group === 'again' && lacks.length === 0);
    assert.equal([...html.matchAll(/<iframe /g)].length, again.length * 4);
    for (const { state } of again) assert.ok(html.includes(`id="${state}"`) && html.includes(`data-testid="open-${state}"`), state);
    assert.match(html, /scope=profile_image,age_range/);
    assert.match(html, /데모상점 \(1000001\) · 현재 상태/);
  });

  it('says in one page what is wrong with an axis, and has none for an app, person or approval that is not there', async () => {
    assert.equal((await world.visitor().open('/_sim/gallery?width=12')).status, 400);
    assert.equal((await world.visitor().open('/_sim/gallery?app=1')).status, 404);
    assert.equal((await stateOf(world, '1', 'first-link')).status, 404);
    assert.equal((await stateOf(world, APPS.demo, 'first-link', { as: 'nobody' })).status, 404);
    assert.equal((await stateOf(world, APPS.demo, 'first-link', { from: `0-terms:${APPS.ellaBongBong}` })).status, 404);
    assert.match((await world.visitor().open(`/_sim/gallery?app=${APPS.demo}&from=nothing`)).html, /data-testid="gallery-empty"/);
  });
});
