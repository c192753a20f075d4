/** The switch of inspect mode: a link that stays in the login, on a screen that is otherwise the same. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { boxesOf } from '../helpers/visitor.ts';
import { decoded, loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { stateOf } from '../gallery/helpers.ts';
import { foretoldBy, formOf, hasNothingOf, inspected, ticks } from './helpers.ts';

describeHouse('inspect mode · the screen', (world) => {
  const LAYOUTS = ['classic', 'newer'] as const;

  for (const consentLayout of LAYOUTS) {
    it(`is switched on and off by a link, on the same form, in the ${consentLayout} layout`, async () => {
      const { switches } = await world.app(APPS.demo);
      await world.change('apps', APPS.demo, { switches: { ...switches, consentLayout } });
      const visitor = world.visitor();
      const real = await loggedIn(world, APPS.demo, 'han', {}, visitor);
      assert.ok(hasNothingOf(real));
      const open = await visitor.open(switchOf(real));
      assert.ok(!hasNothingOf(open));
      assert.deepEqual(boxesOf(open), boxesOf(real));
      assert.equal(formOf(open).replace('?inspect=on', ''), formOf(real));
      for (const { value, name } of boxesOf(open)) {
        if (name === 'items') continue;
        assert.ok(shown(open, `origin-again-${name === 'age' ? 'user_age_check' : value}`), value);
      }
      const closed = await visitor.open(switchOf(open));
      assert.equal(formOf(closed), formOf(real));
      assert.ok(hasNothingOf(closed));
      assert.equal(placeOf(await visitor.submit(closed, agreement(closed, 'all'))), 'partner');
    });
  }

  it('stays on when the form lacks a row, keeps its ticks, and leads to the partner in the end', async () => {
    const visitor = world.visitor();
    const open = await inspected(visitor, await loggedIn(world, APPS.demo, 'han', {}, visitor));
    const some = ticks(open, ({ value }) => value === 'birthday');
    const refused = await visitor.submit(open, [['decision', 'agree'], ...some]);
    assert.equal(refused.status, 422);
    assert.partialDeepStrictEqual(foretoldBy(refused)['GET /v2/user/me'], { kakao_account: { birthday: '0315' } });
    assert.match(shown(refused, 'inspection-says')!, /필수 줄이 남아/);
    assert.equal(placeOf(await visitor.submit(refused, agreement(refused, 'all'))), 'partner');
  });

  it('takes the ticks along when it is switched on after a refusal', async () => {
    const visitor = world.visitor();
    const real = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    const refused = await visitor.submit(real, [
      ['decision', 'agree'],
      ['item', 'birthday'],
    ]);
    const open = await visitor.open(switchOf(refused));
    assert.deepEqual(
      boxesOf(open)
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
      ['birthday'],
    );
  });

  it('ticks nothing on a screen that is not inspected, whatever its address says', async () => {
    const visitor = world.visitor();
    const { url } = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    const page = await visitor.open(`${url.pathname}?items=required&item=birthday&term=service_20260105&age=on`);
    assert.ok(boxesOf(page).every(({ checked }) => !checked));
  });

  it('is nobody else’s: another browser gets no screen, and no step of the login is recorded', async () => {
    const visitor = world.visitor();
    const { url } = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    assert.equal((await world.visitor().open(`${url.pathname}?inspect=on`)).status, 400);
    const steps = async () => (await world.house.journeys.recent({ limit: 1 }))[0]!.steps;
    const before = await steps();
    await visitor.open(`${url.pathname}?inspect=on`);
    assert.equal(await steps(), before);
  });

  it('tells what the partner is told of this person, and no secret of anybody', async () => {
    const visitor = world.visitor();
    const { html } = await inspected(visitor, await loggedIn(world, APPS.demo, 'han', {}, visitor));
    const app = await world.app(APPS.demo);
    const others = (await world.house.accounts.all())
      .filter(({ key }) => key !== 'han')
      .flatMap(({ email, ci }) => [email?.address, ci?.value]);
    const own = (await world.house.accounts.persona('han'))!;
    const secrets = [
      ...app.adminKeys,
      ...app.keys.flatMap(({ key, secret }) => [key, secret.value]),
      own.password,
      own.ci?.value,
      ...others,
    ];
    for (const secret of secrets.filter((each) => each != null)) assert.ok(!html.includes(secret), secret);
  });

  it('works in the gallery, where nothing can be sent, and keeps its language and its way back', async () => {
    for (const layout of LAYOUTS) {
      const page = await stateOf(world, APPS.demo, 'first-link', { layout, in: 'en', inspect: 'on' });
      assert.ok(shown(page, 'inspection-says') && shown(page, 'exhibit'));
      assert.doesNotMatch(page.html, /formmethod|method="post"/);
      assert.match(page.html, new RegExp(`href="[^"]*in=ko[^"]*inspect=on[^"]*"[^>]*data-testid="language-ko"`));
    }
  });

  it('is asked anew without scripts by a button of the form itself', async () => {
    const visitor = world.visitor();
    const open = await inspected(visitor, await loggedIn(world, APPS.demo, 'han', {}, visitor));
    assert.match(open.html, /<button[^>]*form="consent"[^>]*formmethod="get"[^>]*name="inspect"[^>]*value="on"/);
    const again = await inspected(
      visitor,
      open,
      ticks(open, () => true),
    );
    assert.ok(boxesOf(again).every(({ checked }) => checked));
    assert.match(shown(again, 'inspection-next')!, /화면 없이/);
  });
});

function switchOf({ html }: { html: string }): string {
  const [, href] = /href="([^"]*)"[^>]*data-testid="inspect-switch"/.exec(html)!;
  return decoded(href!);
}
