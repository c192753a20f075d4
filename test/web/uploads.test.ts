/** Multipart forms as they come over the wire: their parts, their limits, slow sinks and senders who leave. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { type Incoming, UploadRefused } from '../../src/web/uploads.ts';
import { file, formOf, useFormServer } from './form-server.ts';

describe('web · a multipart form', () => {
  const form = useFormServer();

  it('brings its fields and its files, Korean names too', async () => {
    const [status] = await form.send(
      formOf(['title', '이용약관'], ['paper', file(10), '증명서.png'], ['tag', 'a'], ['tag', 'b'], ['more', file(1)], ['more', file(2)]),
    );
    assert.equal(status, 200);
    assert.deepEqual(form.received, {
      fields: { title: '이용약관', tag: ['a', 'b'] },
      files: {
        paper: [{ name: '증명서.png', bytes: 10 }],
        more: [
          { name: 'a.png', bytes: 1 },
          { name: 'a.png', bytes: 2 },
        ],
      },
    });
    assert.deepEqual(form.discarded, []);
  });

  it('is read as far as its limits go', async () => {
    const [status] = await form.send(formOf(['title', 'x'.repeat(100)], ['b', ''], ['c', ''], ['d', ''], ['e', ''], ['paper', file(1000)]));
    assert.equal(status, 200);
    assert.deepEqual(form.received?.files['paper'], [{ name: 'a.png', bytes: 1000 }]);
  });

  it('takes a file field without a chosen file for none', async () => {
    // As browsers send it.
    const none =
      '--b\r\ncontent-disposition: form-data; name="paper"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n\r\n--b--\r\n';
    assert.equal((await form.send(none, 'multipart/form-data; boundary=b'))[0], 200);
    assert.deepEqual(form.received, { fields: {}, files: {} });
  });

  it('takes names that mean something to JavaScript for names', async () => {
    assert.equal((await form.send(formOf(['__proto__', 'x'], ['constructor', 'y'])))[0], 200);
    assert.deepEqual(Object.entries(form.received!.fields), [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    assert.deepEqual(await form.send(formOf(['__proto__', file(1)])), [400, 'too_many __proto__']);
  });

  it('ends with the error of what keeps its files, and discards the others', async () => {
    form.options.limits = { fileBytes: 1_000_000 };
    const { keep } = form.options;
    form.options.keep = async (incoming) => {
      if (incoming.name === 'bad.png') throw new Error('disk');
      return keep(incoming);
    };
    assert.deepEqual(await form.send(formOf(['paper', file(5), 'kept.png'], ['more', file(900_000), 'bad.png'], ['more', file(900_000)])), [
      500,
      'Error: disk',
    ]);
    assert.ok(!(form.thrown instanceof UploadRefused));
    assert.deepEqual(form.discarded, form.kept);
    assert.equal(form.received, undefined);
  });

  /** Sends the head and this much of a form, and says how the socket takes more. */
  const socketOf = async (length: number, start: string) => {
    const socket = connect(Number(new URL(form.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: ${length}\r\n\r\n${start}`,
    );
    return socket;
  };
  const fileHead = '--b\r\ncontent-disposition: form-data; name="paper"; filename="a"\r\n\r\n';

  it('15 · discards what it kept when its sender leaves', async () => {
    const first = '--b\r\ncontent-disposition: form-data; name="more"; filename="kept.png"\r\n\r\nxx\r\n';
    const began = Promise.withResolvers<void>();
    const { keep } = form.options;
    const isKept = Promise.withResolvers<void>();
    form.options.keep = async (incoming) => {
      if (incoming.field === 'paper') began.resolve();
      const made = await keep(incoming);
      isKept.resolve();
      return made;
    };
    const socket = await socketOf(5000, `${first}${fileHead}xxx`);
    await Promise.all([began.promise, isKept.promise]);
    socket.destroy();
    await form.finished;
    assert.ok(form.thrown instanceof UploadRefused);
    assert.equal(form.thrown.why, 'cut_off');
    assert.deepEqual(form.discarded, ['kept.png']);
  });

  it('15 · that comes byte by byte has its time, then is refused, and its sender is hung up on', async () => {
    form.options.limits = { fileMs: 100 };
    const socket = await socketOf(5000, fileHead);
    const drops = setInterval(() => socket.write('x'), 5);
    let answer = '';
    socket.on('data', (bytes) => (answer += String(bytes)));
    const isEnded = new Promise((resolve) => socket.once('close', resolve));
    await isEnded;
    clearInterval(drops);
    assert.match(answer, /^HTTP\/1\.1 400 [\s\S]*\r\nconnection: close\r\n[\s\S]*too_slow form/i);
    assert.ok(form.thrown instanceof UploadRefused && form.thrown.status === 408);
    assert.deepEqual(form.discarded, form.kept);
  });

  it('lets its sender wait while a file is kept slowly', async () => {
    const most = 64 * 1024 * 1024;
    form.options.limits = { fileBytes: most };
    const began = Promise.withResolvers<Incoming>();
    const release = Promise.withResolvers<void>();
    form.options.keep = async (incoming) => {
      began.resolve(incoming);
      await release.promise;
      return { name: incoming.name, bytes: (await buffer(incoming.content)).length };
    };
    const bytes = 32 * 1024 * 1024;
    const tail = '\r\n--b--\r\n';
    const socket = await socketOf(fileHead.length + bytes + tail.length, fileHead);
    const flushed = new Promise<void>((resolve) => socket.write(Buffer.alloc(bytes, 'x'), () => resolve()));
    let isFlushed = false;
    void flushed.then(() => (isFlushed = true));
    const { content } = await began.promise;
    for (let i = 0; i < 200; i += 1) await turn();
    assert.ok(content.readableLength < 1024 * 1024, `${content.readableLength} bytes are waiting in memory`);
    assert.ok(!isFlushed);
    release.resolve();
    socket.write(tail);
    await form.finished;
    assert.deepEqual(form.received?.files['paper'], [{ name: 'a', bytes }]);
    socket.destroy();
  });
});
