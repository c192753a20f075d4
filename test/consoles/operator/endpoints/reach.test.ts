/** An address that nothing is ever sent to, as people see it. Source: security 3.3, F25. */
import assert from 'node:assert/strict';
import { press, shown, textOf } from '../../../helpers/forms.ts';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import type { Receiver } from '../../../helpers/receiver.ts';
import { listenAs, openPhone } from '../../phone.ts';

const PATH = `/_sim/endpoints/${APPS.demo}:channel`;

describeHouse('/_sim/endpoints · where nothing is sent', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
  });
  afterEach(() => receiver.close());

  it('refuses an address that nothing is sent to, and says why nothing went to one that was there before', async () => {
    const visitor = world.visitor();
    const page = await visitor.open(PATH);
    const metadata = 'http://169.254.169.254/latest/meta-data';
    const wrong = await press(visitor, page, 'address-save', { url: metadata });
    assert.equal(wrong.status, 422);
    assert.match(
      shown(wrong, 'form-problems'),
      /169\.254\.169\.254: .*이 주소.*로 아무것도 보내지 않습니다.*콜백을 받는 서버의 주소를 입력해 주세요/,
    );
    assert.equal((await world.house.webhooks.endpoint(APPS.demo, 'channel'))?.url, receiver.url);
    await world.change('endpoints', `${APPS.demo}:channel`, { url: metadata });
    await (await openPhone(world, 'returning')).press('BLOCKED');
    await world.house.webhooks.settled();
    const [unsent] = await world.house.webhooks.recent({ limit: 1 });
    assert.equal(unsent?.state, 'parked');
    const path = `/_sim/deliveries/${unsent?.id}`;
    assert.match(
      textOf((await visitor.open(path)).html),
      /보내지 않았습니다\. 169\.254\.169\.254은\(는\) 시뮬레이터가 요청을 보내지 않는 주소/,
    );
    assert.match(
      textOf((await visitor.open(`${path}?lang=en`)).html),
      /Nothing was sent: 169\.254\.169\.254 is an address that the simulator never asks/,
    );
  });
});
