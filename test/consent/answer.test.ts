/** What an answer writes: link, agreements, friendship and callbacks, together or not at all. */
import assert from 'node:assert/strict';
import { type Answer, type ConsentRequest, NotOffered, RequiredDeclined, UnderAge } from '../../src/consent/index.ts';
import { DAY } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { SHOWN } from '../helpers/shown.ts';
import { NOTHING, written } from '../helpers/written.ts';

const ALL_TERMS = ['service_20260105', 'privacy_20260105', 'marketing_20260105'];
const LEAST: Answer = { requiredItems: true, items: [], terms: ALL_TERMS.slice(0, 2), age: true, channels: [] };
const MORE: Answer = { ...LEAST, items: ['birthday', 'plusfriends'], terms: ALL_TERMS, channels: ['_xqDemo'] };
const ANY: ConsentRequest = { scope: [], serviceTerms: null, channels: [] };

describeHouse('consent · an answer is written down', (world) => {
  it('as link, agreements, friendship and callbacks of one moment', async () => {
    await answer(world, 'han', MORE);
    assert.deepEqual(await written(world, APPS.demo, '01-han'), {
      state: 'linked',
      items: ['profile_nickname', 'account_email', 'birthday', 'plusfriends'],
      terms: ['marketing_20260105', 'privacy_20260105', 'service_20260105', 'user_age_check'],
      friends: ['_xqDemo ADDED'],
      callbacks: ['channel.added', 'sync.signed_up'],
    });
    const link = (await linkOf(world))!;
    assert.equal(link.connectedAt, link.synchedAt);
    assert.ok(link.items.every(({ agreedAt }) => Math.abs(agreedAt - link.connectedAt!) < 1000));
    const agreements = await world.house.store.find('agreements', 'link', '1000001:01-han');
    assert.deepEqual([...new Set(agreements.map(({ agreedBy }) => agreedBy))], ['KAUTH']);
  });

  it('with the required rows only, and the age check among the terms', async () => {
    await answer(world, 'han', LEAST);
    const { items, terms, friends } = await written(world, APPS.demo, '01-han');
    assert.deepEqual(items, ['profile_nickname', 'account_email']);
    assert.deepEqual(terms, ['privacy_20260105', 'service_20260105', 'user_age_check']);
    assert.deepEqual(friends, []);
  });

  it('once for a row that was sent twice', async () => {
    await answer(world, 'han', {
      ...MORE,
      items: ['birthday', 'birthday'],
      channels: ['_xqDemo', '_xqDemo'],
      terms: [...ALL_TERMS, ...ALL_TERMS],
    });
    const { items, callbacks } = await written(world, APPS.demo, '01-han');
    assert.deepEqual(items, ['profile_nickname', 'account_email', 'birthday']);
    assert.deepEqual(callbacks, ['channel.added', 'sync.signed_up']);
  });

  it('without synched_at where simple signup is OFF', async () => {
    await world.change('apps', APPS.demo, { simpleSignupOn: false });
    await answer(world, 'han', { ...LEAST, terms: [], age: false });
    const link = (await linkOf(world))!;
    assert.ok(link.connectedAt);
    assert.equal(link.synchedAt, null);
  });

  it('and a blocked channel is added again only where its row is ticked', async () => {
    await answer(world, 'blocked', LEAST);
    assert.ok((await written(world, APPS.demo, '14-blocked')).friends.includes('_xqDemo BLOCKED'));
    await world.house.consent.unlink(await world.app(APPS.demo), (await linkOf(world, '14-blocked'))!);
    await answer(world, 'blocked', MORE);
    assert.ok((await written(world, APPS.demo, '14-blocked')).friends.includes('_xqDemo ADDED'));
  });

  const refused = [
    { what: 'a required row that is missing', sent: { ...MORE, age: false }, error: RequiredDeclined },
    { what: 'an item that was not offered', sent: { ...MORE, items: ['gender'] }, error: NotOffered },
    { what: 'a term of another app', sent: { ...MORE, terms: [...ALL_TERMS, 'service_20190311'] }, error: NotOffered },
    { what: 'a channel of another app', sent: { ...MORE, channels: ['_xoEtb'] }, error: NotOffered },
  ];
  for (const { what, sent, error } of refused) {
    it(`not at all with ${what}`, async () => {
      await assert.rejects(answer(world, 'han', sent), error);
      assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
    });
  }

  it('not at all for a person under 14', async () => {
    await assert.rejects(answer(world, 'under-14', MORE), UnderAge);
    assert.deepEqual(await written(world, APPS.demo, '07-under-14'), NOTHING);
  });

  it('not a second time: whoever is slower changes nothing', async () => {
    await answer(world, 'han', LEAST);
    const before = await linkOf(world);
    world.clock.advance(DAY);
    await answer(world, 'han', MORE);
    assert.deepEqual(await linkOf(world), before);
    assert.deepEqual((await written(world, APPS.demo, '01-han')).callbacks, ['sync.signed_up']);
  });
});

async function answer({ app, house }: World, persona: string, sent: Answer): Promise<void> {
  await house.consent.answer(await app(APPS.demo), (await house.accounts.persona(persona))!, ANY, sent, SHOWN);
}

function linkOf({ house }: World, accountId = '01-han') {
  return house.consent.link(APPS.demo, accountId);
}
