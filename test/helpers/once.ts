/** Requirement 1 of security 8, against simulators of any store: of twenty at a time, one gets tokens. */
import assert from 'node:assert/strict';
import type { Simulator } from '../../src/index.ts';

interface Issued {
  app: Awaited<ReturnType<Simulator['apps']['create']>>;
  code: string;
}

/** Twenty that redeem one code at once. @param url who is asked, if not the simulator itself */
export async function redeemOnce(kakao: Simulator, url = kakao.url): Promise<void> {
  const { app, code } = await issued(kakao);
  const redirectUri = app.redirectUris[0] ?? '';
  mustBeOne(await twenty(url, app, { grant_type: 'authorization_code', redirect_uri: redirectUri, code }));
}

/** Twenty that renew one refresh token in its last month at once. */
export async function rotateOnce(kakao: Simulator, url = kakao.url): Promise<void> {
  const app = await kakao.apps.create();
  const { tokens } = await kakao.signUp({ app, account: await kakao.accounts.create() });
  await kakao.clock.advance('45d');
  mustBeOne(await twenty(url, app, { grant_type: 'refresh_token', refresh_token: tokens!.refresh_token! }));
}

async function issued(kakao: Simulator): Promise<Issued> {
  const app = await kakao.apps.create();
  const { code } = await kakao.signUp({ app, account: await kakao.accounts.create(), exchange: false });
  return { app, code };
}

function twenty(url: string, { clientId, clientSecret }: Issued['app'], fields: Record<string, string>): Promise<Response[]> {
  const body = () => new URLSearchParams({ client_id: clientId, client_secret: clientSecret ?? '', ...fields });
  return Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/oauth/token`, { method: 'POST', body: body() })));
}

function mustBeOne(answers: readonly Response[]): void {
  const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
  assert.deepEqual(statuses, [200, ...Array.from({ length: 19 }, () => 400)]);
}
