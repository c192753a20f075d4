/** Signing up without a browser gives what the way over the pages gives, and nothing that it would not give. */
import assert from 'node:assert/strict';
import type { Simulator } from '../../src/index.ts';
import { refused } from '../helpers/rooms.ts';
import { agreement } from '../helpers/login.ts';
import { Visitor } from '../helpers/visitor.ts';
import { describeKit, me } from './kit.ts';

const CALLBACK = 'http://localhost:3000/oauth';

/** The same by hand: pages, forms, the token endpoint. */
async function byHand(kakao: Simulator, app: string, persona: string, agree: 'all' | 'required') {
  const { clientId, clientSecret } = await kakao.apps.get(app);
  const visitor = new Visitor(kakao.url);
  let page = await visitor.authorize({ client_id: clientId, redirect_uri: CALLBACK });
  page = await visitor.submit(page, { persona });
  page = await visitor.submit(page, agreement(page, agree));
  const fields = { grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret!, redirect_uri: CALLBACK };
  const answer = await fetch(`${kakao.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, code: page.query.code! }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

describeKit('the kit · signing up', (kakao) => {
  for (const agree of ['all', 'required'] as const) {
    it(`gives what the pages and the token endpoint give (${agree})`, async () => {
      const byKit = (await kakao.signUp({ app: '1000001', account: 'han', agree })).tokens!;
      const other = (await byHand(kakao, '1000001', 'foreign-phone', agree)) as typeof byKit;
      const shape = ({ access_token, refresh_token, ...rest }: typeof byKit) => ({
        ...rest,
        sizes: [access_token.length, refresh_token?.length],
      });
      assert.deepEqual(shape(byKit), shape(other));
      const known = async ({ access_token }: typeof byKit) => {
        const { kakao_account: account, ...rest } = await me(kakao, access_token);
        return [Object.keys(rest).sort(), Object.keys(account).sort()];
      };
      assert.deepEqual(await known(byKit), await known(other));
      const terms = async ({ access_token: token }: typeof byKit) =>
        (await fetch(`${kakao.url}/v2/user/service_terms`, { headers: { authorization: `Bearer ${token}` } })).json() as Promise<{
          service_terms: { tag: string }[];
        }>;
      const tags = async (tokens: typeof byKit) => (await terms(tokens)).service_terms.map(({ tag }) => tag);
      assert.deepEqual(await tags(byKit), await tags(other));
    });
  }

  it('ticks what is required and what is named', async () => {
    const app = await kakao.apps.create();
    const { tokens } = await kakao.signUp({ app, account: 'han', agree: ['account_email'] });
    assert.equal(tokens!.scope, 'profile_nickname account_email');
    await refused('input_refused', kakao.signUp({ app, account: 'new', agree: ['phone_number'] }), { field: 'agree' });
  });

  it('leaves the code to another server where it is told to', async () => {
    const app = await kakao.apps.create();
    const { code, location, state, tokens } = await kakao.signUp({ app, account: 'han', state: 'x y', exchange: false });
    assert.equal(tokens, null);
    assert.equal(state, 'x y');
    assert.equal(location, `${CALLBACK}?code=${code}&state=x%20y`);
    const fields = {
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: app.clientSecret!,
      redirect_uri: CALLBACK,
      code,
    };
    const answer = await fetch(`${kakao.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(fields) });
    assert.equal(answer.status, 200);
  });

  it('asks for items and terms by name, and knows a returning user', async () => {
    const app = await kakao.apps.create({ oidc: true, items: { profile_nickname: 'required', talk_message: 'in-use' } });
    const first = await kakao.signUp({ app, account: 'han', agree: 'required' });
    const again = await kakao.signUp({ app, account: 'han' });
    const more = await kakao.signUp({ app, account: 'han', scope: ['openid', 'talk_message'], serviceTerms: ['service'] });
    assert.equal(first.user, again.user);
    assert.match(more.tokens!.scope!, /talk_message/);
    assert.ok(more.tokens!.id_token);
  });

  it('stops where the pages stop, with Kakao’s error and the way to its reason', async () => {
    const app = await kakao.apps.create({ ageCheck: true });
    await refused('login_stopped', kakao.signUp({ app, account: 'under-14' }), { status: 403 });
    const wrong = kakao.signUp({ app, account: 'han', redirectUri: 'http://localhost:1/other' });
    await refused('login_stopped', wrong, { status: 400, error: 'KOE006' });
    const { why } = (await wrong.catch((error: { details: { why: string } }) => error.details)) as { why: string };
    assert.equal((await fetch(why)).status, 200);
    const off = await kakao.apps.create({ loginOn: false });
    await refused('login_stopped', kakao.signUp({ app: off, account: 'han' }), { error: 'KOE004' });
    await refused('input_refused', kakao.signUp({ app, account: 'nobody' }), { field: 'user' });
  });
});
