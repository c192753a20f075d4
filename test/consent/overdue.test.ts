/** The sweep of preregistered users whose day is over. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { DAY, MINUTE } from '../../src/clock.ts';
import { openPreregistered } from '../kapi/preregistered.ts';

describe('consent · the sweep of each minute', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));
  afterEach(() => mock.timers.reset());

  it('unlinks who was not registered in time, and stops when told to', async () => {
    const { house, store, clock } = await openPreregistered();
    const stop = house.consent.sweepOverdue(fail);
    const state = async () => (await store.get('links', '123456:person'))?.state;
    mock.timers.tick(MINUTE);
    await setImmediate();
    assert.equal(await state(), 'preregistered');

    clock.advance(DAY);
    mock.timers.tick(MINUTE);
    await stop();
    assert.equal(await state(), 'unlinked');
  });

  it('does nothing once it was stopped', async () => {
    const { house, store, clock } = await openPreregistered();
    await house.consent.sweepOverdue(fail)();
    clock.advance(DAY);
    mock.timers.tick(MINUTE);
    await setImmediate();
    assert.equal((await store.get('links', '123456:person'))?.state, 'preregistered');
  });

  it('tells of a store that fails, and goes on', async () => {
    const { house, store, clock } = await openPreregistered();
    const trouble = new Error('the disk is full');
    const told: unknown[] = [];
    const stop = house.consent.sweepOverdue((error) => told.push(error));
    const { write } = store;
    Object.assign(store, { write: () => Promise.reject(trouble) });
    clock.advance(DAY);
    mock.timers.tick(MINUTE);
    await setImmediate();
    assert.deepEqual(told, [trouble]);
    Object.assign(store, { write });
    mock.timers.tick(MINUTE);
    await stop();
    assert.equal((await store.get('links', '123456:person'))?.state, 'unlinked');
  });

  it('leaves alone whose app is no more', async () => {
    const { house, store, clock } = await openPreregistered();
    await store.write(async (tx) => tx.remove('apps', '123456'));
    clock.advance(DAY);
    assert.equal(await house.consent.unlinkOverdue(), 0);
  });
});

function fail(error: unknown): never {
  throw error;
}
