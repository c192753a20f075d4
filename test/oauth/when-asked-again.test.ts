/** How a linked person is asked for more, beside the rows of reference 5.6 in test/contract/screens-when.test.ts. */
import assert from 'node:assert/strict';
import { DAY, SECOND } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { agreement, redeem } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { loggedIn } from './helpers.ts';

/** `returning` agreed to everything, `declined-optional` to what was required. An empty list: straight to the partner. */
const rows: { when: string; as: 'returning' | 'declined-optional'; params: Record<string, string>; asks: string[] }[] = [
  { when: 'an empty scope', as: 'declined-optional', params: { scope: '' }, asks: [] },
  { when: 'scope, one open item', as: 'declined-optional', params: { scope: 'birthday' }, asks: ['item=birthday'] },
  { when: 'scope by commas', as: 'declined-optional', params: { scope: 'birthday,age_range' }, asks: ['item=age_range', 'item=birthday'] },
  { when: 'scope by blanks', as: 'declined-optional', params: { scope: 'birthday age_range' }, asks: ['item=age_range', 'item=birthday'] },
  { when: 'scope by both, twice the same', as: 'declined-optional', params: { scope: ' birthday, birthday ,' }, asks: ['item=birthday'] },
  { when: 'service_terms, unknown', as: 'declined-optional', params: { service_terms: 'typo' }, asks: [] },
  { when: 'service_terms, empty', as: 'declined-optional', params: { service_terms: '' }, asks: [] },
];

describeHouse('oauth · what a linked person is asked', (world) => {
  for (const { when, as, params, asks } of rows) {
    it(`${when}: ${asks.join(', ') || 'nothing'}`, async () => {
      const page = await loggedIn(world, APPS.demo, as, params);
      if (asks.length === 0) assert.ok(page.query.code, `a code at once, not ${page.url.href}`);
      else assert.deepEqual(rowsOf(page), asks);
    });
  }

  it('what is agreed to more is added, and the older agreements keep their dates', async () => {
    world.clock.advance(DAY);
    const before = (await world.house.consent.link(APPS.demo, '18-declined-optional'))!;
    const visitor = world.visitor();
    const consent = await loggedIn(world, APPS.demo, 'declined-optional', { scope: 'birthday,age_range' }, visitor);
    const { query } = await visitor.submit(
      consent,
      agreement(consent, ({ value }) => value === 'birthday'),
    );
    const after = (await world.house.consent.link(APPS.demo, '18-declined-optional'))!;
    assert.deepEqual(after.items.slice(0, -1), before.items);
    assert.equal(after.items.at(-1)!.id, 'birthday');
    assert.ok(after.items.at(-1)!.agreedAt > world.clock.now() - 60 * SECOND);
    assert.deepEqual([after.connectedAt, after.synchedAt], [before.connectedAt, before.synchedAt]);
    assert.equal((await redeem(world, APPS.demo, query.code!)).scope, 'profile_nickname account_email birthday');
  });

  it('the same again of one who declined it again', async () => {
    const visitor = world.visitor();
    const consent = await loggedIn(world, APPS.demo, 'declined-optional', { scope: 'birthday' }, visitor);
    const answered = await visitor.submit(consent, { decision: 'agree' });
    assert.ok(answered.query.code);
    assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'declined-optional', { scope: 'birthday' })), ['item=birthday']);
  });
});
