/** The clock in the control API, and everything that goes by it. */
import assert from 'node:assert/strict';
import { DAY, HOUR } from '../../src/clock.ts';
import { shown } from '../helpers/forms.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { api, goThrough, signUp, token } from '../helpers/login.ts';
import { callApi } from './api.ts';

interface Clock {
  now: string;
  aheadMs: number;
  frozen: boolean;
  nextReviewAt: string | null;
}

describeHouse('the control API · the clock', (world) => {
  const clock = async (target: Parameters<typeof callApi>[1], body?: unknown) => (await callApi<Clock>(world, target, body)).body;

  it('says what time it is, and moves forward by words', async () => {
    const before = await clock('GET /clock');
    assert.deepEqual([before.aheadMs, before.frozen, before.nextReviewAt], [0, false, null]);
    assert.equal((await clock('POST /clock/advances', { by: '1d12h' })).aheadMs, 1.5 * DAY);
    assert.equal((await clock('POST /clock/advances', { by: '90s' })).aheadMs, 1.5 * DAY + 90_000);
    assert.equal((await world.house.store.get('clocks', 'house'))?.offset, 1.5 * DAY + 90_000, 'and it is kept');
  });

  it('stands still where it is told, moves while it does, and runs on from there', async () => {
    const christmas = { now: '2030-12-25T00:00:00.000Z', frozen: true, nextReviewAt: null };
    const { aheadMs: _, ...set } = await clock('PATCH /clock', { now: '2030-12-25T09:00', frozen: true });
    assert.deepEqual(set, christmas, 'Korean time, where no zone is given');
    assert.equal((await clock('GET /clock')).now, christmas.now);
    assert.equal((await clock('POST /clock/advances', { by: '6h' })).now, '2030-12-25T06:00:00.000Z');
    const running = await clock('PATCH /clock', { frozen: false });
    assert.equal(running.frozen, false);
    assert.ok(Date.parse(running.now) >= Date.parse('2030-12-25T06:00:00Z'));
    assert.equal((await clock('PATCH /clock', { now: '2031-01-01' })).now.slice(0, 13), '2030-12-31T15');
  });

  it('ends access tokens and codes, frozen or not', async () => {
    await clock('PATCH /clock', { frozen: true });
    const { access_token: access } = await signUp(world, { app: APPS.demo, as: 'new' });
    const { query } = await goThrough(world, { app: APPS.demo, as: 'han' });
    assert.equal((await api(world, '/v2/user/me', access)).status, 200);
    await clock('POST /clock/advances', { by: '1h' });
    const { key, secret } = await world.key(APPS.demo);
    const late = await token(world, {
      grant_type: 'authorization_code',
      client_id: key,
      client_secret: secret.value,
      redirect_uri: CALLBACK,
      code: query.code,
    });
    assert.equal(late.body.error_code, 'KOE320');
    await clock('POST /clock/advances', { by: '12h' });
    assert.equal((await api(world, '/v2/user/me', access)).body.code, -401);
  });

  it('goes to the next review that is decided by itself', async () => {
    assert.equal((await callApi(world, 'POST /clock/advances', {})).body.code, 'no_review_due');
    await world.house.reviews.setPolicy('terms', 'working-days');
    const { dueAt, id } = await world.house.store.write((tx) =>
      world.house.reviews.submit(tx, { kind: 'terms', subject: 'x', by: '91-owner' }),
    );
    assert.equal(Date.parse((await clock('GET /clock')).nextReviewAt!), dueAt);
    await clock('POST /clock/advances', {});
    assert.equal((await world.house.store.get('reviews', id))?.decision?.outcome, 'approved');
  });

  it('says what is wrong with a time', async () => {
    const wrong = async (target: Parameters<typeof callApi>[1], body: unknown) => {
      const { status, body: problem } = await callApi(world, target, body);
      return [status, problem.code, problem.field];
    };
    for (const by of ['6', 'soon', '-1h', '', 6]) {
      assert.deepEqual(await wrong('POST /clock/advances', { by }), [400, 'input_refused', 'by'], String(by));
    }
    assert.deepEqual(await wrong('POST /clock/advances', { by: '0s' }), [422, 'advance_refused', undefined]);
    assert.deepEqual(await wrong('PATCH /clock', { now: '2026-02-31' }), [400, 'input_refused', 'now']);
    assert.deepEqual(await wrong('PATCH /clock', { now: '2020-01-01' }), [422, 'clock_goes_forward', undefined]);
    assert.deepEqual(await wrong('PATCH /clock', { now: '2100-01-01T12:00' }), [422, 'clock_too_far', undefined]);
    assert.equal(world.clock.offset(), 0);
  });

  it('is seen on every page of /_sim once it is not the machine’s', async () => {
    const sign = async (path: string) => {
      const page = await world.visitor().open(path);
      return page.html.includes('clock-sign') ? shown(page, 'clock-sign') : null;
    };
    assert.equal(await sign('/_sim/why'), null);
    world.clock.advance(HOUR);
    assert.match((await sign('/_sim/why'))!, /^옮긴 시뮬레이터 시계 \d{4}-/);
    await clock('PATCH /clock', { now: '2030-12-25T09:00', frozen: true });
    assert.equal(await sign('/_sim/journeys?lang=en'), 'House clock, standing still: 2030-12-25 09:00:00');
    assert.equal(await sign('/talk'), null);
  });
});
