/** What the two layouts of the consent screen have in common: the fields that they offer, and what an answer leaves behind. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { boxesOf } from '../helpers/visitor.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { ask } from './layouts.ts';

const questions: { says: string; app: string; as: string; params: Record<string, string> }[] = [
  { says: 'a first login', app: APPS.current, as: 'han', params: {} },
  {
    says: 'two named channels and an item in use',
    app: APPS.current,
    as: 'han',
    params: { channel_public_id: '_xpEvt,_xpDnk', scope: 'friends' },
  },
  { says: 'a person without KakaoTalk', app: APPS.demo, as: 'no-talk', params: {} },
  { says: 'an app of 2019', app: APPS.ellaBongBong, as: 'han', params: {} },
  { says: 'an additional consent', app: APPS.demo, as: 'declined-optional', params: { scope: 'birthday,phone_number' } },
];

describeHouse('oauth · both layouts of the consent screen', (world) => {
  for (const { says, app, as, params } of questions) {
    it(`offer the same fields: ${says}`, async () => {
      const [classic, newer] = [await ask(world, 'classic', params, app, as), await ask(world, 'newer', params, app, as)];
      assert.ok(boxesOf(classic).length > 1);
      assert.deepEqual(boxesOf(newer), boxesOf(classic));
    });
  }

  for (const agree of ['all', 'required'] as const) {
    it(`leave the same behind when ${agree === 'all' ? 'everything' : 'only what is required'} is agreed to`, async () => {
      const results = { classic: NOTHING, newer: NOTHING };
      for (const [layout, as, id] of [
        ['classic', 'han', '01-han'],
        ['newer', 'many-addresses', '10-many-addresses'],
      ] as const) {
        const visitor = world.visitor();
        const page = await ask(world, layout, {}, APPS.current, as, visitor);
        assert.ok((await visitor.submit(page, agreement(page, agree))).query.code);
        results[layout] = await written(world, APPS.current, id);
      }
      assert.equal(results.newer.state, 'linked');
      assert.deepEqual(results.newer, results.classic);
    });
  }
});
