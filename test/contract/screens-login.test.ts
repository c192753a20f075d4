/** The account login page, and people under 14: sections 5.1 and 5.5 of the contract, row by row. */
import assert from 'node:assert/strict';
import { APPS } from '../helpers/house.ts';
import { api, goThrough, signUp } from '../helpers/login.ts';
import { begin, headingOf, ko, loggedIn, placeOf, shown, valueOf } from '../oauth/helpers.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { AGE, describeTable, TERMS } from './table.ts';

describeTable('login-screen', (world) => {
  const login = (params: Record<string, string> = {}) => begin(world, APPS.demo, params);
  return {
    'the wordmark': async () => assert.match((await login()).html, /<p class="wordmark">kakao 계정 \(시뮬레이터\)<\/p>/),
    'the id box with its placeholder': async () =>
      assert.match((await login()).html, /<input type="text"[^>]*placeholder="카카오메일 아이디, 이메일, 전화번호"/),
    'the password box': async () => assert.match((await login()).html, /<input type="password"[^>]*placeholder="비밀번호"/),
    'the box that keeps the person signed in': async () => {
      const visitor = world.visitor();
      const page = await begin(world, APPS.demo, {}, visitor);
      assert.match(page.html, /간편로그인 정보 저장/);
      await visitor.submit(page, { loginId: 'returning@example.com', password: 'demo1234', keepSignedIn: 'on' });
      world.clock.advance(25 * 3_600_000);
      assert.equal(placeOf(await begin(world, APPS.demo, {}, visitor)), 'partner');
    },
    'the button 로그인': async () => assert.equal(shown(await login(), 'login-submit'), '로그인'),
    'the login by QR code or KakaoTalk': async () => {
      // The row's mark says what stands in its place: one click on a persona.
      const visitor = world.visitor();
      const page = await begin(world, APPS.demo, {}, visitor);
      assert.equal(placeOf(await visitor.submit(page, { persona: 'returning' })), 'partner');
    },
    'the language selector': async () => {
      const { html } = await login();
      assert.match(html, /data-testid="language-ko"/);
      assert.match(html, /data-testid="language-en"/);
    },
    'the field names loginId and password': async () => {
      const page = await login();
      assert.equal(valueOf(page, 'loginId'), '');
      assert.match(page.html, /name="password"/);
    },
    'the account chooser lists saved accounts and another one': async () => {
      const visitor = world.visitor();
      await visitor.submit(await begin(world, APPS.demo, {}, visitor), {
        loginId: 'returning@example.com',
        password: 'demo1234',
        keepSignedIn: 'on',
      });
      const page = await begin(world, APPS.demo, { prompt: 'select_account' }, visitor);
      assert.match(page.html, /data-testid="account-03-returning"/);
      assert.match(shown(page, 'login-other')!, /다른 계정으로 로그인/);
    },
  };
});

describeTable('minors', (world) => ({
  'the age check is a row of its own, not one of the ten terms': async () => {
    const rows = rowsOf(await loggedIn(world, APPS.demo, 'han'));
    assert.deepEqual(
      rows.filter((row) => row.startsWith('term=') || row === AGE),
      [...TERMS, AGE],
    );
  },
  'with the age check ON an account under 14 gets a notice instead of the consent screen': async () => {
    const page = await loggedIn(world, APPS.demo, 'under-14');
    assert.deepEqual([page.status, headingOf(page), rowsOf(page)], [403, ko('notice.underAge'), []]);
  },
  'with the age check OFF an account under 14 gets the consent screen': async () => {
    await world.change('applications', '0-terms:1000001', { ageCheck: false });
    assert.ok(rowsOf(await loggedIn(world, APPS.demo, 'under-14')).length > 0);
  },
  'an account of unknown age follows the normal flow': async () =>
    assert.ok((await goThrough(world, { app: APPS.demo, as: 'age-unknown' })).query.code),
  'the age check is the tag user_age_check in the terms APIs': async () => {
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    const { body } = await api(world, '/v2/user/service_terms', access_token);
    assert.ok((body as { service_terms: { tag: string }[] }).service_terms.some(({ tag }) => tag === 'user_age_check'));
  },
  'API calls by a user under 14 are 401 -406 where the app forbids': async () => {
    await world.change('applications', '0-terms:1000001', { ageCheck: false });
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'under-14' });
    await world.change('applications', '0-terms:1000001', { ageCheck: true });
    const answer = await api(world, '/v2/user/me', access_token);
    assert.deepEqual([answer.status, (answer.body as { code: number }).code], [401, -406]);
  },
}));
