import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Answer, answers, openReceiver } from '../helpers/receiver.ts';
import { openPost, type Post } from './post.ts';

describe('webhooks · one attempt', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost();
  });
  afterEach(() => post.close());

  it('the frozen body and headers arrive byte for byte', async () => {
    const body = '{"event":"added","id":4012345678901234567,"말":"안녕 👋","e":"\\u0000"}';
    await post.drop({ body, headers: { Authorization: 'KakaoAK 0123', 'X-Kakao-Resource-ID': 'RES', 'Content-Type': 'application/json' } });
    await post.webhooks.settled();
    const [received] = post.receiver.received;
    assert.equal(received?.method, 'POST');
    assert.equal(received?.path, '/hooks');
    assert.equal(received?.body, body);
    assert.equal(received?.headers['content-length'], String(Buffer.byteLength(body)));
    for (const name of ['Authorization', 'X-Kakao-Resource-ID', 'Content-Type']) assert.ok(received?.rawHeaders.includes(name), name);
    assert.equal(received?.headers.connection, 'keep-alive');
  });

  it('goes to the path and query of the address', async () => {
    await post.drop({ to: `${post.receiver.url}/kakao?shop=%EC%8B%AC&x=1` });
    await post.webhooks.settled();
    assert.equal(post.receiver.received[0]?.path, '/hooks/kakao?shop=%EC%8B%AC&x=1');
  });

  for (const status of [200, 201, 202, 204, 299]) {
    it(`counts ${status} as delivered`, async () => {
      post.receiver.answer(answers.status(status, { 'x-answer': 'yes' }));
      const { delivery, attempts } = await post.outcome(await post.drop());
      assert.equal(delivery.state, 'delivered');
      assert.deepEqual([attempts.length, attempts[0]?.verdict, attempts[0]?.status], [1, 'delivered', status]);
      assert.equal(attempts[0]?.responseHeaders['x-answer'], 'yes');
    });
  }

  for (const status of [301, 302, 303, 307, 308]) {
    it(`9 · counts ${status} as failed and never contacts the target`, async () => {
      const target = await openReceiver();
      post.receiver.answer(answers.redirect(target.url, status));
      const { delivery, verdict } = await post.outcome(await post.drop());
      assert.deepEqual([delivery.state, verdict], ['parked', `status_${status}`]);
      assert.equal(target.received.length, 0);
      await target.close();
    });
  }

  for (const status of [304, 400, 401, 404, 410, 429, 500, 503]) {
    it(`counts ${status} as failed, and does not try again`, async () => {
      post.receiver.answer(answers.status(status, { 'retry-after': '0' }));
      const { delivery, attempts, verdict } = await post.outcome(await post.drop());
      assert.deepEqual([delivery.state, verdict, attempts.length], ['parked', `status_${status}`, 1]);
      assert.equal(post.receiver.received.length, 1);
    });
  }

  const faults: [name: string, answer: Answer, verdict: string, status: number | null][] = [
    ['never answers', answers.hang(), 'timeout', null],
    ['drips a header that never ends', answers.drip(), 'timeout', null],
    ['only hints that an answer is coming', answers.earlyHintsOnly(), 'timeout', null],
    ['cuts before the status', answers.resetBeforeStatus(), 'connection_reset', null],
    ['hangs up without a word', answers.garbage(''), 'connection_reset', null],
    ['cuts in the middle of the body', answers.resetAfterStatus(), 'delivered', 200],
    ['sends a body without end', answers.endlessBody(), 'delivered', 200],
    ['answers something that is no HTTP', answers.garbage(), 'bad_response', null],
    [
      'switches protocols',
      answers.garbage('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
      'bad_response',
      null,
    ],
    ['sends 64 KB of headers', answers.hugeHeaders(), 'bad_response', null],
    ['sends more headers than there are', answers.garbage(`HTTP/1.1 200 OK\r\n${'X-Many: a\r\n'.repeat(5000)}\r\n`), 'bad_response', null],
    ['answers just in time', answers.after(20, answers.status(200)), 'delivered', 200],
  ];
  for (const [name, answer, expected, status] of faults) {
    it(`a receiver that ${name}: ${expected}`, async () => {
      post.receiver.answer(answer);
      const { delivery, attempts } = await post.outcome(await post.drop());
      assert.deepEqual([attempts.map(({ verdict }) => verdict), attempts[0]?.status], [[expected], status]);
      assert.equal(delivery.state, expected === 'delivered' ? 'delivered' : 'parked');
    });
  }

  it('writes down when the attempt began and how long it took', async () => {
    post.clock.advance(86_400_000);
    post.receiver.answer(answers.hang());
    const before = post.clock.now();
    const { attempts } = await post.outcome(await post.drop());
    const [attempt] = attempts;
    assert.ok(attempt && attempt.startedAt >= before && attempt.startedAt <= post.clock.now());
    assert.ok(attempt.durationMs >= 245 && attempt.durationMs < 1000, String(attempt.durationMs));
  });

  it('nobody listens: connection_refused', async () => {
    assert.equal((await post.outcome(await post.drop({ to: `http://127.0.0.1:${await closedPort()}/` }))).verdict, 'connection_refused');
  });

  it('a host name that nobody has: dns_lookup_failed', async () => {
    const patient = await openPost({ deadlineMs: 3000 });
    assert.equal((await patient.outcome(await patient.drop({ to: 'http://nobody.invalid/' }))).verdict, 'dns_lookup_failed');
    await patient.close();
  });

  it('https to a port that speaks plain HTTP: tls_failed', async () => {
    assert.equal((await post.outcome(await post.drop({ to: post.receiver.url.replace('http:', 'https:') }))).verdict, 'tls_failed');
  });

  it('https to a port that accepts and stays silent ends at the deadline', async () => {
    const silent = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const to = `https://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    assert.equal((await post.outcome(await post.drop({ to }))).verdict, 'timeout');
    await new Promise((resolve) => silent.close(resolve));
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
