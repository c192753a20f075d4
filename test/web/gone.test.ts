import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unlessGone } from '../../src/web/gone.ts';

describe('clients who go away', () => {
  const reported: unknown[] = [];
  const listener = unlessGone((error) => reported.push(error));
  beforeEach(() => void (reported.length = 0));

  it('are nothing to report when they went before the first byte of a stream', async () => {
    const answer = new PassThrough().destroy();
    await pipeline(new PassThrough(), answer).catch(listener);
    assert.deepEqual(reported, []);
  });

  it('are nothing to report when they go in the middle of one', async () => {
    const answer = new PassThrough();
    const sent = pipeline(new PassThrough(), answer).catch(listener);
    answer.destroy();
    await sent;
    assert.deepEqual(reported, []);
  });

  for (const code of ['ECONNRESET', 'EPIPE', 'HPE_INVALID_EOF_STATE', 'HPE_CLOSED_CONNECTION']) {
    it(`are nothing to report when the wire says ${code}`, () => {
      listener(Object.assign(new Error('gone'), { code }));
      assert.deepEqual(reported, []);
    });
  }

  it('do not hide what else goes wrong', () => {
    const mistake = Object.assign(new Error('a mistake of ours'), { code: 'ENOSPC' });
    listener(mistake);
    assert.deepEqual(reported, [mistake]);
  });
});
