/** What every engine of the store keeps to. Each engine's own test calls this with its way to open one. */
import type { Store } from '../../src/store/index.ts';
import { listings } from './conformance/listings.ts';
import { random } from './conformance/random.ts';
import { rows } from './conformance/rows.ts';
import { snapshots } from './conformance/snapshots.ts';
import { units } from './conformance/units.ts';

/** A store that is open and empty. */
export interface Subject {
  readonly store: Store;
  /** Closes the store and opens what it left again; absent when it leaves nothing. */
  readonly reopen?: () => Promise<Store>;
  /** Closes it (the one opened last) and removes every trace. */
  readonly end: () => Promise<void>;
}

export function conformance(name: string, open: () => Promise<Subject>): void {
  describe(`store · ${name} · keeps to the contract of every engine`, () => {
    let subject: Subject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.end());

    units(() => subject.store);
    listings(() => subject.store);
    rows(() => subject);
    snapshots(() => subject);
  });
  describe(`store · ${name} · behaves like plain maps`, () => random(open));
}
