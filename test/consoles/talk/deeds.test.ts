import assert from 'node:assert/strict';
import { press, shown } from '../../helpers/forms.ts';
import { APPS, describeHouse, type World } from '../../helpers/house.ts';
import { api, goThrough, signUp } from '../../helpers/login.ts';
import { eventOf, subscribe, told, unlinksTold, verified } from '../../helpers/told.ts';
import { rowsOf, type Visitor } from '../../helpers/visitor.ts';
import { written } from '../../helpers/written.ts';
import { loggedIn } from '../../oauth/helpers.ts';

const SERVICE = `/talk/services/${APPS.demo}`;
const HAN = '01-han';

/** A persona's phone. */
async function phoneOf(world: World, persona: string): Promise<Visitor> {
  const visitor = world.visitor();
  await press(visitor, await visitor.open('/talk'), `talk-persona-${persona}`);
  return visitor;
}

describeHouse('카카오톡 · withdrawing an optional item', (world) => {
  const path = (item: string) => `${SERVICE}/items/${item}/withdrawal`;

  it('asks first, then the app does not get it any longer, and is told so', async () => {
    await subscribe(world, APPS.demo);
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    const phone = await phoneOf(world, 'han');
    const asked = await phone.open(path('phone_number'));
    assert.ok((await api(world, '/v2/user/me', access_token)).body.kakao_account.phone_number, 'looking changes nothing');
    const done = await press(phone, asked, 'submit');
    assert.deepEqual([done.url.pathname, shown(done, 'done')], [SERVICE, '동의를 철회했습니다.']);
    const { kakao_account } = (await api(world, '/v2/user/me', access_token)).body;
    assert.deepEqual([kakao_account.phone_number, kakao_account.phone_number_needs_agreement], [undefined, true]);
    const event = eventOf(await verified(world, APPS.demo, (await told(world, APPS.demo)).at(-1)!.body));
    assert.deepEqual(event.data, { scope: ['phone_number'] });
  });

  it('is for optional items alone', async () => {
    await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    const phone = await phoneOf(world, 'han');
    for (const item of ['profile_nickname', 'phone_number', 'nothing']) assert.equal((await phone.open(path(item))).status, 404, item);
    assert.doesNotMatch((await phone.open(SERVICE)).html, /talk-withdraw-/);
  });
});

describeHouse('카카오톡 · disconnecting a service', (world) => {
  it('ends link and tokens once, however often it is pressed, and tells of it by webhook and signed token', async () => {
    await subscribe(world, APPS.demo);
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    const { number } = (await world.house.consent.link(APPS.demo, HAN))!;
    const phone = await phoneOf(world, 'han');
    const asked = await phone.open(`${SERVICE}/disconnection`);
    const answers = await Promise.all([1, 2].map(() => press(phone, asked, 'submit')));
    for (const answer of answers) assert.equal(answer.url.pathname, '/talk/services');
    await api(world, '/v2/user/me', access_token).expect(401);
    assert.deepEqual(await unlinksTold(world, APPS.demo), [{ app_id: APPS.demo, user_id: number, referrer_type: 'UNLINK_FROM_APPS' }]);
    const event = eventOf(await verified(world, APPS.demo, (await told(world, APPS.demo)).at(-1)!.body));
    assert.deepEqual(event.data, { reason: 'UNLINK_FROM_APPS' });
    assert.doesNotMatch((await phone.open('/talk/services')).html, /talk-service-1000001/);
    assert.equal((await phone.open(`${SERVICE}/disconnection`)).status, 404);
  });

  it('is of the person for whom the page was drawn', async () => {
    await signUp(world, { app: APPS.demo, as: 'han' });
    const phone = await phoneOf(world, 'han');
    const asked = await phone.open(`${SERVICE}/disconnection`);
    await phone.submit({ ...asked, html: '<form action="/talk/session">' }, { persona: 'returning' });
    assert.equal((await press(phone, asked, 'submit')).status, 409);
    for (const id of [HAN, '03-returning']) assert.equal((await world.house.consent.link(APPS.demo, id))?.state, 'linked', id);
  });
});

describeHouse('카카오톡 · forget this user', (world) => {
  it('says what goes, and then the first consent screen comes again, with a new number; nobody is told', async () => {
    const first = rowsOf(await loggedIn(world, APPS.demo, 'han'));
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    await subscribe(world, APPS.demo);
    const { number } = (await world.house.consent.link(APPS.demo, HAN))!;
    const phone = await phoneOf(world, 'han');
    const asked = await phone.open(`${SERVICE}/forgetting`);
    for (const named of [number, '동의항목과 서비스 약관', '토큰', '보내지 않습니다']) assert.ok(asked.html.includes(named), named);
    const before = (await told(world, APPS.demo)).length;
    assert.equal((await press(phone, asked, 'submit')).url.pathname, '/talk/services');

    const { items, terms, friends } = await written(world, APPS.demo, HAN);
    assert.deepEqual({ items, terms, friends }, { items: [], terms: [], friends: [] });
    assert.equal(await world.house.consent.link(APPS.demo, HAN), undefined);
    await api(world, '/v2/user/me', access_token).expect(401);
    assert.equal((await told(world, APPS.demo)).length, before);
    assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'han')), first);
    await goThrough(world, { app: APPS.demo, as: 'han' });
    assert.notEqual((await world.house.consent.link(APPS.demo, HAN))?.number, number);
  });
});
