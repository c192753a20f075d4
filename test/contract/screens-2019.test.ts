/** The screens of 2019. Reference 5.4. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, labelsOf, loggedIn, shown, textOf } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';

describeHouse('contract · 5.4 · the screens of 2019', (world) => {
  const APP = APPS.ellaBongBong;
  const page = () => loggedIn(world, APP, 'han');
  const channels = async (app: string, params = {}) =>
    rowsOf(await loggedIn(world, app, 'han', params)).filter((row) => row.startsWith('channel='));

  eachFact(
    tableOf('consent-2019'),
    {
      'the product is called 플러스친구': async () => {
        for (const { html } of [await begin(world, APP), await page()]) {
          assert.match(textOf(html), /플러스친구/);
          assert.doesNotMatch(textOf(html), /카카오톡 채널/);
        }
      },

      'the channel stands on the login screen, too': async () =>
        assert.equal(shown(await begin(world, APP), 'login-channel'), '로그인하면서 엘라봉봉 플러스친구를 추가할 수 있습니다.'),

      'one channel on the screen, even where several are named': async () => {
        assert.deepEqual(await channels(APP), ['channel=_xoEtb']);
        assert.deepEqual(await channels(APPS.linked, { channel_public_id: '_xlMnr,_xdKbn' }), ['channel=_xlMnr']);
      },

      'the channel row speaks of 플러스친구': async () =>
        assert.equal(labelsOf(await page()).at(-1), '[선택] 엘라봉봉 플러스친구를 추가하고, 광고와 마케팅 메시지를 카카오톡으로 받습니다.'),

      'labels of items in the words of 2019': async () => {
        const labels = labelsOf(await page());
        for (const label of ['출생년도', '플러스친구 추가 상태 및 내역']) assert.ok(labels.includes(label), label);
        assert.match(shown(await page(), 'consent-required-labels')!, /휴대전화번호/);
      },
    },
    {
      'ten channels can be linked to an app': 'sync/connect.test.ts',
      'ten terms at most, their tags unique': 'sync/problems.test.ts',
    },
  );
});
