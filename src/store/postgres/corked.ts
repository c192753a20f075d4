/** A socket that sends in one piece what is written to it in one go: statements that go together take one system call. */
import { Socket } from 'node:net';

export function corkedSocket(): Socket {
  const socket = new Socket();
  const uncork = socket.uncork.bind(socket);
  // Not before: `connect` gives a socket its own `write` back.
  socket.once('connect', () => {
    const write = socket.write.bind(socket) as (...what: unknown[]) => boolean;
    let holds = false;
    const send = (): void => {
      holds = false;
      uncork();
    };
    socket.write = (...what: unknown[]): boolean => {
      if (!holds) {
        holds = true;
        socket.cork();
        process.nextTick(send);
      }
      return write(...what);
    };
  });
  return socket;
}
