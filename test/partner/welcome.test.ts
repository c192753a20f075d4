import assert from 'node:assert/strict';
import { ACCESS_TOKEN, loggedIn, openStreet, shown, type Street, USER } from './street.ts';

describe('the demo partner · who is there', () => {
  let street: Street;
  beforeEach(async () => void (street = await openStreet()));
  afterEach(() => street.close());

  it('shows the nineteen digits of a user number', async () => {
    const page = await loggedIn(street.browser());
    assert.equal(shown(page, 'partner-user-id'), USER);
    for (const raw of ['raw-me', 'raw-terms', 'raw-scopes']) assert.match(shown(page, raw), new RegExp(`"id": ${USER}\\b`));
  });

  it('shows nickname, picture, e-mail and what needs a further consent', async () => {
    const page = await loggedIn(street.browser());
    assert.equal(shown(page, 'partner-nickname'), '보리 & 콩');
    assert.equal(shown(page, 'partner-email'), 'bori@example.test');
    assert.match(page, /src="http:\/\/img\.example\.test\/110\.jpg"/);
    assert.equal(shown(page, 'partner-field-gender'), '추가 동의 필요');
  });

  it('shows the terms that were agreed to, with their time, apart from the others', async () => {
    const page = await loggedIn(street.browser());
    assert.match(page, /data-testid="partner-term-service_20260101"[^]*?2026-01-05T02:10:11Z/);
    assert.match(page, /data-testid="partner-declined-marketing_20260101"/);
    assert.doesNotMatch(page, /data-testid="partner-term-marketing_20260101"/);
  });

  it('asks with the access token and never shows it whole', async () => {
    const page = await loggedIn(street.browser());
    const [, ...questions] = street.kakao.asked;
    assert.deepEqual(questions.map(({ path, query }) => `${path}?${query}`).sort(), [
      '/v2/api/talk/channels?',
      '/v2/user/me?secure_resource=false',
      '/v2/user/scopes?',
      '/v2/user/service_terms?result=app_service_terms',
    ]);
    for (const { authorization } of questions) assert.equal(authorization, `Bearer ${ACCESS_TOKEN}`);
    assert.equal(page.includes(ACCESS_TOKEN), false);
    assert.equal(page.includes('code-of-the-fake'), false);
    assert.equal(JSON.parse(shown(page, 'raw-token')).access_token, `SIM_…(${ACCESS_TOKEN.length})`);
    assert.equal(JSON.parse(shown(page, 'raw-query')).code, 'code…(16)');
  });

  it('shows a refused question and goes on', async () => {
    street.kakao.answers['/v2/api/talk/channels'] = { status: 403, text: '{"msg":"insufficient scopes.","code":-402}' };
    street.kakao.answers['/v2/user/me'] = { status: 400, text: 'not even JSON <b>' };
    const page = await loggedIn(street.browser());
    assert.equal(shown(page, 'raw-channels-status'), '403');
    assert.match(shown(page, 'raw-channels'), /"code": -402/);
    assert.equal(shown(page, 'raw-me'), 'not even JSON <b>');
    assert.equal(shown(page, 'partner-user-id'), '제공되지 않음');
  });

  it('sends who is not signed in to the shop window', async () => {
    await street.browser().get('/welcome').expect(302).expect('location', '/');
    await street.browser().get('/trouble').expect(302).expect('location', '/');
  });

  it('ends the session and the tokens on logout', async () => {
    const browser = street.browser();
    await loggedIn(browser);
    await browser.post('/logout').expect(303).expect('location', '/?left=logout');
    const last = street.kakao.asked.at(-1);
    assert.deepEqual([last?.method, last?.path, last?.authorization], ['POST', '/v1/user/logout', `Bearer ${ACCESS_TOKEN}`]);
    await browser.get('/welcome').expect('location', '/');
  });

  it('ends its own session even if Kakao refuses the logout, and says so', async () => {
    const browser = street.browser();
    await loggedIn(browser);
    street.kakao.answers['/v1/user/logout'] = { status: 401, text: '{"msg":"this access token does not exist","code":-401}' };
    await browser.post('/logout').expect('location', '/trouble');
    assert.equal(shown((await browser.get('/trouble')).text, 'partner-error-code'), '-401');
    await browser.get('/welcome').expect('location', '/');
  });

  it('unlinks, or stays signed in when Kakao refuses', async () => {
    const browser = street.browser();
    await loggedIn(browser);
    const agreed = street.kakao.answers['/v1/user/unlink'] ?? assert.fail();
    street.kakao.answers['/v1/user/unlink'] = { status: 400, text: '{"msg":"try again","code":-1}' };
    await browser.post('/unlink').expect('location', '/trouble');
    await browser.get('/welcome').expect(200);
    street.kakao.answers['/v1/user/unlink'] = agreed;
    await browser.post('/unlink').expect('location', '/?left=unlink');
    await browser.get('/welcome').expect('location', '/');
  });

  it('takes these two from its own pages only', async () => {
    const browser = street.browser();
    await loggedIn(browser);
    for (const path of ['/logout', '/unlink']) await browser.post(path).set('sec-fetch-site', 'same-site').expect(403);
    await browser.get('/welcome').expect(200);
  });

  it('takes these two from its own pages only, also from a browser that tells its Origin alone', async () => {
    const browser = street.browser();
    await loggedIn(browser);
    for (const path of ['/logout', '/unlink']) await browser.post(path).set('origin', 'https://elsewhere.example.test').expect(403);
    await browser.post('/logout').set('origin', street.url).expect(303);
  });

  it('gives a browser a new session id with each login', async () => {
    const browser = street.browser();
    await loggedIn(browser);
    const cookie = (await browser.get('/welcome')).request.cookies;
    await loggedIn(browser);
    await street.browser().get('/welcome').set('cookie', cookie).expect(302);
  });

  it('carries the mark on every page, in both languages, and lets pictures in from anywhere', async () => {
    for (const path of ['/', '/oauth/callback', '/nowhere']) {
      const { text, headers } = await street.browser().get(`${path}?lang=en`);
      assert.match(text, /data-testid="mark"[^]*SIMULATOR · testing only/);
      assert.match(headers['content-security-policy'] ?? '', /script-src 'self'.*img-src 'self' data: http: https:/);
    }
    assert.match((await street.browser().get('/')).text, /SIMULATOR · 테스트 전용[^]*카카오로 시작하기/);
  });
});
