/** A login driven from one's own authorize URL to the redirect back, and simulators beside one another. */
import assert from 'node:assert/strict';
import { createSimulator } from '../../src/index.ts';
import { refused } from '../helpers/rooms.ts';
import { describeKit, me } from './kit.ts';

const CALLBACK = 'http://localhost:3000/oauth';

describeKit('the kit · driving a login', (kakao) => {
  const authorizeUrl = async (app: { clientId: string }, host: string, more = {}) =>
    `${host}/oauth/authorize?${new URLSearchParams({ client_id: app.clientId, redirect_uri: CALLBACK, response_type: 'code', state: 's', ...more })}`;

  it('goes from the authorize URL of a server to the redirect back to it', async () => {
    const app = await kakao.apps.create();
    const account = await kakao.accounts.create();
    for (const host of [kakao.url, 'https://kauth.kakao.com']) {
      const back = new URL(await kakao.login(await authorizeUrl(app, host), { as: account }));
      assert.equal(back.origin + back.pathname, CALLBACK);
      assert.equal(back.searchParams.get('state'), 's');
      assert.ok(back.searchParams.get('code'));
    }
  });

  it('presses 취소', async () => {
    const app = await kakao.apps.create();
    const back = new URL(await kakao.login(await authorizeUrl(app, kakao.url), { as: 'han', agree: 'cancel' }));
    assert.equal(back.searchParams.get('error'), 'access_denied');
  });

  it('chooses an account, and signs in anew', async () => {
    const app = await kakao.apps.create();
    for (const prompt of ['select_account', 'login']) {
      const back = new URL(await kakao.login(await authorizeUrl(app, kakao.url, { prompt }), { as: 'han' }));
      assert.ok(back.searchParams.get('code'), prompt);
    }
  });

  it('goes through one’s own HTTP client', async () => {
    const app = await kakao.apps.create();
    const asked: string[] = [];
    await kakao.login(await authorizeUrl(app, kakao.url), {
      as: 'han',
      fetch: (url, init) => {
        asked.push(`${init.method} ${new URL(url).pathname.split('/').slice(0, 3).join('/')}`);
        return fetch(url, init);
      },
    });
    assert.deepEqual(asked, ['GET /oauth/authorize', 'GET /oauth/login', 'POST /oauth/login', 'GET /oauth/consent', 'POST /oauth/consent']);
  });

  it('stops at a page that only a person can answer', async () => {
    const app = await kakao.apps.create();
    await refused('login_stopped', kakao.login(await authorizeUrl(app, kakao.url, { prompt: 'create' }), { as: 'han' }), { status: 200 });
    await refused('input_refused', kakao.login('http://[', { as: 'han' }), { field: 'authorizeUrl' });
  });
});

describeKit('the kit · two simulators', (kakao) => {
  it('share nothing', async () => {
    await using other = await createSimulator();
    const app = await kakao.apps.create({ id: '42' });
    await kakao.accounts.create({ key: 'mine' });
    const { tokens } = await kakao.signUp({ app, account: 'mine' });
    await refused('input_refused', other.apps.get('42'));
    await refused('input_refused', other.accounts.get('mine'));
    assert.equal(((await me(other, tokens!.access_token)) as unknown as { code: number }).code, -401);
    assert.ok((await other.signUp({ app: await other.apps.create({ id: '42' }), account: 'han' })).tokens);
  });
});
