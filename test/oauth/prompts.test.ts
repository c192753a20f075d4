/** `prompt`: which page it brings to whom (reference 1.1, 1.2), in every spelling that clients send, and the errors of `none` (1.4). */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { rowsOf, type Visitor } from '../helpers/visitor.ts';
import { begin, loggedIn, placeOf } from './helpers.ts';

/** Where `returning`, linked and signed in, and a stranger get to. */
const places = [
  { prompt: undefined, signedIn: 'partner', stranger: 'login' },
  { prompt: '', signedIn: 'partner', stranger: 'login' },
  { prompt: ' , ', signedIn: 'partner', stranger: 'login' },
  { prompt: 'login', signedIn: 'login', stranger: 'login' },
  { prompt: 'login ', signedIn: 'login', stranger: 'login' },
  { prompt: 'cert', signedIn: 'login', stranger: 'login' },
  { prompt: 'select_account', signedIn: 'login', stranger: 'login' },
  { prompt: 'select_account,login', signedIn: 'login', stranger: 'login' },
  { prompt: 'login select_account ', signedIn: 'login', stranger: 'login' },
  { prompt: 'create', signedIn: 'signup', stranger: 'signup' },
  { prompt: 'login,create', signedIn: 'signup', stranger: 'signup' },
  { prompt: 'consent', signedIn: 'partner', stranger: 'login' },
  { prompt: 'unheard_of', signedIn: 'partner', stranger: 'login' },
  { prompt: 'unheard_of,login', signedIn: 'login', stranger: 'login' },
  { prompt: 'LOGIN', signedIn: 'partner', stranger: 'login' },
  { prompt: 'constructor', signedIn: 'partner', stranger: 'login' },
  { prompt: '__proto__ toString', signedIn: 'partner', stranger: 'login' },
];

describeHouse('oauth · prompt', (world) => {
  for (const { prompt, signedIn, stranger } of places) {
    it(`${prompt === undefined ? 'left out' : `"${prompt}"`}: ${signedIn} for one who is signed in, ${stranger} for a stranger`, async () => {
      const page = await begin(world, APPS.demo, { prompt }, await visitorSignedIn(world));
      assert.deepEqual([placeOf(page), placeOf(await begin(world, APPS.demo, { prompt }))], [signedIn, stranger]);
      if (signedIn === 'partner') assert.ok(page.query.code);
    });
  }

  it('login asks once: after it the person goes on to the consent screen and to the partner', async () => {
    const visitor = world.visitor();
    const consent = await loggedIn(world, APPS.demo, 'han', { prompt: 'login' }, visitor);
    assert.equal(placeOf(consent), 'consent');
    assert.ok((await visitor.submit(consent, agreement(consent, 'all'))).query.code);
  });

  it('login,select_account asks once, too', async () => {
    const visitor = await visitorSignedIn(world);
    const page = await begin(world, APPS.demo, { prompt: 'login,select_account' }, visitor);
    assert.ok((await visitor.submit(page, { persona: 'returning' })).query.code);
  });

  it('login takes another person in, and the one before is signed out', async () => {
    const visitor = await visitorSignedIn(world);
    const page = await begin(world, APPS.demo, { prompt: 'login' }, visitor);
    assert.ok((await visitor.submit(page, { persona: 'declined-optional' })).query.code);
    const asked = await begin(world, APPS.demo, { scope: 'birthday' }, visitor);
    assert.deepEqual(rowsOf(asked), ['item=birthday']);
  });

  it('auth_type=reauthenticate of old SDKs is prompt=login', async () => {
    assert.equal(placeOf(await begin(world, APPS.demo, { auth_type: 'reauthenticate' }, await visitorSignedIn(world))), 'login');
    assert.equal(
      placeOf(await begin(world, APPS.demo, { auth_type: 'reauthenticate', prompt: 'login' }, await visitorSignedIn(world))),
      'login',
    );
    assert.equal(placeOf(await begin(world, APPS.demo, { auth_type: 'other' }, await visitorSignedIn(world))), 'partner');
  });
});

const login = `${CALLBACK}?error=login_required&error_description=user%20authentication%20required.&state=s`;
const consent = `${CALLBACK}?error=consent_required&error_description=user%20consent%20required.&state=s`;

describeHouse('oauth · prompt=none never shows a page', (world) => {
  for (const prompt of ['none', 'none ', ' none,', 'none,login', 'login none', 'create,none', 'none select_account']) {
    it(`"${prompt}": login_required for a stranger, a code for one who is linked`, async () => {
      const stranger = await begin(world, APPS.demo, { prompt, state: 's' });
      assert.deepEqual([stranger.status, stranger.headers['location']], [302, login]);
      assert.ok((await begin(world, APPS.demo, { prompt }, await visitorSignedIn(world))).query.code);
    });
  }

  it('beside auth_type=reauthenticate, too', async () => {
    const page = await begin(world, APPS.demo, { prompt: 'none', auth_type: 'reauthenticate' }, await visitorSignedIn(world));
    assert.ok(page.query.code);
  });

  for (const { who, as, params } of [
    { who: 'one who is not linked yet', as: 'han', params: {} },
    { who: 'one who is under 14', as: 'under-14', params: {} },
    { who: 'scope with an open item', as: 'declined-optional', params: { scope: 'birthday' } },
  ]) {
    it(`consent_required for ${who}`, async () => {
      const visitor = world.visitor();
      await loggedIn(world, APPS.demo, as, {}, visitor);
      const page = await begin(world, APPS.demo, { ...params, prompt: 'none', state: 's' }, visitor);
      assert.deepEqual([page.status, page.headers['location']], [302, consent]);
    });
  }

  it('consent_required for an open required term, a code for an optional one', async () => {
    await world.house.store.write(async (tx) => tx.remove('agreements', `${APPS.demo}:03-returning:service_20260105`));
    await world.house.store.write(async (tx) => tx.remove('agreements', `${APPS.demo}:03-returning:marketing_20260105`));
    const visitor = await visitorSignedIn(world);
    const named = (tags: string) => begin(world, APPS.demo, { prompt: 'none', service_terms: tags, state: 's' }, visitor);
    assert.equal((await named('service_20260105,marketing_20260105')).headers['location'], consent);
    assert.ok((await named('marketing_20260105')).query.code);
  });

  it('consent_required once the person unlinked', async () => {
    const visitor = await visitorSignedIn(world);
    await world.house.consent.unlink(await world.app(APPS.demo), (await world.house.consent.link(APPS.demo, '03-returning'))!);
    assert.equal((await begin(world, APPS.demo, { prompt: 'none', state: 's' }, visitor)).headers['location'], consent);
  });
});

async function visitorSignedIn(world: World): Promise<Visitor> {
  const visitor = world.visitor();
  await loggedIn(world, APPS.demo, 'returning', {}, visitor);
  return visitor;
}
