/** The Kakao account with which a person works at the consoles: sign in, sign up, sign out. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { describeHouse } from '../../helpers/house.ts';
import { FORM_COOKIE, withToken } from '../../helpers/form-token.ts';

const COOKIE = 'kakao_sync_console';
const NEW = { email: 'dev@shop.example', password: 'pass1', nickname: '개발자', birthdate: '' };

describeHouse('콘솔 계정 · sign in', (world) => {
  const post = (path: string, fields: Record<string, string>, origin = world.url) =>
    supertest(world.url)
      .post(withToken(world, path))
      .set({ Origin: origin, Cookie: FORM_COOKIE })
      .type('form')
      .send(new URLSearchParams(fields).toString());
  const cookieOf = ({ headers }: { headers: Record<string, unknown> }): string => String(headers['set-cookie'] ?? '');

  it('opens with one click on a persona, and goes on to where the person was going', async () => {
    const answer = await post('/account/login?continue=%2Fdevelopers%2Fapps%2F1000001', { persona: 'han' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, '/developers/apps/1000001');
    assert.match(cookieOf(answer), new RegExp(`${COOKIE}=[\\w-]{20,}; path=/; samesite=lax; httponly`));
  });

  it('opens with e-mail and password', async () => {
    const { email } = (await world.house.accounts.persona('han'))!;
    const answer = await post('/account/login', { loginId: email!.address, password: 'demo1234' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, '/developers');
  });

  it('keeps what was typed when the password is wrong, and says what to do', async () => {
    const answer = await post('/account/login', { loginId: 'somebody@shop.example', password: 'wrong' });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /아이디 또는 비밀번호가 맞지 않습니다/);
    assert.match(answer.text, /value="somebody@shop\.example"/);
    assert.doesNotMatch(answer.text, /wrong/);
    assert.doesNotMatch(cookieOf(answer), new RegExp(COOKIE));
  });

  it('says so when the person clicked on is gone', async () => {
    const answer = await post('/account/login', { persona: 'nobody' });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /선택한 사용자를 찾을 수 없습니다/);
  });

  for (const elsewhere of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b', '']) {
    it(`never goes on to ${JSON.stringify(elsewhere)}`, async () => {
      const answer = await post(`/account/login?${new URLSearchParams({ continue: elsewhere })}`, { persona: 'han' });
      assert.equal(answer.headers.location, '/developers');
      const { text } = await supertest(world.url).get(`/account/login?${new URLSearchParams({ continue: elsewhere })}`);
      assert.match(text, /action="\/account\/login\?continue=%2Fdevelopers"/);
    });
  }

  it('refuses a form of another site', async () => {
    assert.equal((await post('/account/login', { persona: 'han' }, 'https://evil.example')).status, 403);
  });

  it('reads in English', async () => {
    const { text } = await supertest(world.url).get('/account/login?lang=en');
    assert.match(text, /Sign in to the consoles/);
  });
});

describeHouse('콘솔 계정 · sign up', (world) => {
  const signUp = (fields: Partial<typeof NEW> = {}) =>
    supertest(world.url)
      .post('/account/signup?continue=%2Fdevelopers')
      .type('form')
      .send(new URLSearchParams({ ...NEW, ...fields }).toString());

  it('makes an account and goes on, signed in', async () => {
    const answer = await signUp();
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, '/developers');
    assert.equal((await world.house.accounts.byLogin(NEW.email))?.nickname, NEW.nickname);
  });

  it('makes one account of a form that is sent twice', async () => {
    const answers = await Promise.all([signUp(), signUp()]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    );
  });

  it('refuses an address that somebody else has', async () => {
    await signUp();
    const answer = await signUp({ password: 'another' });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /이미 사용 중인 이메일입니다/);
  });

  it('names each field that is wrong, and keeps what was typed but the password', async () => {
    const answer = await signUp({ email: 'dev', password: '123', nickname: ' ', birthdate: 'yesterday' });
    assert.equal(answer.status, 422);
    assert.equal(answer.text.split('field-error').length - 1, 4);
    assert.match(answer.text, /value="dev"/);
    assert.doesNotMatch(answer.text, /value="123"/);
  });
});

describeHouse('콘솔 계정 · sign out', (world) => {
  it('ends the session for good', async () => {
    const browser = supertest.agent(world.url);
    browser.jar.setCookie(FORM_COOKIE, 'localhost');
    const entered = await browser.post(withToken(world, '/account/login')).type('form').send('persona=han');
    const [, id] = new RegExp(`${COOKIE}=([\\w-]+)`).exec(String(entered.headers['set-cookie']))!;
    assert.equal((await world.house.accounts.inSession(id))?.key, 'han');
    await browser.post(withToken(world, '/account/logout')).type('form').send('').expect(303);
    assert.equal(await world.house.accounts.inSession(id), undefined);
  });
});
