/** Requirement 9: a callback carries the admin key to the address that is configured, and nowhere else. Source: security 3.1, F5. */
import assert from 'node:assert/strict';
import { listenAs, openPhone } from '../consoles/phone.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { answers, openReceiver } from '../helpers/receiver.ts';

describeHouse('webhooks · the admin key', (world) => {
  for (const status of [301, 302, 303, 307, 308]) {
    it(`9 · is not carried on by a ${status}, to another host or to another path of the same one`, async () => {
      const [receiver, elsewhere] = [await listenAs(world), await openReceiver()];
      const [adminKey] = (await world.app(APPS.demo)).adminKeys;
      const phone = await openPhone(world, 'returning');
      for (const [relation, to] of [
        ['BLOCKED', elsewhere.url],
        ['ADDED', '/another/path'],
      ] as const) {
        receiver.answer(answers.redirect(to, status));
        await phone.press(relation);
        await world.house.webhooks.settled();
        const [delivery] = await world.house.webhooks.recent({ limit: 1 });
        const [attempt] = await world.house.webhooks.attempts(delivery!.id);
        assert.deepEqual([delivery?.state, attempt?.verdict], ['parked', `status_${status}`]);
      }
      assert.deepEqual(
        receiver.received.map(({ path, headers }) => [path, headers.authorization]),
        [
          ['/hooks', `KakaoAK ${adminKey}`],
          ['/hooks', `KakaoAK ${adminKey}`],
        ],
      );
      assert.deepEqual(elsewhere.received, []);
      await Promise.all([receiver.close(), elsewhere.close()]);
    });
  }
});
