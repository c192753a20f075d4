/** The gallery has a picture for every state of consent and of the login, and each is what the login draws. */
import assert from 'node:assert/strict';
import { consentStates, stage } from '../../src/consent/index.ts';
import { koeCodes } from '../../src/oauth/koe.ts';
import { galleryStates } from '../../src/oauth/gallery/index.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { actionOf, boxesOf, rowsOf } from '../helpers/visitor.ts';
import { loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { picturesOf, stateOf } from './helpers.ts';

/** Codes of the token endpoint and of the consent screen, which no error page ever shows. */
const NO_PAGE = ['KOE009', 'KOE010', 'KOE114', 'KOE203', 'KOE237', 'KOE303', 'KOE310', 'KOE319', 'KOE320', 'KOE322', 'KOE400'];

describeHouse('gallery · every state', (world) => {
  it('has an entry for each state of the consent rules', async () => {
    const hanging = (await picturesOf(world.visitor())).map(({ state }) => state);
    assert.deepEqual(
      consentStates.map(({ id }) => id).filter((id) => !hanging.includes(id)),
      [],
    );
    assert.deepEqual(hanging, [...new Set(hanging)]);
    assert.deepEqual(hanging.sort(), galleryStates.map(({ id }) => id).sort());
  });

  it('has the error page of each code that a browser can meet', async () => {
    const codes = (await picturesOf(world.visitor(), { group: 'errors' }))
      .filter(({ group }) => group === 'errors')
      .map(({ state }) => state);
    assert.deepEqual(
      codes,
      koeCodes.filter((code) => !NO_PAGE.includes(code)).map((code) => code.toLowerCase()),
    );
    for (const state of codes) {
      const page = await stateOf(world, APPS.demo, state);
      assert.equal(shown(page, 'error-code'), state.toUpperCase());
      assert.equal(page.status, state === 'koe003' ? 500 : state === 'koe101' ? 401 : 400, state);
    }
  });

  it('draws of a state what the table says is asked', async () => {
    const app = await world.app(APPS.demo);
    const account = (await world.house.accounts.persona('han'))!;
    const ground = (await world.house.consent.ground(app, account, { from: 'live' }))!;
    for (const { state, lacks } of (await picturesOf(world.visitor())).filter(({ group }) => group !== 'login' && group !== 'errors')) {
      const row = consentStates.find(({ id }) => id === state);
      if (!row || lacks.length > 0) continue;
      const { asked } = stage(ground, row);
      const page = await stateOf(world, APPS.demo, state);
      const expected = asked.kind === 'question' ? asked.question.terms.map(({ tag }) => `term=${tag}`) : [];
      assert.deepEqual(
        rowsOf(page).filter((each) => each.startsWith('term=')),
        expected,
        state,
      );
      assert.equal(page.status, asked.kind === 'refused' ? 403 : 200, state);
    }
  });

  it('is the real screen: the same rows and words as a login that comes to it', async () => {
    for (const [app, as] of [
      [APPS.demo, 'han'],
      [APPS.secretOff, 'long-name'],
    ] as const) {
      const real = await loggedIn(world, app, as);
      const pictured = await stateOf(world, app, 'first-link', { as });
      assert.equal(placeOf(real), 'consent');
      assert.deepEqual(boxesOf(pictured), boxesOf(real));
      const card = ({ html }: { html: string }) =>
        /<form[\s\S]*<\/form>/
          .exec(html)![0]
          .replace(/<form[^>]*>/, '')
          .replace(/href="[^"]*"/g, '');
      assert.equal(card(pictured), card(real));
    }
  });

  it('says of what an app lacks that it does, and draws none of it', async () => {
    const pictures = await picturesOf(world.visitor(), { app: APPS.plain });
    const lacking = pictures.filter(({ lacks }) => lacks.length > 0).map(({ state }) => state);
    assert.ok(lacking.includes('ten-terms') && lacking.includes('scope-open') && !lacking.includes('first-link'));
    assert.equal((await stateOf(world, APPS.plain, 'ten-terms')).status, 404);
    const { html } = await world.visitor().open(`/_sim/gallery?app=${APPS.plain}&group=contents`);
    assert.match(html, /data-testid="lacks-ten-terms"/);
    assert.ok(!html.includes(`${APPS.plain}/ten-terms`));
  });

  it('has nowhere to send anything, and says so, on every page with a form', async () => {
    const forms = (await picturesOf(world.visitor())).filter(({ lacks }) => lacks.length === 0);
    for (const { path, state } of forms) {
      const page = await world.visitor().open(path);
      assert.doesNotMatch(page.html, /method="post"|formaction/, state);
      assert.throws(() => actionOf(page), /no form/, state);
      assert.match(page.headers['content-security-policy']!, /form-action 'none'/, state);
      assert.ok(shown(page, 'exhibit'), state);
    }
  });
});
