/** Who is measured: how each is started as a command, and how a program gets a first token of it within one process. */
import { COMMAND, library, root } from './built.ts';

export interface Contender {
  /** With its version. */
  name: string;
  /** Arguments of `node` that start it on this port. */
  command: (port: number) => string[];
  /** Answers 200 once it is ready. */
  readyAt: string;
  /** Starts it as a library, goes through an authorization code flow and resolves with the access token. */
  firstToken: () => Promise<string>;
}

const CALLBACK = 'http://localhost:3000/oauth';

export const contenders = {
  ours: {
    name: 'kakao-sync-simulator',
    command: (port) => [COMMAND, '--port', String(port), '--memory', '--no-partner'],
    readyAt: '/.well-known/openid-configuration',
    async firstToken() {
      const { createSimulator } = await library();
      const simulator = await createSimulator();
      const { tokens } = await simulator.signUp({ app: '1000001', account: 'han', agree: 'all' });
      return tokens!.access_token;
    },
  },
  oauth2MockServer: {
    name: 'oauth2-mock-server 9.3.0',
    command: (port) => [root('node_modules/oauth2-mock-server/dist/oauth2-mock-server.mjs'), '-a', '127.0.0.1', '-p', String(port)],
    readyAt: '/.well-known/openid-configuration',
    async firstToken() {
      const { OAuth2Server } = await import('oauth2-mock-server');
      const server = new OAuth2Server();
      await server.issuer.keys.generate('RS256');
      await server.start(0, '127.0.0.1');
      const url = `http://127.0.0.1:${server.address().port}`;
      const { headers } = await fetch(`${url}/authorize?${query({ state: 'x' })}`, { redirect: 'manual' });
      return redeem(`${url}/token`, headers.get('location'));
    },
  },
  emulate: {
    name: 'emulate 0.12.2 (google)',
    command: (port) => [root('node_modules/emulate/dist/index.js'), 'start', '--service', 'google', '--port', String(port)],
    readyAt: '/.well-known/openid-configuration',
    async firstToken() {
      const { createEmulator } = await import('emulate');
      const { url } = await createEmulator({ service: 'google', port: await freePort() });
      const page = await (await fetch(`${url}/o/oauth2/v2/auth?${query({})}`)).text();
      const [form = ''] = /<form[\s\S]*?<\/form>/.exec(page) ?? [];
      const fields = [...form.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as [string, string]);
      const { headers } = await fetch(`${url}/o/oauth2/v2/auth/callback`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
      return redeem(`${url}/oauth2/token`, headers.get('location'));
    },
  },
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof contenders;

function query(more: Record<string, string>): URLSearchParams {
  return new URLSearchParams({ client_id: 'bench', redirect_uri: CALLBACK, response_type: 'code', scope: 'openid email', ...more });
}

async function redeem(endpoint: string, location: string | null): Promise<string> {
  const code = new URL(location ?? '', CALLBACK).searchParams.get('code') ?? '';
  const fields = { grant_type: 'authorization_code', code, client_id: 'bench', client_secret: 'bench', redirect_uri: CALLBACK };
  const answer = await fetch(endpoint, { method: 'POST', body: new URLSearchParams(fields) });
  return ((await answer.json()) as { access_token: string }).access_token;
}

export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
