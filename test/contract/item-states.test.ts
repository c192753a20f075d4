/** What the states of a consent item do on the screen and to its revocation. Reference 4.2. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../helpers/house.ts';
import { agreement, goThrough, signUp } from '../helpers/login.ts';
import { boxesOf, type Page, rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, placeOf, shown, textOf } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';

/** Items of the demo app in each state; it has no `gender`. */
const [REQUIRED, OPTIONAL, IN_USE, OFF] = ['account_email', 'birthday', 'friends', 'gender'] as const;
const itemsOf = (page: Page) => rowsOf(page).filter((row) => row.startsWith('item'));

describeHouse('contract · 4.2 · states of consent items', (world) => {
  beforeEach(async () => {
    const { items } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { items: [...items, { id: IN_USE, state: 'in-use', purpose: '선물하기' }] });
  });

  /** What a person who agreed to everything is answered when they take an item back. */
  const revoke = async (item: string) => {
    const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'han' });
    const request = supertest(world.url).post('/v2/user/revoke/scopes').type('form');
    return request.send({ scopes: JSON.stringify([item]) }).set('Authorization', `Bearer ${token}`);
  };

  eachFact(tableOf('item-states'), {
    'required: shown at the first consent, needed to go on, not revocable': async () => {
      const visitor = world.visitor();
      const page = await loggedIn(world, APPS.demo, 'new', {}, visitor);
      assert.match(shown(page, 'consent-required-labels') ?? '', /카카오계정\(이메일\)/);
      const refused = await visitor.submit(
        page,
        agreement(page, ({ name }) => name !== 'items'),
      );
      assert.deepEqual([refused.status, placeOf(refused)], [422, 'consent']);
      const { status, body } = await revoke(REQUIRED);
      assert.deepEqual([status, body.code], [403, -3]);
    },

    'optional: shown at the first consent with a box of its own, revocable': async () => {
      const page = await loggedIn(world, APPS.demo, 'new');
      assert.ok(itemsOf(page).includes(`item=${OPTIONAL}`));
      const without = await goThrough(world, { app: APPS.demo, as: 'new', agree: ({ value }) => value !== OPTIONAL });
      assert.ok(without.query.code);
      const { status, body } = await revoke(OPTIONAL);
      const { agreed } = body.scopes.find(({ id }: { id: string }) => id === OPTIONAL);
      assert.deepEqual([status, agreed], [200, false]);
    },

    'in use: not shown at the first consent, only where scope names it': async () => {
      assert.ok(!itemsOf(await loggedIn(world, APPS.demo, 'han')).includes(`item=${IN_USE}`));
      await signUp(world, { app: APPS.demo, as: 'han' });
      assert.equal(placeOf(await loggedIn(world, APPS.demo, 'han')), 'partner');
      assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'han', { scope: IN_USE })), [`item=${IN_USE}`]);
    },

    'in use: offered as optional where scope names it at the first login': async () => {
      const usual = itemsOf(await loggedIn(world, APPS.demo, 'han'));
      const page = await loggedIn(world, APPS.demo, 'han', { scope: IN_USE });
      assert.deepEqual(new Set(itemsOf(page)), new Set([...usual, `item=${IN_USE}`]));
      assert.equal(boxesOf(page).find(({ value }) => value === IN_USE)?.required, false);
    },

    'off: not available, naming it in scope is KOE205': async () => {
      const page = await begin(world, APPS.demo, { scope: `${OPTIONAL},${OFF}` });
      assert.deepEqual([page.status, shown(page, 'error-code')], [400, 'KOE205']);
      assert.ok(!rowsOf(await loggedIn(world, APPS.demo, 'han')).includes(`item=${OFF}`));
    },

    'the collection purpose of an item is shown under 보기': async () => {
      const text = textOf((await loggedIn(world, APPS.current, 'han')).html);
      for (const { purpose } of (await world.app(APPS.current)).items.filter(({ state }) => state !== 'in-use')) {
        assert.ok(text.includes(`수집 목적: ${purpose}`), purpose);
      }
    },
  });
});
