/**
 * A process of its own: oidc-provider as it comes, with its memory adapter and the least pages that a login and a consent can have.
 * It does what ours does: authorize, login form, consent form, code, token, userinfo, and after each form, as it comes, a round trip to an
 * address of its own, which ours does without. It signs by the same algorithm, signs its cookies too, and gives a refresh token and an ID
 * token. Where it has somebody to tell, its consent has three terms, which it keeps in memory, tells once by a plain `fetch`, and answers
 * with. It knows no user, no app but one, no password, no language, no record of what happened, and nothing that is still there after a
 * restart.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair } from 'jose';
import type { Context, Next } from 'koa';
import type { AdapterConstructor } from 'oidc-provider';
import { Provider } from '../../src/oauth/oidc/index.ts';
import type { Target } from './flows.ts';
import { serveHarness } from './processes.ts';
import { CALLBACK, CALLBACK_HEADERS } from './world.ts';

const client = { client_id: 'bench', client_secret: 'a secret of the bench', redirect_uri: CALLBACK };
const TERMS = ['service', 'privacy', 'marketing'];
const SCOPES = ['openid', 'profile', 'email'];

/** The one that it takes when it is told of none, with a word about that on the terminal. */
const MEMORY_ADAPTER = 'oidc-provider/lib/adapters/memory_adapter.js';

interface BareOptions {
  /** Where sign-ups are told; without it nobody is asked for terms, and nobody is told. */
  callback?: string;
}

await serveHarness(async ({ callback }: BareOptions) => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = await createProvider(url);
  provider.use(pages(provider, callback));
  const answer = provider.callback();
  server.on('request', (req, res) => void answer(req, res));
  const target: Target = { face: callback ? 'bare' : 'least', url, client };
  return { facts: { target } };
});

async function createProvider(url: string): Promise<Provider> {
  const { default: adapter } = (await import(MEMORY_ADAPTER)) as { default: AdapterConstructor };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return new Provider(url, {
    adapter,
    clients: [
      {
        client_id: client.client_id,
        client_secret: client.client_secret,
        redirect_uris: [client.redirect_uri],
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key of the bench'] },
    features: { devInteractions: { enabled: false } },
    scopes: SCOPES,
    claims: { openid: ['sub'], profile: ['nickname', 'picture'], email: ['email', 'email_verified'] },
    responseTypes: ['code'],
    pkce: { required: () => false },
    issueRefreshToken: () => true,
    rotateRefreshToken: () => false,
    ttl: {
      AccessToken: 21_600,
      AuthorizationCode: 600,
      Grant: 5_184_000,
      IdToken: 21_600,
      Interaction: 3600,
      RefreshToken: 5_184_000,
      Session: 86_400,
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, nickname: '테스트', picture: 'https://example.com/a.png', email: id, email_verified: true }),
    }),
  });
}

function pages(provider: Provider, callback?: string) {
  const agreed = new Map<string, string[]>();
  const boxes = TERMS.map((tag) => `<label><input type="checkbox" name="terms" value="${tag}">${tag}</label>`).join('');
  const fields: Readonly<Record<string, string>> = {
    login: '<input name="login"><input name="password">',
    consent: callback ? boxes : '<input name="agree" value="yes">',
  };
  const tell = (id: string, terms: string[]): void => {
    if (callback)
      void fetch(callback, { method: 'POST', headers: CALLBACK_HEADERS, body: JSON.stringify({ id, terms }) }).then((answer) =>
        answer.text(),
      );
  };
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path === '/terms') {
      const token = await provider.AccessToken.find(ctx.get('authorization').replace('Bearer ', ''));
      if (!token) return ctx.throw(401);
      ctx.body = { id: token.accountId, terms: agreed.get(token.accountId) };
      return;
    }
    if (!ctx.path.startsWith('/interaction/')) return next();
    const details = await provider.interactionDetails(ctx.req, ctx.res);
    const { prompt, params } = details;
    if (ctx.method === 'GET') {
      ctx.type = 'html';
      ctx.body = form(ctx.path, fields[prompt.name]!);
      return;
    }
    const sent = new URLSearchParams(await text(ctx.req));
    if (prompt.name === 'login') {
      ctx.respond = false;
      return provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: sent.get('login')! } });
    }
    const { accountId } = details.session!;
    const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope(SCOPES.join(' '));
    const grantId = await grant.save();
    const terms = sent.getAll('terms');
    agreed.set(accountId, terms);
    ctx.respond = false;
    await provider.interactionFinished(ctx.req, ctx.res, { consent: { grantId } });
    tell(accountId, terms);
  };
}

function form(action: string, fields: string): string {
  return `<!doctype html><title>bench</title><form method="post" action="${action}">${fields}<button>OK</button></form>`;
}
