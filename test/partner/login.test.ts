import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { beginLogin, CLIENT_SECRET, loggedIn, openStreet, shown, type Street } from './street.ts';

describe('the demo partner · logging in', () => {
  let street: Street;
  beforeEach(async () => void (street = await openStreet()));
  afterEach(() => street.close());

  it('asks for a code with its own state and an S256 challenge', async () => {
    const sent = await beginLogin(street.browser());
    assert.equal(sent.get('response_type'), 'code');
    assert.equal(sent.get('client_id'), 'c1'.repeat(16));
    assert.equal(sent.get('redirect_uri'), `${street.url}/oauth/callback`);
    assert.match(sent.get('state') ?? '', /^[\w-]{22}$/);
    assert.equal(sent.get('code_challenge_method'), 'S256');
    assert.match(sent.get('code_challenge') ?? '', /^[\w-]{43}$/);
  });

  it('sends the options of a tester only when they are filled', async () => {
    const filled = await beginLogin(street.browser(), '?scope=gender,birthday&service_terms=&prompt=login&login_hint=+');
    assert.equal(filled.get('scope'), 'gender,birthday');
    assert.equal(filled.get('prompt'), 'login');
    assert.equal(filled.has('service_terms'), false);
    assert.equal(filled.has('login_hint'), false);
  });

  it('refuses an option that was given twice', async () => {
    const { text } = await street.browser().get('/login?scope=a&scope=b').expect(400);
    assert.match(text, /data-testid="partner-problem"[^]*scope/);
  });

  it('exchanges the code in the form body, with the verifier of its challenge', async () => {
    const browser = street.browser();
    const sent = await beginLogin(browser);
    await browser.get(`/oauth/callback?code=abc&state=${sent.get('state')}`).expect(303);
    const [{ method, path, body, authorization } = assert.fail('nothing was asked')] = street.kakao.asked;
    assert.deepEqual([method, path, authorization], ['POST', '/oauth/token', undefined]);
    assert.equal(body.get('grant_type'), 'authorization_code');
    assert.equal(body.get('client_secret'), CLIENT_SECRET);
    assert.equal(body.get('redirect_uri'), `${street.url}/oauth/callback`);
    assert.equal(body.get('code'), 'abc');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    assert.equal(challenge, sent.get('code_challenge'));
  });

  it('sends the state it made and refuses another', async () => {
    const browser = street.browser();
    await beginLogin(browser);
    for (const state of ['another-state-12345678', 'short', '', 'a&state=b']) {
      const { text } = await browser.get(`/oauth/callback?code=abc&state=${state}`).expect(400);
      assert.match(text, /data-testid="partner-stranger"/);
    }
    assert.deepEqual(street.kakao.asked, [], 'the code was not used');
  });

  it('refuses the state of another browser', async () => {
    const state = (await beginLogin(street.browser())).get('state');
    await street.browser().get(`/oauth/callback?code=abc&state=${state}`).expect(400);
  });

  it('takes a state once', async () => {
    const browser = street.browser();
    const state = (await beginLogin(browser)).get('state');
    await browser.get(`/oauth/callback?code=abc&state=${state}`).expect(303);
    await browser.get(`/oauth/callback?code=abc&state=${state}`).expect(400);
  });

  it('lets several logins of one browser run at once', async () => {
    const browser = street.browser();
    const states = await Promise.all([1, 2, 3].map(async () => (await beginLogin(browser)).get('state')));
    for (const state of states.reverse()) await browser.get(`/oauth/callback?code=abc&state=${state}`).expect(303);
  });

  it('says that the person cancelled, and offers another try', async () => {
    const browser = street.browser();
    const state = (await beginLogin(browser)).get('state');
    await browser
      .get(`/oauth/callback?error=access_denied&error_description=User%20denied%20access&state=${state}`)
      .expect('location', '/trouble');
    const { text } = await browser.get('/trouble').expect(200);
    assert.match(text, /로그인을 취소했습니다/);
    assert.equal(shown(text, 'partner-error'), 'access_denied');
    assert.equal(shown(text, 'partner-error-description'), 'User denied access');
    assert.match(text, /href="\/login" data-testid="partner-retry"/);
    assert.deepEqual(street.kakao.asked, []);
  });

  it('keeps what Kakao answered when the code is refused', async () => {
    const browser = street.browser();
    const refusal = '{"error":"invalid_grant","error_description":"authorization code not found for code=abc","error_code":"KOE320"}';
    street.kakao.answers['/oauth/token'] = { status: 400, text: refusal };
    const state = (await beginLogin(browser)).get('state');
    await browser.get(`/oauth/callback?code=abc&state=${state}`).expect('location', '/trouble');
    for (const language of ['ko', 'en']) {
      const { text } = await browser.get(`/trouble?lang=${language}`).expect(200);
      assert.equal(shown(text, 'partner-error'), 'invalid_grant');
      assert.equal(shown(text, 'partner-error-description'), 'authorization code not found for code=abc');
      assert.equal(shown(text, 'partner-error-code'), 'KOE320');
      assert.equal(shown(text, 'partner-status'), '400');
      assert.deepEqual(JSON.parse(shown(text, 'raw-answer')), JSON.parse(refusal));
    }
  });

  it('says when Kakao does not answer at all', async () => {
    const browser = street.browser();
    const state = (await beginLogin(browser)).get('state');
    await street.kakao.close();
    await browser.get(`/oauth/callback?code=abc&state=${state}`).expect('location', '/trouble');
    assert.match((await browser.get('/trouble')).text, /카카오에 연결하지 못했습니다[^]*ECONNREFUSED/);
    assert.deepEqual(street.reported, []);
  });

  it('stays signed in when a further login is cancelled', async () => {
    const browser = street.browser();
    await loggedIn(browser);
    const state = (await beginLogin(browser)).get('state');
    await browser.get(`/oauth/callback?error=access_denied&state=${state}`).expect('location', '/trouble');
    await browser.get('/welcome').expect(200);
  });
});
