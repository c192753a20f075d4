import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { corkedSocket } from '../../src/store/postgres/corked.ts';

describe('store · postgres · a corked socket', () => {
  it('holds what is written in one go, and sends all of it then, in its order', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = corkedSocket().connect((server.address() as AddressInfo).port, '127.0.0.1');
    const [[other]] = await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
    const received: Promise<string[]> = (other.setEncoding('utf8') as NodeJS.ReadableStream & { toArray(): Promise<string[]> }).toArray();

    for (const piece of ['one ', 'two ']) socket.write(piece);
    assert.equal(socket.writableCorked, 1);
    await turn();
    assert.equal(socket.writableCorked, 0);
    socket.write('three ');
    socket.end('four');
    assert.equal((await received).join(''), 'one two three four');
    await new Promise((closed) => server.close(closed));
  });
});
