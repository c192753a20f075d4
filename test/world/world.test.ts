/** House time that is moved by hand, and the beginning of everything: in the rooms. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, DAY, HOUR } from '../../src/clock.ts';
import { type House, openHouse } from '../../src/house.ts';
import type { Store } from '../../src/store/index.ts';
import { openLowdb } from '../../src/store/lowdb/open.ts';
import { plantOnce } from '../../src/store/seed/once.ts';
import { SEED } from '../helpers/house.ts';
import { describeRooms, OWNER, refused, upload } from '../helpers/rooms.ts';
import { applied, filled } from '../sync/street.ts';

describeRooms('world · house time', (rooms) => {
  const submit = async () => rooms.house.store.write((tx) => rooms.house.reviews.submit(tx, { kind: 'terms', subject: 'x', by: OWNER }));

  it('goes forward, and the store keeps how far', async () => {
    const before = rooms.clock.now();
    await rooms.house.world.advance(3 * DAY);
    assert.ok(rooms.clock.now() - before >= 3 * DAY);
    assert.equal((await rooms.house.store.get('clocks', 'house'))?.offset, 3 * DAY);
  });

  it('goes as far as all who move it at once say together', async () => {
    const before = rooms.clock.now();
    await Promise.all([rooms.house.world.advance(HOUR), rooms.house.world.advance(DAY)]);
    assert.ok(rooms.clock.now() - before >= DAY + HOUR);
    assert.equal((await rooms.house.store.get('clocks', 'house'))?.offset, DAY + HOUR);
  });

  it('goes never back, by no part of a millisecond, and not past the year 2099', async () => {
    for (const ms of [0, -1, 0.5, Number.NaN, Infinity]) await refused('advance_refused', rooms.house.world.advance(ms));
    await refused('clock_too_far', rooms.house.world.advance(80 * 365 * DAY));
    assert.equal(await rooms.house.store.get('clocks', 'house'), undefined);
  });

  it('goes to the next review that falls due, and no further', async () => {
    await refused('no_review_due', rooms.house.world.advanceToNextReview());
    await submit();
    await refused('no_review_due', rooms.house.world.advanceToNextReview());
    await rooms.house.reviews.setPolicy('items', 'working-days');
    const { id, dueAt } = await rooms.house.store.write((tx) => rooms.house.reviews.submit(tx, { kind: 'items', subject: 'x', by: OWNER }));
    assert.equal(await rooms.house.world.nextDue(), dueAt);
    await rooms.house.world.advanceToNextReview();
    assert.ok(rooms.clock.now() >= dueAt! && rooms.clock.now() < dueAt! + HOUR);
    assert.equal((await rooms.house.store.get('reviews', id))?.decision?.decidedAt, dueAt, 'it is written down, too');
    assert.equal(await rooms.house.world.nextDue(), null);
  });
});

/** All rows of all tables of a folder whose store is closed, but the secrets. */
async function everything(folder: string): Promise<Record<string, unknown>> {
  const documents = ['state.json', 'short-lived.json'].map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')).tables);
  const { secrets, ...rest } = Object.assign({}, ...(await Promise.all(documents))) as Record<string, unknown>;
  assert.ok(secrets);
  return rest;
}

describe('world · a reset', () => {
  let folder: string;
  let house: House;
  let store: Store;
  const clock = createClock();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kakao-sync-reset-'));
    clock.reset();
    store = await openLowdb({ folder, now: clock.now });
    await plantOnce(store, SEED, clock.now());
    house = await openHouse({ store, clock, url: '', documentsFolder: join(folder, 'documents'), report });
  });
  afterEach(async () => {
    await house.close();
    await store.close();
    await rm(folder, { recursive: true });
  });
  const report = (error: unknown): void => assert.fail(String(error));
  const rooms = () => ({ house, clock, at: assert.fail, change: assert.fail });

  it('leaves nothing of what was done: no row, no file, no session, no time', async () => {
    await applied(rooms(), await filled(rooms()));
    await house.reviews.setPolicy('terms', 'working-days');
    const session = await house.accounts.openSession(OWNER);
    const kept = await store.get('secrets', 'installation');
    await house.world.advance(40 * DAY);
    await upload(rooms(), OWNER);
    assert.ok((await readdir(join(folder, 'documents'))).length > 3);

    await house.world.reset((await house.world.beginning()).plantedAt);

    assert.equal(clock.offset(), 0);
    assert.deepEqual(await readdir(join(folder, 'documents')), []);
    assert.equal(await house.accounts.inSession(session), undefined);
    assert.deepEqual(await store.get('secrets', 'installation'), kept);
    const { seed, plantedAt } = await house.world.beginning();
    assert.equal(seed, SEED);
    await store.close();
    const other = join(folder, 'fresh');
    const fresh = await openLowdb({ folder: other, now: clock.now });
    await plantOnce(fresh, SEED, plantedAt);
    await fresh.close();
    assert.deepEqual(await everything(folder), await everything(other));
  });

  it('is of the world that it was asked for: a second one that was meant for the same does nothing', async () => {
    const { plantedAt } = await house.world.beginning();
    await house.world.reset(plantedAt);
    const session = await house.accounts.openSession(OWNER);
    await house.world.reset(plantedAt);
    assert.ok(await house.accounts.inSession(session));
  });

  it('begins ids anew, so that what comes later sorts later after a restart, too', async () => {
    await house.world.advance(400 * DAY);
    const newId = () => house.webhooks.newId(store, { endpointId: '1:channel', lane: '1' });
    const late = await newId();
    await house.world.reset((await house.world.beginning()).plantedAt);
    assert.ok((await newId()) < late);
  });

  it('is refused with a seed file that is broken meanwhile, and then nothing has changed', async () => {
    const broken = join(folder, 'seed.json');
    await writeFile(broken, '{');
    const other = await openHouse({ store, clock, url: '', documentsFolder: null, seed: broken, report });
    const session = await house.accounts.openSession(OWNER);
    await refused('seed_refused', other.world.reset((await house.world.beginning()).plantedAt));
    assert.ok(await house.accounts.inSession(session));
  });

  it('leaves the demo partner where it is', async () => {
    await house.apps.movePartner('http://localhost:5254', 'http://localhost:6000');
    await store.write(async (tx) => tx.put('secrets', { id: 'partner', value: 'http://localhost:6000' }));
    const before = await house.apps.byId('1000001');
    await house.world.reset((await house.world.beginning()).plantedAt);
    assert.deepEqual(await house.apps.byId('1000001'), before);
  });
});
