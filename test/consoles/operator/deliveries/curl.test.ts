/** The command of the bench, run as it is copied: bash and curl send what the simulator sent. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { timeId, USUAL_ENDPOINT } from '../../../../src/store/index.ts';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { answers, openReceiver, type Received, type Receiver } from '../../../helpers/receiver.ts';
import { textOf } from '../../phone.ts';

const run = promisify(execFile);

/** What a shell, curl or HTTP could take for something else. */
const BODIES = [
  '{"event":"added","id":"3900000001"}',
  `it's "quoted" $HOME \`id\` $(id) \\ !! * ~ #`,
  '@/etc/passwd',
  'lines\nand\r\ntabs\t[1-3]{a,b}',
  '말 ‮ abc 😀',
  '',
];

describeHouse('/_sim/deliveries/:id · as curl', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
    receiver.answer(answers.status(200));
  });
  afterEach(() => receiver.close());

  const send = async (kind: 'channel' | 'unlink' | 'sync', method: 'GET' | 'POST', body: string, path = '') => {
    const { webhooks, store } = world.house;
    const id = timeId(world.clock.now());
    await store.write(async (tx) => {
      const secret = kind === 'sync' ? `whsec_${Buffer.from('a secret of the tests').toString('base64')}` : null;
      const endpoint = { ...USUAL_ENDPOINT, id: `${APPS.demo}:${kind}`, appId: APPS.demo, kind, url: receiver.url + path, method, secret };
      const headers = { ...(kind !== 'sync' && { Authorization: `KakaoAK it's-a-key` }), 'X-Empty': '', 'X-Text': `a "b" 'c'` };
      tx.put('endpoints', endpoint);
      webhooks.enqueue(tx, { id, endpoint, event: 'test', lane: `${APPS.demo}:01-han`, headers, body });
    });
    webhooks.start();
    await webhooks.settled();
    return `/_sim/deliveries/${id}`;
  };
  const command = async (path: string) => textOf((await world.visitor().open(path)).html, 'delivery-curl') ?? '';
  const curl = async (text: string, env: Record<string, string> = {}) =>
    run('bash', ['-c', text], { env: { PATH: process.env.PATH, ...env } });

  for (const body of BODIES) {
    it(`sends the same request once more: ${JSON.stringify(body)}`, async () => {
      const path = await send('channel', 'POST', body, '/a%20b?x=[1]&y={2}&z=it%27s');
      const { stdout } = await curl(await command(`${path}?show=secrets`));
      assert.match(stdout, /^HTTP\/1\.1 200 /);
      assert.deepEqual(essence(receiver.received[1]), essence(receiver.received[0]));
    });
  }

  it('sends a GET with its query', async () => {
    const path = await send('unlink', 'GET', 'app_id=1&user_id=2&referrer_type=UNLINK_FROM_APPS', '?mine=1');
    await curl(await command(`${path}?show=secrets`));
    assert.deepEqual(essence(receiver.received[1]), essence(receiver.received[0]));
    assert.match(receiver.received[1]?.path ?? '', /\?mine=1&app_id=1&user_id=2&/);
  });

  it('sends a signature that was made then', async () => {
    const path = await send('sync', 'POST', '{"a":1}');
    await curl(await command(`${path}?show=secrets`));
    assert.deepEqual(essence(receiver.received[1]), essence(receiver.received[0]));
    assert.match(String(receiver.received[1]?.headers['webhook-signature']), /^v1,/);
  });

  it('holds no secret unless asked, and takes it from the shell', async () => {
    const path = await send('channel', 'POST', '{}');
    const text = await command(path);
    assert.ok(!text.includes('a-key') && text.includes('"${KAKAO_ADMIN_KEY:?}"'), text);
    await assert.rejects(curl(text), /KAKAO_ADMIN_KEY: parameter null or not set/);
    assert.equal(receiver.received.length, 1);
    await curl(text, { KAKAO_ADMIN_KEY: `it's-a-key` });
    assert.deepEqual(essence(receiver.received[1]), essence(receiver.received[0]));
  });
});

/** All but the order and the spelling of header names. */
function essence(received: Received | undefined): unknown {
  return received && { method: received.method, path: received.path, headers: received.headers, body: received.body };
}
