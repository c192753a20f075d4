/** Signs a person up for an app without a browser: over the pages and the token endpoint of this very simulator, as a partner would. */
import { Agent, fetch } from 'undici';
import type { z } from 'zod';
import type { House } from '../house.ts';
import { RuleBroken } from '../rule.ts';
import type { Account } from '../accounts/index.ts';
import { InputRefused } from '../web/forms.ts';
import { factsOf } from './app-facts.ts';
import type { Send } from './browser.ts';
import { findAccount, findApp } from './find.ts';
import { type Agreement, driveLogin, LoginStopped } from './login.ts';
import type { SignUp, signUpInput, Tokens } from './sign-up-input.ts';

type Given = z.output<typeof signUpInput>;

/** The token endpoint gave no tokens. `details`: `status`, and Kakao's three fields. */
export class TokensRefused extends RuleBroken {
  readonly code = 'tokens_refused';
}

/** Throws InputRefused, LoginStopped, TokensRefused. */
export async function signUp(house: House, given: Given): Promise<SignUp> {
  const app = await findApp(house, given.app);
  const account = await findAccount(house, given.account);
  const { clientId, clientSecret, redirectUris } = await factsOf(house, app);
  const redirectUri = given.redirectUri ?? redirectUris[0];
  if (redirectUri === undefined) throw new InputRefused('redirectUri', `expected one, as ${app.name} has none registered`);

  return sending(async (send) => {
    const location = await driveLogin({
      kakao: house.url,
      authorizeUrl: authorizeUrl(house, clientId, redirectUri, given),
      account,
      agree: given.agree,
      send,
    });
    const { code, state, error, error_description: says } = Object.fromEntries(location.searchParams) as Partial<Record<string, string>>;
    if (code === undefined) throw new LoginStopped(`the login came back with ${error}: ${says}`, { error });
    const client = { client_id: clientId, ...(clientSecret !== null && { client_secret: clientSecret }) };
    const tokens = given.exchange ? await exchange(house, send, { ...client, redirect_uri: redirectUri, code }) : null;
    const { number } = (await house.consent.link(app.id, account.id))!;
    return { user: number, code, state: state ?? null, redirectUri, location: location.href, tokens };
  });
}

/** Drives a login from any authorize URL; `send` is one's own HTTP client. Throws LoginStopped, InputRefused. */
export function login(house: House, authorizeUrl: string, account: Account, agree: Agreement, send?: Send): Promise<string> {
  const drive = async (by: Send): Promise<string> => (await driveLogin({ kakao: house.url, authorizeUrl, account, agree, send: by })).href;
  return send ? drive(send) : sending(drive);
}

/** With connections of its own, so that neither proxies nor mocks of the program around it come between. */
async function sending<T>(act: (send: Send) => Promise<T>): Promise<T> {
  const dispatcher = new Agent();
  try {
    return await act((url, request) => fetch(url, { ...request, dispatcher }));
  } finally {
    await dispatcher.close();
  }
}

function authorizeUrl(
  { url }: House,
  clientId: string,
  redirectUri: string,
  { scope, serviceTerms, channels, state, nonce }: Given,
): string {
  const params = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scope?.join(','),
    service_terms: serviceTerms?.join(','),
    channel_public_id: channels?.join(','),
    state,
    nonce,
  };
  const sent = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${url}/oauth/authorize?${new URLSearchParams(sent)}`;
}

async function exchange({ url }: House, send: Send, fields: Record<string, string>): Promise<Tokens> {
  const answer = await send(`${url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'authorization_code', ...fields }).toString(),
    redirect: 'manual',
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new TokensRefused(`/oauth/token answered ${answer.status} ${text}`, { status: answer.status });
  return JSON.parse(text) as Tokens;
}
