/** How the command ends: at SIGINT and SIGTERM, cleanly, with everything kept. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { PATIENCE, useRoom } from './program.ts';

describe('the command · its end', () => {
  const room = useRoom();

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends at ${signal} with 0, gives its folder back, and goes on from there`, async () => {
      const first = room.start(['--port', '0', '--json']);
      const { url, data } = await first.facts();
      assert.equal(data, join(room.folder, 'data'));
      const { code, signal: killedBy, stderr } = await first.end(signal);
      assert.deepEqual([code, killedBy, stderr], [0, null, '']);
      assert.deepEqual(readdirSync(data).sort(), ['short-lived.json', 'state.json']);
      await assert.rejects(fetch(url));

      const second = room.start(['--port', new URL(url).port, '--partner-port', '0', '--json']);
      assert.equal((await second.facts()).url, url);
      assert.deepEqual((await second.end(signal)).code, 0);
    }).timeout(PATIENCE);
  }

  it('does not wait for those who only watch: event streams are cut off', async () => {
    const program = room.start(['--port', '0', '--json', '--memory']);
    const { url } = await program.facts();
    const stream = await openStream(url);
    const { code, stderr } = await program.end('SIGTERM');
    assert.deepEqual([code, stderr], [0, '']);
    await assert.rejects(stream.text());
  }).timeout(PATIENCE);

  it('finishes what is in flight', async () => {
    const program = room.start(['--port', '0', '--json', '--memory']);
    const { url, apps } = await program.facts();
    const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: apps[0]!.clientId, code: 'x' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length, expect: '100-continue' };
    const half = request(`${url}/oauth/token`, { method: 'POST', headers });
    half.flushHeaders();
    await once(half, 'continue'); // the server has begun to read
    const ended = program.end('SIGINT');
    half.end(body);
    const [response] = (await once(half, 'response')) as [IncomingMessage];
    assert.equal(((await json(response)) as { error_code: string }).error_code, 'KOE010');
    assert.equal((await ended).code, 0);
  }).timeout(PATIENCE);
});

/** The deliveries of the operator's desk, as they come. */
async function openStream(url: string): Promise<Response> {
  const response = await fetch(`${url}/_sim/deliveries/stream`);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  return response;
}
