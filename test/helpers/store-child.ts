/**
 * A process of its own with a store open, for tests that need a second one or kill one:
 *   node store-child.ts hold FOLDER          prints "open", or "refused NAME: MESSAGE", and keeps the folder
 *   node store-child.ts flip FOLDER          goes back and forth between two snapshots, and prints which it is at
 *   node store-child.ts restore FOLDER A B   restores one backup after the other, and prints which it is at
 *   node store-child.ts write FOLDER FIRST   prints the number of each unit of work once it is acknowledged
 */
import { writeSync } from 'node:fs';
import { restore } from '../../src/store/backup/restore.ts';
import { restoreRows, snapshotOf } from '../../src/store/index.ts';
import { openLowdb } from '../../src/store/lowdb/open.ts';
import { artifact, delivery } from './store.ts';

const [job = '', folder = '', first = '0', second = ''] = process.argv.slice(2);
const CALLERS = 32;
const say = (text: string): number => writeSync(1, `${text}\n`);

try {
  if (job === 'restore') {
    const course = { tell: () => undefined, signal: new AbortController().signal };
    for (;;) {
      for (const file of [first, second]) {
        await restore(file, { store: 'folder', memory: false, data: folder }, true, course);
        say(file);
      }
    }
  }
  // Folds often, so that a kill hits one now and then.
  const store = await openLowdb({ folder, now: () => 0, foldAt: 64 * 1024 });
  say('open');
  if (job === 'hold') process.stdin.resume();
  let next = Number(first);
  const writeOn = async (): Promise<never> => {
    for (;;) {
      const id = `unit-${next}`;
      next += 1;
      await store.write(async (tx) => {
        tx.put('deliveries', delivery(id, { body: 'x'.repeat(next % 3000) }));
        tx.put('artifacts', artifact(id, { grantId: 'all' }));
      });
      say(id);
    }
  };
  if (job === 'flip') {
    const empty = await snapshotOf(store);
    const worlds = ['one', 'two'].map((of) => ({
      of,
      snapshot: {
        ...empty,
        deliveries: Array.from({ length: 300 }, (_, at) => delivery(`${of}-${at}`)),
        artifacts: Array.from({ length: 100 }, (_, at) => artifact(`${of}-${at}`, { grantId: of })),
      },
    }));
    for (;;) {
      for (const { of, snapshot } of worlds) {
        await store.write((tx) => restoreRows(tx, snapshot));
        say(of);
      }
    }
  }
  if (job === 'write') await Promise.all(Array.from({ length: CALLERS }, writeOn));
} catch (error) {
  const { name, message } = error as Error;
  say(`refused ${name}: ${message}`);
}
