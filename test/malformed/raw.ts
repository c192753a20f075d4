/** Requests byte by byte, over a socket of their own: an HTTP client would refuse to send most of them. */
import { connect } from 'node:net';

/** What came back; no status where the server hung up without a word. */
export interface Answer {
  status: number | undefined;
  headers: Readonly<Record<string, string>>;
  body: string;
}

const PATIENCE_MS = 10_000;

/** For `raw`: the client hangs up after what it has sent. */
export const CUT_OFF = Symbol('cut off');

/** Sends these bytes and resolves with what came until the server hung up. Rejects when it keeps silent. */
export function raw(url: string, ...bytes: readonly (string | Buffer | typeof CUT_OFF)[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const came: Buffer[] = [];
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const done = () => {
      socket.destroy();
      resolve(answerIn(Buffer.concat(came)));
    };
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy();
      reject(new Error(`no answer to ${JSON.stringify(String(bytes[0]).slice(0, 200))}`));
    });
    socket.on('data', (chunk: Buffer) => came.push(chunk));
    // A server that has answered may hang up on what is still being sent.
    socket.on('error', done);
    socket.on('close', done);
    for (const each of bytes) {
      if (each === CUT_OFF) socket.end();
      else socket.write(typeof each === 'string' ? Buffer.from(each, 'latin1') : each);
    }
  });
}

/** The head of a request: its first line, then a Host, a `Connection: close` and these header lines. */
export function head(requestLine: string, ...lines: readonly string[]): string {
  return [requestLine, 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n');
}

function answerIn(bytes: Buffer): Answer {
  const text = bytes.toString('utf8').replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const end = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = (end < 0 ? '' : text.slice(0, end)).split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1];
  const headers = Object.fromEntries(lines.map((line) => [line.split(':', 1)[0]!.toLowerCase(), line.replace(/^[^:]*:\s*/, '')]));
  return { status: status ? Number(status) : undefined, headers, body: end < 0 ? '' : text.slice(end + 4) };
}
