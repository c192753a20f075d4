/** The house clock over HTTP: it moves by hand, everything that expires follows, and a restart goes on from there. */
import assert from 'node:assert/strict';
import { DAY, HOUR, MINUTE } from '../../../src/clock.ts';
import { createSimulator } from '../../../src/index.ts';
import { press, shown } from '../../helpers/forms.ts';
import { APPS, CALLBACK, describeHouse } from '../../helpers/house.ts';
import { api, goThrough, signUp, token } from '../../helpers/login.ts';
import { useFolder } from '../../helpers/store.ts';
import { Visitor } from '../../helpers/visitor.ts';
import { submitted } from './street.ts';

describeHouse('/_sim · the house clock', (world) => {
  const advance = async (amount: string, unit: string, visitor = world.visitor()) =>
    press(visitor, await visitor.open('/_sim'), 'clock-advance', { amount, unit });

  it('shows the time, and how far it was moved', async () => {
    const page = await world.visitor().open('/_sim');
    const shownAt = Date.parse(`${shown(page, 'clock-now').replace(' ', 'T')}+09:00`);
    assert.ok(Math.abs(shownAt - world.clock.now()) < MINUTE);
    assert.equal(shown(page, 'clock-ahead'), '컴퓨터 시각과 같습니다.');
    const after = await advance('26', 'hours');
    assert.equal(shown(after, 'done'), '시계를 옮겼습니다.');
    assert.equal(shown(after, 'clock-ahead'), '컴퓨터 시각보다 1일 2시간 0분 빠릅니다.');
    assert.equal(world.clock.offset(), 26 * HOUR);
  });

  it('moves once when it is pressed twice', async () => {
    const visitor = world.visitor();
    const page = await visitor.open('/_sim');
    await Promise.all([press(visitor, page, 'clock-advance'), press(visitor, page, 'clock-advance')]);
    assert.equal(world.clock.offset(), DAY);
  });

  it('takes whole numbers of hours or days, and says what is wrong with others', async () => {
    for (const amount of ['', '0', '-1', '1.5', '10000', 'a day']) {
      const refused = await advance(amount, 'days');
      assert.equal(refused.status, 422);
      assert.equal(shown(refused, 'error-amount'), '1부터 9999까지의 숫자를 입력해 주세요.', amount);
    }
    assert.equal((await advance('1', 'years')).status, 422);
    for (let i = 0; i < 2; i += 1) await advance('9999', 'days');
    const far = await advance('9999', 'days');
    assert.equal(shown(far, 'error-amount'), '시계는 2099년까지만 옮길 수 있습니다.');
    assert.equal(world.clock.offset(), 2 * 9999 * DAY);
  });

  it('lets a code expire', async () => {
    const { query } = await goThrough(world, { app: APPS.demo, as: 'han' });
    await advance('1', 'hours');
    const { key, secret } = await world.key(APPS.demo);
    const { status, body } = await token(world, {
      grant_type: 'authorization_code',
      client_id: key,
      client_secret: secret.value,
      redirect_uri: CALLBACK,
      code: query.code,
    });
    assert.equal(status, 400);
    assert.equal((body as { error_code: string }).error_code, 'KOE320');
  });

  it('lets a token and a login expire', async () => {
    const visitor = world.visitor();
    const { access_token: access } = await signUp(world, { app: APPS.demo, as: 'han', visitor });
    assert.equal((await api(world, '/v2/user/me', access)).status, 200);
    const session = await world.house.accounts.openSession('91-owner');
    await advance('2', 'days');
    assert.equal((await api(world, '/v2/user/me', access)).status, 401);
    assert.equal(await world.house.accounts.inSession(session), undefined);
  });

  it('lets a review fall due, and goes right to the next one', async () => {
    const none = await world.visitor().open('/_sim');
    assert.match(none.html, /disabled data-testid="clock-to-review"/);
    assert.equal(shown(none, 'clock-next'), '없음');
    await world.house.reviews.setPolicy('terms', 'working-days');
    const [path] = await submitted(world);
    const id = path!.split('/').at(-1)!;
    const { dueAt } = (await world.house.reviews.byId(id))!;
    const visitor = world.visitor();
    const page = await visitor.open('/_sim');
    assert.notEqual(shown(page, 'clock-next'), '없음');
    await press(visitor, page, 'clock-to-review');
    assert.equal((await world.house.reviews.byId(id))?.decision?.decidedAt, dueAt);
    assert.ok(world.clock.now() - dueAt! < MINUTE);
    const late = await press(visitor, page, 'clock-advance', { to: 'next-review' });
    assert.equal(late.status, 422);
    assert.match(shown(late, 'form-problems'), /자동으로 승인될 심사가 없습니다/);
  });

  it('is on /_sim, also where only its form is addressed', async () => {
    assert.equal((await world.visitor().open('/_sim/clock/advances')).url.pathname, '/_sim');
  });
});

describe('/_sim · the house clock after a restart', () => {
  const folder = useFolder();

  it('goes on from where it was; after a reset it is the machine’s again', async () => {
    const first = await createSimulator({ memory: false, data: folder() });
    const visitor = new Visitor(first.url);
    await press(visitor, await visitor.open('/_sim'), 'clock-advance', { amount: '30', unit: 'days' });
    await first.close();
    const second = await createSimulator({ memory: false, data: folder() });
    const again = new Visitor(second.url);
    assert.equal(shown(await again.open('/_sim'), 'clock-ahead'), '컴퓨터 시각보다 30일 0시간 0분 빠릅니다.');
    await press(again, await again.open('/_sim/resets'), 'reset');
    await second.close();
    const third = await createSimulator({ memory: false, data: folder() });
    assert.equal(shown(await new Visitor(third.url).open('/_sim'), 'clock-ahead'), '컴퓨터 시각과 같습니다.');
    await third.close();
  });
});
