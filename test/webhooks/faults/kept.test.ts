/** The fault list, F13: connections are kept, and one may be closed just as it is used. Source: security 3.3. */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { selfSigned } from '../../helpers/certificate.ts';
import { type Keeper, openKeeper, type Taken } from '../../helpers/keeper.ts';
import { type Bench, openBench } from './bench.ts';

type Answer = (res: ServerResponse, taken: Taken) => void;

/** `connection: keep-alive` by hand has node say nothing of how long it waits. */
const unsaid = (res: ServerResponse): ServerResponse => res.setHeader('connection', 'keep-alive');
/** There is no reset below TLS. */
const resets: Answer = ({ socket }) => void (socket && 'encrypted' in socket ? socket.destroy() : socket?.resetAndDestroy());
const answers: Answer = (res) => void unsaid(res).end('thanks');

describe('webhooks · faults · kept connections', () => {
  let bench: Bench;
  let keeper: Keeper;
  afterEach(() => Promise.all([bench.close(), keeper.close()]));

  const open = async (answer: Answer, options: { deadlineMs?: number; isSecure?: boolean } = {}): Promise<void> => {
    bench = await openBench({ ...(options.deadlineMs && { deadlineMs: options.deadlineMs }) });
    keeper = await openKeeper(options.isSecure ? selfSigned({}) : undefined);
    keeper.answer(answer);
  };
  const send = async (count: number, lanes = 1): Promise<void> => {
    await bench.events(count, { to: keeper.url, lanes, endpoint: { verifyTls: false } });
    await bench.finish();
  };
  const verdicts = async (): Promise<string[]> =>
    (await Promise.all(bench.committed.map((id) => bench.webhooks.attempts(id)))).map((made) => made.map(({ verdict }) => verdict).join());
  const requests = (id: string): number => keeper.taken.filter((each) => each.id === id).length;

  it('F13 · what goes out one after the other goes over one connection, and stopping closes it', async () => {
    await open(answers);
    await send(20);
    assert.deepEqual([keeper.taken.map(({ nth }) => nth), keeper.open()], [Array.from({ length: 20 }, (_, at) => at + 1), 1]);
    await bench.webhooks.stop();
    await keeper.left();
  });

  const closing: readonly [name: string, answer: Answer, prepare?: () => void][] = [
    [
      'waits no longer than a millisecond for the next one, and does not say so',
      answers,
      () => Object.assign(keeper.server, { keepAliveTimeout: 1, keepAliveTimeoutBuffer: 0 }),
    ],
    [
      'waits no longer than a millisecond, and says so',
      (res) => void res.end(),
      () => Object.assign(keeper.server, { keepAliveTimeout: 1 }),
    ],
    ['closes after each answer, and says so', (res) => void res.setHeader('connection', 'close').end()],
    ['closes after each answer, and does not say so', (res) => void unsaid(res).end(() => res.socket?.end())],
    ['resets what comes over a connection that was used', (res, taken) => (taken.nth > 1 ? resets : answers)(res, taken)],
    ['closes what was used without a word', (res, { nth }) => void (nth > 1 ? res.socket?.end() : unsaid(res).end())],
  ];
  for (const [name, answer, prepare] of closing)
    for (const isSecure of [false, true])
      it(`F13 · a receiver that ${name}${isSecure ? ', by TLS' : ''}: nothing is lost or counts as failed, and nothing is sent more than twice`, async () => {
        await open(answer, { isSecure });
        prepare?.();
        await send(12, 2);
        assert.deepEqual(
          await verdicts(),
          Array.from({ length: 12 }, () => 'delivered'),
        );
        const times = bench.committed.map(requests);
        assert.ok(Math.min(...times) === 1 && Math.max(...times) <= 2, String(times));
      });

  it('F13 · only what was met with silence goes over a second connection: half a status line is an answer', async () => {
    await open((res, { nth }) => void (nth > 1 ? res.socket?.write('HTTP/1.', () => res.socket?.resetAndDestroy()) : unsaid(res).end()));
    await send(2);
    assert.deepEqual(
      [await verdicts(), bench.committed.map(requests)],
      [
        ['delivered', 'connection_reset'],
        [1, 1],
      ],
    );
  });

  it('F13 · the second connection is the last one', async () => {
    await open((res, taken) => (taken.id === bench.committed[0] ? answers : resets)(res, taken));
    await send(2);
    assert.deepEqual(
      [await verdicts(), bench.committed.map(requests)],
      [
        ['delivered', 'connection_reset'],
        [1, 2],
      ],
    );
  });

  it('F13 · both have one deadline', async () => {
    await open((res, { connection, nth }) => void (nth > 1 ? res.socket?.destroy() : connection === 1 && unsaid(res).end()), {
      deadlineMs: 300,
    });
    await send(2);
    const [, last] = bench.committed;
    const [attempt] = await bench.webhooks.attempts(last!);
    assert.deepEqual([await verdicts(), requests(last!)], [['delivered', 'timeout'], 2]);
    assert.ok(attempt!.durationMs >= 295 && attempt!.durationMs < 600, String(attempt!.durationMs));
  });

  it('a connection whose certificate was not looked at carries nothing for an endpoint that wants it looked at', async () => {
    await open(answers, { isSecure: true });
    await send(2);
    await bench.events(1, { to: keeper.url, endpoint: { verifyTls: true } });
    await bench.finish();
    assert.deepEqual([await verdicts(), keeper.taken.length], [['delivered', 'delivered', 'tls_failed'], 2]);
  });

  const bodies: readonly [name: string, body: (res: ServerResponse) => void][] = [
    ['is long', (res) => void res.end('a'.repeat(64 * 1024))],
    ['never ends', (res) => void res.write('a')],
  ];
  for (const [name, body] of bodies)
    it(`a connection with an answer whose body ${name} is not kept`, async () => {
      await open((res) => body(unsaid(res)));
      await send(3);
      assert.deepEqual([await verdicts(), keeper.taken.map(({ nth }) => nth)], [Array.from({ length: 3 }, () => 'delivered'), [1, 1, 1]]);
      await keeper.left();
    });
});
