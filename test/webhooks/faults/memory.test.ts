/** The fault list, F9: bodies that are never read cost nothing. Source: security 3.3. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { type Answer, answers } from '../../helpers/receiver.ts';
import { openPost } from '../post.ts';

const MEGABYTE = 1024 * 1024;

describe('webhooks · faults · memory', () => {
  it('8 · F9 · of a body without end, or of one that would unpack to a gigabyte, only what was on its way is ever sent', async () => {
    const post = await openPost({ deadlineMs: 60_000 });
    const bomb = gzipSync(Buffer.alloc(16 * MEGABYTE));
    const poured: number[] = [];
    /** Notes how much a connection could take before it was cut. */
    const noted =
      (answer: Answer): Answer =>
      (res) => {
        const socket = res.socket!;
        socket.on('close', () => poured.push(socket.bytesWritten));
        answer(res);
      };
    const packed: Answer = (res) => {
      res.writeHead(200, { 'content-encoding': 'gzip' });
      const pour = (): void => {
        while (!res.destroyed && res.write(bomb));
      };
      res.on('drain', pour);
      pour();
    };
    post.receiver.answer(...Array.from({ length: 20 }, () => [noted(answers.endlessBody()), noted(packed)]).flat());
    const ids: string[] = [];
    for (let i = 0; i < 40; i += 1) ids.push(await post.drop({ lane: `${i}` }));
    for (const id of ids) assert.equal((await post.outcome(id)).verdict, 'delivered');
    await post.close();
    assert.ok(poured.length >= 40);
    assert.ok(Math.max(...poured) < 20 * MEGABYTE, `${Math.max(...poured)} bytes`);
  });
});
