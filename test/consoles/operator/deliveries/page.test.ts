import assert from 'node:assert/strict';
import supertest from 'supertest';
import { timeId } from '../../../../src/store/index.ts';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { answers, type Receiver } from '../../../helpers/receiver.ts';
import { listenAs, openPhone, textOf } from '../../phone.ts';

describeHouse('/_sim/deliveries/:id · one callback', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
  });
  afterEach(() => receiver.close());

  const block = async () => {
    await (await openPhone(world, 'returning')).press('BLOCKED');
    await world.house.webhooks.settled();
  };
  const page = async (lang = 'ko') => {
    const [newest] = await world.house.webhooks.recent({ limit: 1 });
    return (await supertest(world.url).get(`/_sim/deliveries/${newest?.id}?lang=${lang}`)).text;
  };

  it('masks the key and leaves the rest readable', async () => {
    await block();
    const [key = ''] = (await world.app(APPS.demo)).adminKeys;
    const html = await page();
    assert.match(textOf(html, 'attempt-request') ?? '', new RegExp(`^Authorization: KakaoAK ${key.slice(0, 4)}•+$`, 'm'));
    assert.equal(html.includes(key), false);
  });

  it('masks a key or cookie that the receiver sends back', async () => {
    const [key = ''] = (await world.app(APPS.demo)).adminKeys;
    receiver.answer(answers.status(200, { 'x-echo': `KakaoAK ${key}`, 'set-cookie': 'sid=0123456789abcdef; HttpOnly' }));
    await block();
    const html = await page();
    assert.equal(html.includes(key), false);
    assert.equal(html.includes('0123456789abcdef'), false);
    assert.match(textOf(html, 'attempt-response') ?? '', /set-cookie: sid=0123•+/);
  });

  it('prints the body so that a person can read it, every digit of a number kept', async () => {
    await world.house.store.write(async (tx) => {
      const endpoint = (await tx.get('endpoints', `${APPS.demo}:channel`))!;
      const body = '{"data":{"id":4012345678901234567,"말":"<b>"}}';
      world.house.webhooks.enqueue(tx, {
        id: timeId(world.clock.now()),
        endpoint,
        event: 'sync.signed_up',
        lane: `${APPS.demo}:03-returning`,
        headers: {},
        body,
      });
    });
    await world.house.webhooks.settled();
    assert.equal(textOf(await page(), 'delivery-body'), '{\n  "data": {\n    "id": 4012345678901234567,\n    "말": "<b>"\n  }\n}');
  });

  it('says after three seconds that nothing came', async () => {
    receiver.answer(answers.hang());
    await block();
    assert.match(textOf(await page(), 'attempt-verdict') ?? '', /^3\.\d초 안에 상태 줄과 헤더가 오지 않았습니다\.$/);
  });

  const verdicts = [
    [answers.status(204), 'delivered', '204로 응답했습니다. 전달에 성공했습니다.', 'Answered 204. Delivered.'],
    [
      answers.status(302, { location: '/' }),
      'parked',
      '302로 응답했습니다. 카카오는 리다이렉트를 따라가지 않습니다.',
      'Answered 302. Kakao does not follow redirects.',
    ],
    [
      answers.status(303, { location: '/' }),
      'parked',
      '303으로 응답했습니다. 카카오는 리다이렉트를 따라가지 않습니다.',
      'Answered 303. Kakao does not follow redirects.',
    ],
    [answers.status(500), 'parked', '500으로 응답했습니다. 2xx만 성공으로 봅니다.', 'Answered 500. Only 2xx counts as a success.'],
    [answers.resetBeforeStatus(), 'parked', '응답이 오기 전에 연결이 끊어졌습니다.', 'The connection broke before an answer came.'],
    [
      answers.garbage(),
      'parked',
      'HTTP 응답으로 읽을 수 없습니다. 형식이 잘못되었거나 헤더가 너무 큽니다.',
      'The answer cannot be read as HTTP: it is malformed, or its headers are too large.',
    ],
  ] as const;
  for (const [answer, state, ko, en] of verdicts) {
    it(`says: ${en}`, async () => {
      receiver.answer(answer);
      await block();
      const html = await page();
      assert.equal(textOf(html, 'attempt-verdict'), ko);
      assert.equal(textOf(html, 'head-badge'), state === 'parked' ? '실패' : '전달됨');
      assert.equal(/실제 카카오였다면 이 콜백은 유실되었습니다/.test(html), state === 'parked');
      assert.equal(textOf(await page('en'), 'attempt-verdict'), en);
    });
  }
});

describeHouse('/_sim/deliveries/:id · signed callbacks', (world) => {
  it('masks the signature, and shows id and timestamp as they were sent', async () => {
    const receiver = await listenAs(world, { kind: 'sync' });
    await world.change('endpoints', `${APPS.demo}:sync`, { secret: `whsec_${Buffer.from('a secret of the tests').toString('base64')}` });
    const { enqueue } = world.house.webhooks;
    const id = timeId(world.clock.now());
    await world.house.store.write(async (tx) => {
      const endpoint = (await tx.get('endpoints', `${APPS.demo}:sync`))!;
      enqueue(tx, { id, endpoint, event: 'sync.signed_up', lane: `${APPS.demo}:03-returning`, headers: {}, body: '{}' });
    });
    await world.house.webhooks.settled();
    const { text } = await supertest(world.url).get(`/_sim/deliveries/${id}`);
    const signature = String(receiver.received[0]?.headers['webhook-signature']);
    assert.match(signature, /^v1,/);
    assert.equal(text.includes(signature.slice(3)), false);
    const shown = textOf(text, 'attempt-request')?.replaceAll('\r', '') ?? '';
    assert.ok(shown.includes(`webhook-id: ${id}\nwebhook-timestamp: ${receiver.received[0]?.headers['webhook-timestamp']}\n`), shown);
    assert.ok(shown.includes(`webhook-signature: ${signature.slice(0, 7)}•`), shown);
    await receiver.close();
  });
});
