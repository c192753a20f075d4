/** What a picture is built from: the app as it is, its draft, or what a past approval had granted. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { DESK, EMPTY_DRAFT } from '../../src/sync/index.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { labelsOf } from '../oauth/helpers.ts';
import { stateOf } from './helpers.ts';

describeHouse('gallery · what a picture is built from', (world) => {
  it('a past approval: the titles and terms that were approved by then', async () => {
    const { sync, reviews } = world.house;
    const first = `0-terms:${APPS.demo}`;
    const was = labelsOf(await stateOf(world, APPS.demo, 'first-link'));
    world.clock.advance(DAY);
    const changed = await sync.changeTerm(DESK, APPS.demo, 'service_20260105', { title: { ko: '새 이용약관', en: 'New terms' } }, '문의');
    await reviews.approve(changed.id);
    world.clock.advance(DAY);
    const added = await sync.addTerm(
      DESK,
      APPS.demo,
      { tag: 'third_party', title: { ko: '파트너 혜택', en: 'Partner benefits' }, url: 'https://example.com/t', required: false },
      '문의',
    );
    await reviews.approve(added.id);

    const shown = async (from: string) => labelsOf(await stateOf(world, APPS.demo, 'first-link', { from }));
    assert.deepEqual(await shown(first), was);
    const between = (await shown(changed.id)).join();
    assert.ok(between.includes('새 이용약관') && !between.includes('파트너 혜택'));
    const now = (await shown('live')).join();
    assert.ok(now.includes('새 이용약관') && now.includes('파트너 혜택'));
    const { html } = await world.visitor().open(`/_sim/gallery?app=${APPS.demo}`);
    for (const id of [first, changed.id, added.id]) assert.ok(html.includes(`value="${id}"`), id);
  });

  it('the draft of an application, without a login', async () => {
    const { sync } = world.house;
    await sync.connect('91-owner', APPS.biz, ['_xaGdm']);
    const term = { tag: 'service', title: { ko: '이용약관', en: '' }, url: '', required: true, evidence: null };
    await sync.saveDraft('91-owner', APPS.biz, 0, { ...EMPTY_DRAFT, kinds: ['terms'], terms: [term], ageCheck: true });
    const drafted = await stateOf(world, APPS.biz, 'first-link', { from: 'draft' });
    assert.deepEqual(rowsOf(drafted), ['term=service', 'age=on']);
    assert.deepEqual(rowsOf(await stateOf(world, APPS.biz, 'first-link')), []);
    assert.ok(labelsOf(await stateOf(world, APPS.biz, 'first-link', { from: 'draft', in: 'en' })).some((label) => /title/i.test(label)));
  });

  it('the live state: simple signup that is switched off is off at once', async () => {
    await world.change('apps', APPS.demo, { simpleSignupOn: false });
    assert.ok(rowsOf(await stateOf(world, APPS.demo, 'first-link')).every((row) => !row.startsWith('term=')));
    const approved = await stateOf(world, APPS.demo, 'first-link', { from: `0-terms:${APPS.demo}` });
    assert.ok(rowsOf(approved).includes('term=service_20260105'));
  });

  it('this person, right now: asked before a sign-up, not asked after it', async () => {
    assert.ok(rowsOf(await stateOf(world, APPS.demo, 'now', { as: 'han' })).length > 3);
    const returning = await stateOf(world, APPS.demo, 'now', { as: 'returning' });
    assert.deepEqual(rowsOf(returning), []);
    assert.match(returning.html, /묻지 않습니다/);
    assert.equal((await stateOf(world, APPS.demo, 'now', { as: 'under-14' })).status, 403);
  });

  it('another era and another layout than the app has', async () => {
    const of2019 = await stateOf(world, APPS.current, 'first-link', { era: '2019', layout: 'newer' });
    assert.match(of2019.html, /플러스친구/);
    assert.match(of2019.html, /newer-wordmark/);
    assert.doesNotMatch((await stateOf(world, APPS.current, 'first-link')).html, /플러스친구|newer-wordmark/);
  });
});
