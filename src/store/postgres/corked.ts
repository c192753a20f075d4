/** A socket that sends in one piece what is written to it within a while: statements that go together take one system call. */
import { Socket } from 'node:net';

/** @param later calls when the while is over, such as `setImmediate` at the end of a turn of the event loop */
export function corkedSocket(later: (send: () => void) => void): Socket {
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
        later(send);
      }
      return write(...what);
    };
  });
  return socket;
}
