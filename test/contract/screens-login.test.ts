/** What stands on the login screen. Reference 5.1. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { begin, en, ko, loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';

describeHouse('contract · 5.1 · the login screen', (world) => {
  const html = async () => (await begin(world, APPS.demo)).html;
  /** The tag of an input field. */
  const field = async (name: string) => new RegExp(`<input\\b[^>]*\\sname="${name}"[^>]*>`).exec(await html())?.[0] ?? '';

  eachFact(tableOf('login-screen'), {
    'the wordmark': async () =>
      assert.match(await html(), new RegExp(`<p class="wordmark">${ko('login.wordmark').replace(/[()]/g, '\\$&')}</p>`)),

    'the id box with its placeholder': async () =>
      assert.match(await field('loginId'), /type="text".* placeholder="카카오메일 아이디, 이메일, 전화번호"/),

    'the password box': async () => assert.match(await field('password'), /type="password".* placeholder="비밀번호"/),

    'the box that keeps the person signed in': async () => {
      assert.match(await field('saveSignedIn'), /type="checkbox"/);
      assert.doesNotMatch(await field('saveSignedIn'), /checked/);
      assert.match(await html(), /<span>간편로그인 정보 저장<\/span>/);
    },

    'the button 로그인': async () => assert.equal(shown({ html: await html() }, 'login-submit'), '로그인'),

    'the login by QR code or KakaoTalk': async () => {
      assert.match(shown({ html: await html() }, 'persona-han')!, /한가람/);
      assert.equal(shown(await loggedIn(world, APPS.demo, 'han'), 'consent-login'), 'han@example.com');
    },

    'the links to sign up and to find an account or password': async () => {
      const visitor = world.visitor();
      const page = await begin(world, APPS.demo, { state: 'a b' }, visitor);
      const [, href = ''] = /<a href="([^"]*)"[^>]*data-testid="login-signup">회원가입</.exec(page.html) ?? [];
      const signup = await visitor.open(href);
      assert.equal(placeOf(signup), 'signup');
      const person = { email: 'fresh@example.com', password: 'demo1234', nickname: '새사람', birthdate: '' };
      const consent = await visitor.submit(signup, person);
      assert.deepEqual([placeOf(consent), shown(consent, 'consent-login')], ['consent', 'fresh@example.com']);
      assert.equal((await visitor.submit(consent, agreement(consent, 'required'))).query.state, 'a b');
    },

    'the language selector': async () => {
      const visitor = world.visitor();
      const page = await begin(world, APPS.demo, {}, visitor);
      assert.deepEqual([shown(page, 'language-ko'), shown(page, 'language-en')], ['한국어', 'English']);
      const link = /<a href="([^"]*)"[^>]*data-testid="language-en"/.exec(page.html)![1]!;
      assert.equal(shown(await visitor.open(link.replaceAll('&amp;', '&')), 'login-submit'), en('login.submit'));
    },

    'the field names loginId and password': async () => {
      const visitor = world.visitor();
      const page = await begin(world, APPS.demo, {}, visitor);
      const next = await visitor.submit(page, { loginId: 'han@example.com', password: 'demo1234' });
      assert.deepEqual([placeOf(next), shown(next, 'consent-login')], ['consent', 'han@example.com']);
    },

    'the field name saveSignedIn': async () => {
      const visitor = world.visitor();
      await visitor.submit(await begin(world, APPS.demo, {}, visitor), { persona: 'han', saveSignedIn: 'on' });
      world.clock.advance(20 * DAY);
      assert.equal(placeOf(await begin(world, APPS.demo, {}, visitor)), 'consent');
    },

    'the account chooser lists saved accounts and another one': async () => {
      const visitor = world.visitor();
      for (const persona of ['han', 'returning']) {
        await visitor.submit(await begin(world, APPS.demo, { prompt: 'login' }, visitor), { persona, saveSignedIn: 'on' });
      }
      const page = await begin(world, APPS.demo, { prompt: 'select_account' }, visitor);
      assert.match(shown(page, 'account-01-han')!, /han@example\.com/);
      assert.match(shown(page, 'account-03-returning')!, /returning@example\.com/);
      assert.match(shown(page, 'login-other')!, /다른 계정으로 로그인/);
    },
  });
});
