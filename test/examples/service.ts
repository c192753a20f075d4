/** A service with Kakao Login as partners write it: what the examples test. It knows nothing of a simulator. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What its developer would copy from the console, and where Kakao is. */
export interface Settings {
  kakao: string;
  clientId: string;
  clientSecret: string | null;
}

export interface Service extends AsyncDisposable {
  readonly url: string;
  /** Registered as the app's redirect URI. */
  readonly callback: string;
  configure(settings: Settings): void;
}

/** `/login` leads to Kakao, `/oauth` takes the code and greets. */
export async function startService(): Promise<Service> {
  let settings: Settings | undefined;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', service.url);
    if (!settings) response.writeHead(503).end();
    else if (url.pathname === '/login') response.writeHead(302, { location: loginUrl(settings, service.callback) }).end();
    else
      greet(settings, service.callback, url.searchParams).then(
        (words) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<h1>${words}</h1>`),
        (error: unknown) => response.writeHead(502).end(String(error)),
      );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const service: Service = {
    url,
    callback: `${url}/oauth`,
    configure: (given) => void (settings = given),
    [Symbol.asyncDispose]: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return service;
}

function loginUrl({ kakao, clientId }: Settings, redirectUri: string): string {
  return `${kakao}/oauth/authorize?${new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, response_type: 'code' })}`;
}

async function greet({ kakao, clientId, clientSecret }: Settings, redirectUri: string, query: URLSearchParams): Promise<string> {
  const code = query.get('code');
  if (!code) return `로그인하지 않았습니다: ${query.get('error')}`;
  const fields = {
    grant_type: 'authorization_code',
    client_id: clientId,
    client_secret: clientSecret ?? '',
    redirect_uri: redirectUri,
    code,
  };
  const answer = await fetch(`${kakao}/oauth/token`, { method: 'POST', body: new URLSearchParams(fields) });
  if (!answer.ok) return `카카오가 응답하지 않습니다: ${answer.status}`;
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const me = await fetch(`${kakao}/v2/user/me`, { headers: { authorization: `Bearer ${token}` } });
  const { kakao_account: account } = (await me.json()) as { kakao_account: { profile: { nickname: string } } };
  return `${account.profile.nickname}님, 안녕하세요`;
}
