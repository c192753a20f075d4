/** The inbox at work: what our own worker sends to it, and its pages. */
import assert from 'node:assert/strict';
import { clerk } from '../../helpers/clerk.ts';
import { describeHouse } from '../../helpers/house.ts';
import { OWNER } from '../../helpers/rooms.ts';
import { APP, PATH, press, relate, signedUp, submit } from './mailbox.ts';

describeHouse('/_sim/inbox', (world) => {
  const items = () => world.house.inbox.items(APP, { limit: 10 });
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${world.url}${PATH}/channel`, { method: 'POST', body, headers, redirect: 'manual' });

  it('becomes the app’s address by one click, and receives what our own worker sends, verified', async () => {
    world.house.webhooks.start();
    const by = await clerk(world, OWNER);
    const page = await by.open(PATH);
    const used = await press(world, page.html, 'adopt-channel');
    assert.equal(used.status, 303);
    assert.equal((await world.house.webhooks.endpoint(APP, 'channel'))?.url, `${world.url}${PATH}/channel`);
    await relate(world, 'ADDED');
    await world.house.webhooks.settled();
    const [delivery] = await world.house.webhooks.recent({ limit: 1 });
    assert.equal(delivery?.state, 'delivered');
    const [item] = await items();
    assert.deepEqual([item?.verdict, item?.resourceId, item?.answered], ['verified', delivery?.id, '200']);

    const list = await by.open(PATH);
    assert.match(list.read('inbox-item')!, /POST 카카오톡 채널 확인됨 200/);
    assert.match(list.read('receiver-channel')!, /사용 중/);
    const one = await by.open(`${PATH}/items/${item!.id}`);
    assert.equal(one.read('inbox-verdict'), '대표 어드민 키가 맞습니다.');
    assert.match(one.read('inbox-decoded')!, /"event": "added"/);
    assert.doesNotMatch(one.html, new RegExp((await world.app(APP)).adminKeys[0]!), 'keys are masked');
  });

  it('takes a sync callback of ours as verified, and a replayed id as a duplicate', async () => {
    world.house.webhooks.start();
    await world.house.inbox.adopt(APP, 'sync');
    const { body, headers } = await signedUp(world);
    const again = await fetch(`${world.url}${PATH}/sync`, { method: 'POST', body, headers });
    assert.equal(again.status, 200);
    assert.deepEqual(
      (await items()).map(({ verdict, duplicateOf }) => [verdict, duplicateOf !== null]),
      [
        ['verified', true],
        ['verified', false],
      ],
    );
  });

  it('takes scripts from its form, says what does not fit, and takes them back', async () => {
    const by = await clerk(world, OWNER);
    const form = { kind: 'unlink', does: 'redirect', status: '302', location: 'nowhere', delayMs: '0', times: '2' };
    const wrong = await submit(world, `${PATH}/scripts`, form);
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /http 주소 또는 \/로 시작하는 경로를 입력해 주세요/);
    assert.equal((await submit(world, `${PATH}/scripts`, { ...form, location: '/there' })).status, 303);
    assert.match((await by.open(PATH)).read('inbox-scripts')!, /연결 해제 302 → \/there · 2번/);
    const [row] = await world.house.inbox.scripts(APP);
    assert.equal((await submit(world, `${PATH}/scripts/${row!.id}/removals`, {})).status, 303);
    assert.deepEqual(await world.house.inbox.scripts(APP), []);
  });

  it('is emptied by a click', async () => {
    await post('{}');
    const page = await (await clerk(world, OWNER)).open(PATH);
    assert.equal((await press(world, page.html, 'inbox-clear')).status, 303);
    assert.deepEqual(await items(), []);
  });
});
