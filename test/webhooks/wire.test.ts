/** The request that the bench shows is the one that was sent, byte for byte. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { wireRequest, wireText } from '../../src/webhooks/index.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { USUAL_ENDPOINT } from '../../src/store/index.ts';

/** Keeps the bytes of each connection, and answers 200 once a request is whole. */
function recorder(received: string[]): Server {
  return createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const [head = '', body] = text.split(/\r\n\r\n(.*)/s);
      const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
      if (body === undefined || Buffer.byteLength(body) < length) return;
      received.push(text);
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    });
    socket.on('error', () => undefined);
  });
}

describeHouse('a request on the wire', (world) => {
  let received: string[];
  let server: Server;
  beforeEach(async () => {
    received = [];
    server = recorder(received);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => void server.close());

  const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

  const rows = [
    { what: 'a POST with Korean in it', kind: 'channel', method: 'POST', path: '/훅 s?a=1&b=%20', body: '{"말":"<b>"}' },
    { what: 'a POST with an empty body', kind: 'unlink', method: 'POST', path: '/hooks', body: '' },
    { what: 'a GET, which carries it in the query', kind: 'unlink', method: 'GET', path: '/hooks?mine=1', body: 'app_id=1&user_id=2' },
    { what: 'one that is signed', kind: 'sync', method: 'POST', path: '/hooks', body: '{}' },
  ] as const;
  for (const { what, kind, method, path, body } of rows) {
    it(`is shown as it was sent: ${what}`, async () => {
      await send(world, { kind, method, url: url(path), body });
      assert.deepEqual(await shown(world), received);
    });
  }

  const spoiled = ['wrong-key', 'stale-timestamp', 'slow-body'] as const;
  for (const kind of spoiled) {
    it(`is shown as it was really sent, spoiled on purpose: ${kind}`, async () => {
      const body = '{"event":"added","timestamp":1600000000000,"updated_at":"2020-09-13T12:26:40Z"}';
      await send(world, { kind: 'channel', method: 'POST', url: url('/hooks'), body }, kind);
      const wires = await shown(world);
      assert.deepEqual(wires.map(lines), received.map(lines));
      assert.equal(wires[0]?.includes('KakaoAK right'), kind !== 'wrong-key');
      assert.equal(wires[0]?.endsWith(body), kind !== 'stale-timestamp');
    });
  }
});

interface Sent {
  kind: 'channel' | 'unlink' | 'sync';
  method: 'GET' | 'POST';
  url: string;
  body: string;
}

async function send({ house }: World, { kind, method, url, body }: Sent, trouble?: 'wrong-key' | 'stale-timestamp' | 'slow-body') {
  const { webhooks, store } = house;
  const id = `${APPS.demo}:${kind}`;
  await store.write(async (tx) => {
    const secret = kind === 'sync' ? `whsec_${Buffer.from('a secret of the tests').toString('base64')}` : null;
    const endpoint = { ...USUAL_ENDPOINT, id, appId: APPS.demo, kind, url, method, secret };
    tx.put('endpoints', endpoint);
    if (trouble)
      await webhooks.addTrouble(tx, { endpointId: id, event: null, kind: trouble, times: 1, ...(trouble === 'slow-body' && { ms: 40 }) });
    const headers = { Authorization: 'KakaoAK right', 'X-Empty': '' };
    const lane = `${APPS.demo}:01-han`;
    webhooks.enqueue(tx, { id: await webhooks.newId(tx, { endpointId: id, lane }), endpoint, event: 'test', lane, headers, body });
  });
  webhooks.start();
  await webhooks.settled();
}

/** Every attempt of the newest delivery, as the room says that it was sent. */
async function shown({ house: { webhooks } }: World): Promise<string[]> {
  const [delivery] = await webhooks.recent({ limit: 1 });
  return (await webhooks.attempts(delivery!.id)).map((attempt) => wireText(wireRequest(delivery!, attempt)));
}

/** Where the length stands among the headers says nothing. */
function lines(text: string): string[] {
  return text.split('\r\n').sort();
}
