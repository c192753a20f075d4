/** A request by one of Kakao's names, over whatever leads it here. */
import { type ClientRequest, type IncomingMessage, request as requestInTheClear } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
}

/** Asks the simulator at `url`, under the host name that is given. */
export function askAs(host: string, url: string, path: string, { method = 'GET', headers = {} }: Asked = {}): Promise<Answer> {
  return answerOf(requestInTheClear(url + path, { method, headers: { ...headers, host } }));
}

/** Asks `https://host/path` of a server on this machine's port, trusting `ca` alone. Rejects with what is wrong with its certificate. */
export function askSecurely(host: string, port: number, path: string, ca: string): Promise<Answer> {
  const createConnection = () => connect({ host: '127.0.0.1', port, servername: host === '127.0.0.1' ? '' : host, ca });
  return answerOf(requestSecurely({ host, path, createConnection, headers: { host } }));
}

async function answerOf(asking: ClientRequest): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asking.once('response', resolve).once('error', reject).end();
  });
  return { status: response.statusCode!, headers: response.headers, body: await text(response) };
}
