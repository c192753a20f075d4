/** `prompt=create`: a new Kakao account first, then the consent screen as its owner. */
import assert from 'node:assert/strict';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { agreement, api, redeem } from '../helpers/login.ts';
import { begin, en, headingOf, ko, loggedIn, placeOf, shown, textOf, valueOf } from './helpers.ts';

const NEW = { email: 'New.Person@example.com', password: 'secret-4', nickname: ' 봄 ', birthdate: '1999-03-14' };

const wrong = [
  { field: 'email', sent: 'no-address', says: 'signup.wrong.email' },
  { field: 'email', sent: '', says: 'signup.wrong.email' },
  { field: 'email', sent: 'han@example.com', says: 'signup.taken' },
  { field: 'email', sent: 'HAN@Example.com', says: 'signup.taken' },
  { field: 'password', sent: 'abc', says: 'signup.wrong.password' },
  { field: 'password', sent: 'x'.repeat(201), says: 'signup.wrong.password' },
  { field: 'nickname', sent: '  ', says: 'signup.wrong.nickname' },
  { field: 'nickname', sent: 'x'.repeat(21), says: 'signup.wrong.nickname' },
  { field: 'birthdate', sent: '14.03.1999', says: 'signup.wrong.birthdate' },
  { field: 'birthdate', sent: '1999-02-30', says: 'signup.wrong.birthdate' },
] as const;

describeHouse('oauth · a new account', (world) => {
  it('goes on to the consent screen and to the partner, who gets its facts', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, { prompt: 'create' }, visitor);
    assert.equal(shown(page, 'app-name'), '데모상점');
    const consent = await visitor.submit(page, NEW);
    assert.deepEqual([placeOf(consent), shown(consent, 'consent-login')], ['consent', 'new.person@example.com']);
    const { code } = (await visitor.submit(consent, agreement(consent, 'all'))).query;
    const { access_token: accessToken } = await redeem(world, APPS.demo, code!);
    const { kakao_account: told } = (await api(world, '/v2/user/me', accessToken).expect(200)).body;
    assert.deepEqual(
      [told.profile.nickname, told.email, told.is_email_verified, told.birthday],
      ['봄', 'new.person@example.com', true, '0314'],
    );
  });

  it('signs in by its own password afterwards', async () => {
    const visitor = world.visitor();
    await visitor.submit(await begin(world, APPS.demo, { prompt: 'create' }, visitor), NEW);
    const other = world.visitor();
    const page = await other.submit(await begin(world, APPS.demo, {}, other), { loginId: NEW.email, password: NEW.password });
    assert.equal(shown(page, 'consent-login'), 'new.person@example.com');
  });

  it('without a date of birth is of unknown age; with one of this year it is under 14', async () => {
    const [unknown, child] = [world.visitor(), world.visitor()];
    const first = await unknown.submit(await begin(world, APPS.demo, { prompt: 'create' }, unknown), { ...NEW, birthdate: '' });
    assert.equal(first.status, 200);
    const born = new Date(world.clock.now()).toISOString().slice(0, 10);
    const second = await child.submit(await begin(world, APPS.demo, { prompt: 'create' }, child), {
      ...NEW,
      email: 'child@example.com',
      birthdate: born,
    });
    assert.deepEqual([second.status, headingOf(second)], [403, ko('notice.underAge')]);
  });

  it('takes the place of who was signed in', async () => {
    const visitor = world.visitor();
    await loggedIn(world, APPS.demo, 'returning', {}, visitor);
    await visitor.submit(await begin(world, APPS.demo, { prompt: 'create' }, visitor), NEW);
    const page = await begin(world, APPS.demo, {}, visitor);
    assert.equal(shown(page, 'consent-login'), 'new.person@example.com');
  });

  for (const { field, sent, says } of wrong) {
    it(`is not made with ${field} "${sent.slice(0, 30)}": 422, what was typed stays, the password does not`, async () => {
      const visitor = world.visitor();
      const before = await accounts(world);
      const typed = { ...NEW, [field]: sent };
      const page = await visitor.submit(await begin(world, APPS.demo, { prompt: 'create' }, visitor), typed);
      assert.equal(page.status, 422);
      assert.deepEqual(errorsOf(page), [ko(says)]);
      for (const name of ['email', 'nickname', 'birthdate'] as const) assert.equal(rawValueOf(page, name), typed[name]);
      assert.equal(valueOf(page, 'password'), '');
      assert.ok(!page.html.includes(NEW.password));
      assert.equal(await accounts(world), before);
    });
  }

  it('names every wrong field at once, in the language of the reader', async () => {
    const visitor = world.visitor();
    const page = await visitor.submit(await begin(world, APPS.demo, { prompt: 'create', lang: 'en' }, visitor), {});
    assert.equal(page.status, 422);
    assert.deepEqual(errorsOf(page), [en('signup.wrong.email'), en('signup.wrong.password'), en('signup.wrong.nickname')]);
  });

  it('is not made of fields that come twice, or as lists', async () => {
    const visitor = world.visitor();
    const before = await accounts(world);
    const page = await begin(world, APPS.demo, { prompt: 'create' }, visitor);
    const twice = await visitor.submit(page, [...Object.entries(NEW), ['email', 'second@example.com'], ['nickname[a]', 'b']]);
    assert.equal(twice.status, 422);
    assert.equal(await accounts(world), before);
  });
});

async function accounts({ house }: World): Promise<number> {
  return (await house.store.find('accounts', 'all', '*')).length;
}

function errorsOf({ html }: { html: string }): string[] {
  return [...html.matchAll(/<strong class="field-error">([\s\S]*?)<\/strong>/g)].map(([, text]) => textOf(text!));
}

function rawValueOf({ html }: { html: string }, name: string): string | undefined {
  return new RegExp(`<input\\b[^>]*\\sname="${name}"[^>]*\\svalue="([^"]*)"`).exec(html)?.[1];
}
