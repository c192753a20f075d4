/** When a linked person sees the consent screen again: the rows of reference 5.6 over HTTP. */
import assert from 'node:assert/strict';
import { DAY, SECOND } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { agreement, redeem } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { loggedIn, placeOf } from './helpers.ts';

/** `returning` agreed to everything, `declined-optional` to what was required. An empty list: straight to the partner. */
const rows: { when: string; as: 'returning' | 'declined-optional'; params: Record<string, string>; asks: string[] }[] = [
  { when: 'a login', as: 'returning', params: {}, asks: [] },
  { when: 'a login of one who declined what is optional', as: 'declined-optional', params: {}, asks: [] },
  { when: 'an empty scope', as: 'declined-optional', params: { scope: '' }, asks: [] },
  { when: 'scope, one open item', as: 'declined-optional', params: { scope: 'birthday' }, asks: ['item=birthday'] },
  { when: 'scope by commas', as: 'declined-optional', params: { scope: 'birthday,age_range' }, asks: ['item=age_range', 'item=birthday'] },
  { when: 'scope by blanks', as: 'declined-optional', params: { scope: 'birthday age_range' }, asks: ['item=age_range', 'item=birthday'] },
  { when: 'scope by both, twice the same', as: 'declined-optional', params: { scope: ' birthday, birthday ,' }, asks: ['item=birthday'] },
  { when: 'scope, agreed beside open', as: 'declined-optional', params: { scope: 'account_email,birthday' }, asks: ['item=birthday'] },
  { when: 'scope, all agreed', as: 'returning', params: { scope: 'account_email,birthday' }, asks: [] },
  { when: 'service_terms, optional only', as: 'declined-optional', params: { service_terms: 'marketing_20260105' }, asks: [] },
  { when: 'service_terms, agreed only', as: 'returning', params: { service_terms: 'service_20260105,marketing_20260105' }, asks: [] },
  {
    when: 'service_terms, agreed required and open optional',
    as: 'declined-optional',
    params: { service_terms: 'service_20260105,marketing_20260105' },
    asks: [],
  },
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

  it('an open required term, with the open optional one beside it', async () => {
    await forget(world, 'service_20260105');
    const named = 'marketing_20260105,privacy_20260105,service_20260105';
    const page = await loggedIn(world, APPS.demo, 'declined-optional', { service_terms: named });
    assert.deepEqual(rowsOf(page), ['term=service_20260105', 'term=marketing_20260105']);
  });

  it('the optional term beside an agreed required one, where the app’s switch says so', async () => {
    const { switches } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { switches: { ...switches, askOptionalTermBesideAgreedRequired: true } });
    const page = await loggedIn(world, APPS.demo, 'declined-optional', { service_terms: 'service_20260105,marketing_20260105' });
    assert.deepEqual(rowsOf(page), ['term=marketing_20260105']);
  });

  it('nothing when the app adds a required item and a required term, until the request names them', async () => {
    const app = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { items: [...app.items, { id: 'friends', state: 'required', purpose: '선물' }] });
    const [term] = await world.house.store.find('terms', 'app', APPS.demo);
    await world.house.store.write(async (tx) =>
      tx.put('terms', { ...term!, id: `${APPS.demo}:added_2026`, tag: 'added_2026', order: 9, required: true }),
    );
    assert.equal(placeOf(await loggedIn(world, APPS.demo, 'returning')), 'partner');
    const page = await loggedIn(world, APPS.demo, 'returning', { scope: 'friends', service_terms: 'added_2026' });
    assert.deepEqual(rowsOf(page), ['items=required', 'term=added_2026']);
  });

  it('nothing after simple signup came ON, for a person linked before', async () => {
    await world.change('apps', APPS.demo, { simpleSignupOn: false });
    const visitor = world.visitor();
    const consent = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    await visitor.submit(consent, agreement(consent, 'required'));
    await world.change('apps', APPS.demo, { simpleSignupOn: true });
    assert.equal(placeOf(await loggedIn(world, APPS.demo, 'han')), 'partner');
    const page = await loggedIn(world, APPS.demo, 'han', { service_terms: 'service_20260105' });
    assert.deepEqual(rowsOf(page), ['term=service_20260105']);
  });

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

async function forget({ house }: World, tag: string): Promise<void> {
  await house.store.write(async (tx) => tx.remove('agreements', `${APPS.demo}:18-declined-optional:${tag}`));
}
