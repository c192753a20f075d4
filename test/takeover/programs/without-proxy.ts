/** Connections by TLS in the ways that libraries have, none of which asks a proxy. Prints what each led to. */
import { once } from 'node:events';
import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import tls, { connect, rootCertificates, type TLSSocket } from 'node:tls';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { IncomingMessage } from 'node:http';

if (isMainThread) process.stdout.write(JSON.stringify(await said()));
else parentPort!.postMessage(await asked('https://kauth.kakao.com/'), []);

async function said(): Promise<Record<string, string>> {
  const [fromWorker] = (await once(new Worker(new URL(import.meta.url)), 'message')) as [string];
  return {
    'node:https': await asked('https://kauth.kakao.com/'),
    'node:https with its own authorities': await asked('https://kapi.kakao.com/', { ca: rootCertificates }),
    fetch: await (await fetch('https://kauth.kakao.com/')).text(),
    'tls.connect(options)': await reached(tls.connect({ host: 'kapi.kakao.com', port: 443 })),
    'tls.connect(port, host, options)': await reached(tls.connect(443, 'kapi.kakao.com', { timeout: 5000 })),
    'import { connect }': await reached(connect(443, 'kapi.kakao.com', {}, () => undefined)),
    'another port': await reached(connect({ host: 'kapi.kakao.com', port: 1, lookup })),
    'another name': await reached(connect({ host: 'other.example', port: 1, lookup })),
    'a name in a worker': fromWorker,
  };
}

async function asked(url: string, options: object = {}): Promise<string> {
  const [response] = (await once(get(url, options), 'response')) as [IncomingMessage];
  return text(response);
}

async function reached(socket: TLSSocket): Promise<string> {
  try {
    await once(socket, 'secureConnect');
    return (socket as TLSSocket & { servername: string }).servername;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED' ? 'refused' : String(error);
  } finally {
    socket.destroy();
  }
}

/** No name is looked up in a test. */
function lookup(_name: string, _options: object, done: (error: null, addresses: { address: string; family: number }[]) => void): void {
  done(null, [{ address: '127.0.0.1', family: 4 }]);
}
