/** Several tabs, the back button, and pages left open for too long: everybody ends somewhere friendly, nothing is written twice. */
import assert from 'node:assert/strict';
import { HOUR, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { agreement, redeem } from '../helpers/login.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { begin, en, headingOf, ko, loggedIn, placeOf } from './helpers.ts';

describeHouse('oauth · two tabs of one browser', (world) => {
  it('of a person who is signed in: both finish, and the first answer counts', async () => {
    const visitor = await signedIn(world, 'han');
    const [one, two] = [await begin(world, APPS.demo, { state: '1' }, visitor), await begin(world, APPS.demo, { state: '2' }, visitor)];
    const first = await visitor.submit(one, agreement(one, 'required'));
    const second = await visitor.submit(two, agreement(two, 'all'));
    assert.deepEqual([first.query.state, second.query.state], ['1', '2']);
    for (const { query } of [first, second]) await redeem(world, APPS.demo, query.code!);
    const { items, callbacks } = await written(world, APPS.demo, '01-han');
    assert.deepEqual(items, ['profile_nickname', 'account_email']);
    assert.deepEqual(callbacks, ['sync.signed_up']);
  });

  it('that sign the same person in, one after the other: both finish', async () => {
    const visitor = world.visitor();
    const [one, two] = [await begin(world, APPS.demo, { state: '1' }, visitor), await begin(world, APPS.demo, { state: '2' }, visitor)];
    const firstConsent = await visitor.submit(one, { persona: 'han' });
    const secondConsent = await visitor.submit(two, { persona: 'han' });
    const first = await visitor.submit(firstConsent, agreement(firstConsent, 'all'));
    const second = await visitor.submit(secondConsent, agreement(secondConsent, 'all'));
    for (const { query } of [first, second]) await redeem(world, APPS.demo, query.code!);
  });

  it('the second as another person: the first tab ends on a friendly page, nothing written for either by it', async () => {
    const visitor = world.visitor();
    const [one, two] = [await begin(world, APPS.demo, {}, visitor), await begin(world, APPS.demo, {}, visitor)];
    const han = await visitor.submit(one, { persona: 'han' });
    const other = await visitor.submit(two, { persona: 'new' });
    assertExpired(await visitor.submit(han, agreement(han, 'all')));
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
    assert.deepEqual(await written(world, APPS.demo, '02-new'), NOTHING);
    const partner = await visitor.submit(other, agreement(other, 'all'));
    await redeem(world, APPS.demo, partner.query.code!);
    assert.equal((await written(world, APPS.demo, '02-new')).state, 'linked');
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('the second finished: a page drawn anew in the first goes straight on', async () => {
    const visitor = await signedIn(world, 'han');
    const [one, two] = [await begin(world, APPS.demo, {}, visitor), await begin(world, APPS.demo, {}, visitor)];
    await visitor.submit(two, agreement(two, 'all'));
    assert.ok((await visitor.open(one.url.pathname)).query.code);
  });
});

describeHouse('oauth · a page that is over', (world) => {
  it('the consent screen by the back button, and its form', async () => {
    const visitor = world.visitor();
    const consent = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    await visitor.submit(consent, agreement(consent, 'required'));
    assertExpired(await visitor.open(consent.url.pathname));
    assertExpired(await visitor.submit(consent, agreement(consent, 'all')));
    assert.deepEqual((await written(world, APPS.demo, '01-han')).items, ['profile_nickname', 'account_email']);
  });

  it('the consent screen after 취소, and its form', async () => {
    const visitor = world.visitor();
    const consent = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    await visitor.submit(consent, { decision: 'cancel' });
    assertExpired(await visitor.submit(consent, agreement(consent, 'all')));
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('the login page by the back button, and its form', async () => {
    const visitor = world.visitor();
    const login = await begin(world, APPS.demo, {}, visitor);
    await visitor.submit(login, { persona: 'han' });
    assertExpired(await visitor.open(login.url.pathname));
    assertExpired(await visitor.submit(login, { persona: 'new' }));
  });

  it('the consent screen after an hour on the house clock, and not a minute sooner', async () => {
    const visitor = world.visitor();
    const consent = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    world.clock.advance(HOUR - MINUTE);
    assert.equal(placeOf(await visitor.open(consent.url.pathname)), 'consent');
    world.clock.advance(MINUTE);
    assertExpired(await visitor.submit(consent, agreement(consent, 'all')));
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('the consent screen once the session behind it has ended', async () => {
    const visitor = await signedIn(world, 'han');
    world.clock.advance(24 * HOUR - 10 * MINUTE);
    const consent = await begin(world, APPS.demo, {}, visitor);
    world.clock.advance(20 * MINUTE);
    assertExpired(await visitor.submit(consent, agreement(consent, 'all')));
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('an address that nobody was sent to', async () => {
    for (const path of ['login', 'signup', 'consent']) assertExpired(await world.visitor().open(`/oauth/${path}/nowhere`));
  });

  it('says so in English, too', async () => {
    const page = await world.visitor().open('/oauth/consent/nowhere?lang=en');
    assert.deepEqual([page.status, headingOf(page)], [400, en('notice.expired')]);
  });
});

/** A browser in which this person has signed in, and cancelled at the consent screen. */
async function signedIn(world: World, persona: string): Promise<Visitor> {
  const visitor = world.visitor();
  await visitor.submit(await loggedIn(world, APPS.demo, persona, {}, visitor), { decision: 'cancel' });
  return visitor;
}

function assertExpired(page: Page): void {
  assert.deepEqual([page.status, headingOf(page)], [400, ko('notice.expired')]);
}
