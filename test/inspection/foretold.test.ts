/** What an inspected screen foretells is, field by field, what kapi answers once the screen has been agreed to like this. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, redeem } from '../helpers/login.ts';
import type { Box } from '../helpers/visitor.ts';
import { loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { foretoldBy, foretoldOf, inspected, ticks } from './helpers.ts';

type Answer = Record<string, unknown> & { service_terms?: Record<string, unknown>[] };

const all = () => true;
const required = (box: Box) => box.required;
const some = (box: Box) => box.required || ['birthday', 'profile_image', 'marketing_20260105'].includes(box.value);

/** The moment is known only afterwards. */
function timeless(answer: Answer): Answer {
  const { connected_at, synched_at, service_terms, ...rest } = answer;
  assert.ok(rest.id, JSON.stringify(answer));
  return {
    ...rest,
    dated: [typeof connected_at, typeof synched_at],
    ...(service_terms && { service_terms: service_terms.map(({ agreed_at, ...term }) => ({ ...term, dated: typeof agreed_at })) }),
  };
}

describeHouse('inspect mode · what the partner receives', (world) => {
  for (const [app, as, what, fits, params] of [
    [APPS.demo, 'han', 'everything', all, {}],
    [APPS.demo, 'han', 'what is required', required, {}],
    [APPS.demo, 'han', 'some', some, {}],
    [APPS.demo, 'long-name', 'everything', all, {}],
    [APPS.demo, 'declined-optional', 'what is asked once more', all, { scope: 'birthday,phone_number' }],
    [APPS.ellaBongBong, 'han', 'everything, in an app of 2019', all, {}],
    [APPS.current, 'han', 'everything, in an app of today', all, {}],
    [APPS.secretOff, 'new', 'everything', all, {}],
    [APPS.plain, 'han', 'everything, without simple signup', all, {}],
  ] as const) {
    it(`is what kapi then answers: ${as} agrees to ${what}`, async () => {
      const visitor = world.visitor();
      const page = await loggedIn(world, app, as, params, visitor);
      assert.equal(placeOf(page), 'consent');
      const ticked = ticks(page, fits);
      const foretold = foretoldBy(await inspected(visitor, page, ticked));

      const { query } = await visitor.submit(page, [['decision', 'agree'], ...ticked]);
      const { access_token: token } = await redeem(world, app, query.code!);
      for (const [call, expected] of Object.entries(foretold)) {
        if (call.endsWith('/channels')) continue;
        const { body } = await api(world, call.replace('GET ', ''), token);
        assert.deepEqual(timeless(expected as Answer), timeless(body as Answer), call);
      }
      assert.ok(foretold['GET /v2/user/me']);
    });
  }

  it('is little of a person whom the app registers itself, as kapi tells it', async () => {
    await world.change('apps', APPS.demo, { autoLink: false });
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    const foretold = foretoldBy(await inspected(visitor, page, ticks(page, all)));
    assert.deepEqual(Object.keys(foretold), ['GET /v2/user/me']);
    const { query } = await visitor.submit(page, [['decision', 'agree'], ...ticks(page, all)]);
    const { body } = await api(world, '/v2/user/me', (await redeem(world, APPS.demo, query.code!)).access_token);
    assert.deepEqual(timeless(foretold['GET /v2/user/me'] as Answer), timeless(body as Answer));
  });

  it('is told of each row by itself, or why nothing is', async () => {
    const visitor = world.visitor();
    const page = await inspected(visitor, await loggedIn(world, APPS.demo, 'han', {}, visitor));
    assert.deepEqual(foretoldOf(page, 'birthday'), {
      kakao_account: { birthday_needs_agreement: false, birthday: '0315', birthday_type: 'SOLAR', is_leap_month: false },
    });
    const term = foretoldOf(page, 'marketing_20260105') as { service_terms: object[] };
    assert.partialDeepStrictEqual(term.service_terms, [{ tag: 'marketing_20260105', required: false, agreed: true, revocable: true }]);
    assert.partialDeepStrictEqual(foretoldOf(page, '_xqDemo'), { channels: [{ channel_public_id: '_xqDemo', relation: 'ADDED' }] });
    assert.equal(foretoldOf(page, 'shipping_address'), undefined);
    assert.match(shown(page, 'origin-told-shipping_address')!, /\/v1\/user\/shipping_address/);
  });

  it('says that nothing is known of somebody, where nothing is', async () => {
    const han = (await world.house.accounts.persona('han'))!;
    await world.change('accounts', han.id, { birthday: null });
    const visitor = world.visitor();
    const page = await inspected(visitor, await loggedIn(world, APPS.demo, 'han', {}, visitor));
    assert.match(shown(page, 'origin-told-birthday')!, /값이 없어서/);
  });
});
