/** `npm run three` as somebody types it: it answers as one simulator, and ends as it is told to. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

const SCRIPT = fileURLToPath(new URL('../start.ts', import.meta.url));

describe('npm run three', () => {
  let child: ChildProcess;
  afterEach(() => void child.kill('SIGTERM'));

  it('starts a database, three simulators and a balancer, signs somebody up through it, and ends with 0 at Ctrl+C', async () => {
    child = spawn(process.execPath, [SCRIPT, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ready: string[] = [];
    let url: string | undefined;
    for await (const line of createInterface(child.stdout!)) {
      if (/^simulator \d is ready/.test(line)) ready.push(line);
      url = /^three simulators answer at (\S+) in turn/.exec(line)?.[1];
      if (url) break;
    }
    assert.equal(ready.length, 3);
    const call = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/_sim/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()) as Record<string, unknown>;
    };
    const { tokens } = (await call('/sign-ups', { app: '1000001', account: 'han' })) as { tokens: { access_token: string } };
    for (let each = 0; each < 3; each += 1) {
      const me = await fetch(`${url}/v2/user/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
      assert.equal(me.status, 200);
    }
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    assert.deepEqual(await ended, [0, null]);
    await assert.rejects(fetch(url!));
  }).timeout(180_000);
});
