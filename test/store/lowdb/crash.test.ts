import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ALL } from '../../../src/store/index.ts';
import type { StepName } from '../../../src/store/lowdb/disk.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import type { EmbeddedStore } from '../../../src/store/memory/open.ts';
import { artifact, delivery, ids, useFolder } from '../../helpers/store.ts';

const now = (): number => 0;
const SLOTS = 5;
const STEPS: readonly StepName[] = [
  'journal:create',
  'journal:write',
  'journal:sync',
  'journal:remove',
  'document:create',
  'document:write',
  'document:sync',
  'document:replace',
  'folder:sync',
];

describe('store · lowdb · a crash at any step', () => {
  const folder = useFolder();
  const images = useFolder();

  /** A unit of work over both documents: puts its number into one of a few rows of each, and renames a row of each. */
  async function writeUnit(store: EmbeddedStore, at: number): Promise<void> {
    const slot = `slot-${at % SLOTS}`;
    await store.write(async (tx) => {
      tx.put('deliveries', delivery(slot, { body: String(at) }));
      tx.put('artifacts', artifact(slot, { grantId: 'g', payload: { at } }));
      tx.remove('secrets', `unit-${at - 1}`);
      tx.put('secrets', { id: `unit-${at}`, value: at });
      tx.remove('sessions', `unit-${at - 1}`);
      tx.put('sessions', { id: `unit-${at}`, accountId: 'han', expiresAt: 1 });
    });
  }

  it('10 · leaves every acknowledged unit of work there, whichever step was the last, and each one whole or not at all', async () => {
    const work = join(folder(), 'data');
    let acknowledged = -1;
    const crashes: { image: string; name: StepName; acknowledged: number }[] = [];
    const step = (name: StepName): void => {
      const image = join(images(), String(crashes.length));
      copyFolder(work, image);
      crashes.push({ image, name, acknowledged });
    };

    let store = await openLowdb({ folder: work, now, foldAt: 1000, step });
    for (let from = 0; from < 60; from += 4) {
      const units = [from, from + 1, from + 2, from + 3];
      await Promise.all(units.map((at) => writeUnit(store, at).then(() => (acknowledged = at))));
      if (from === 28) {
        await store.close();
        store = await openLowdb({ folder: work, now, foldAt: 1000, step });
      }
    }
    await store.close();

    assert.deepEqual(new Set(crashes.map(({ name }) => name)), new Set(STEPS));
    for (const crash of crashes) await checkImage(crash.image, crash.acknowledged, `a crash before ${crash.name}`);
  });

  async function checkImage(image: string, acknowledged: number, crash: string): Promise<void> {
    const store = await openLowdb({ folder: image, now });
    const secrets = ids(await store.find('secrets', 'all', ALL));
    const last = secrets.length === 0 ? -1 : Number(secrets[0]?.slice('unit-'.length));
    assert.ok(last >= acknowledged, `${crash} lost units of work: ${acknowledged} was acknowledged, ${last} is the last`);

    const names = last < 0 ? [] : [`unit-${last}`];
    assert.deepEqual(secrets, names, `${crash} left half a unit of work`);
    assert.deepEqual(ids(await store.find('sessions', 'all', ALL)), names, `${crash} left half a unit of work`);
    for (let at = Math.max(0, last - SLOTS + 1); at <= last; at += 1) {
      assert.equal((await store.get('deliveries', `slot-${at % SLOTS}`))?.body, String(at), crash);
      assert.deepEqual((await store.get('artifacts', `slot-${at % SLOTS}`))?.payload, { at }, crash);
    }
    await writeUnit(store, last + 1);
    await store.close();
    assert.deepEqual(readdirSync(image).sort(), ['short-lived.json', 'state.json'], `${crash} left something behind`);
  }
});

/** What a process that is killed now leaves on disk, but for its lock: it lives on. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from).filter((one) => !one.startsWith('lock-'))) {
    try {
      copyFileSync(join(from, name), join(to, name));
    } catch (error) {
      // A step that is under way meanwhile has renamed or removed it.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
