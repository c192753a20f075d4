/** The screens of the era of 2019: section 5.4 of the contract, row by row. */
import assert from 'node:assert/strict';
import { APPS } from '../helpers/house.ts';
import { begin, labelsOf, loggedIn, shown } from '../oauth/helpers.ts';
import { describeTable } from './table.ts';

describeTable(
  'consent-2019',
  (world) => {
    const in2019 = () => world.change('apps', APPS.demo, { era: '2019' });
    return {
      'the product is called 플러스친구': async () => {
        await in2019();
        assert.match((await begin(world, APPS.demo)).html, /플러스친구/);
      },
      'the channel stands on the login screen, too': async () => {
        await in2019();
        assert.match(shown(await begin(world, APPS.demo), 'login-channel')!, /데모상점 .*플러스친구를 추가할 수 있습니다/);
      },
      'one channel on the screen, even where several are named': async () => {
        await world.change('apps', APPS.linked, { era: '2019' });
        const page = await loggedIn(world, APPS.linked, 'han', { channel_public_id: '_xlMnr,_xdKbn' });
        assert.equal(page.html.split('name="channel"').length - 1, 1);
      },
      'the channel row speaks of 플러스친구': async () => {
        await in2019();
        assert.match(labelsOf(await loggedIn(world, APPS.demo, 'han')).at(-1)!, /플러스친구를 추가하고/);
      },
      'labels of items in the words of 2019': async () => {
        await in2019();
        assert.ok(labelsOf(await loggedIn(world, APPS.demo, 'han')).includes('플러스친구 추가 상태 및 내역'));
      },
    };
  },
  {
    'ten channels can be linked to an app': 'sync/connect.test.ts',
    'ten terms at most, their tags unique': 'sync/apply.test.ts',
  },
);
