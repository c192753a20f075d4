/** The channel webhook as it arrives: its request, in every era. Reference 3.3. */
import assert from 'node:assert/strict';
import type { App } from '../../src/store/index.ts';
import { listenAs, openPhone } from '../consoles/phone.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { answers, type Received, type Receiver } from '../helpers/receiver.ts';
import { eachFact, tableOf } from './helpers.ts';

const ERAS: readonly App['era'][] = ['2019', '2021', 'current'];

describeHouse('contract · 3.3 · the request of the channel webhook', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
  });
  afterEach(() => receiver.close());

  /** A request in each era. */
  const requests = async () => {
    const all: Received[] = [];
    for (const [i, era] of ERAS.entries()) {
      await world.change('apps', APPS.demo, { era });
      await (await openPhone(world, 'new')).press(i % 2 === 0 ? 'ADDED' : 'BLOCKED');
      await world.house.webhooks.settled();
      all.push(...receiver.received.splice(0));
    }
    assert.equal(all.length, ERAS.length);
    return all;
  };

  eachFact(tableOf('channel-webhook-http'), {
    'a POST with Authorization: KakaoAK and the primary admin key': async () => {
      const { adminKeys } = await world.app(APPS.demo);
      await world.change('apps', APPS.demo, { adminKeys: [...adminKeys, 'ab'.repeat(16)] });
      for (const { method, headers } of await requests())
        assert.deepEqual([method, headers.authorization], ['POST', `KakaoAK ${adminKeys[0]}`]);
    },

    'the headers X-Kakao-Resource-ID and User-Agent: KakaoOpenAPI/1.0': async () => {
      const ids = (await requests()).map(({ headers }) => {
        assert.equal(headers['user-agent'], 'KakaoOpenAPI/1.0');
        assert.equal(headers['webhook-signature'], undefined);
        return headers['x-kakao-resource-id'];
      });
      const deliveries = await world.house.webhooks.recent({ limit: 9 });
      assert.deepEqual(
        ids.toReversed(),
        deliveries.map(({ id }) => id),
      );
      for (const id of ids) assert.match(String(id), /^[0-9A-Z]{24}$/);
    },

    'the header Content-Type: application/json': async () => {
      for (const { headers } of await requests()) assert.equal(headers['content-type'], 'application/json');
    },

    'any 2xx acknowledges the channel webhook': async () => {
      receiver.answer(answers.status(200), answers.status(204), answers.status(299));
      await requests();
      const deliveries = await world.house.webhooks.recent({ limit: 9 });
      assert.deepEqual(
        deliveries.map(({ state }) => state),
        ERAS.map(() => 'delivered'),
      );
    },
  });
});
