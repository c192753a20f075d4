/** The whole world at one moment: its rows, its files and its clock; and the way back to it, all or nothing. */
import { movePartner, PARTNER_HOME } from '../apps/index.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents/index.ts';
import type { Journeys } from '../journeys/index.ts';
import { RuleBroken } from '../rule.ts';
import { keptTime, restoreRows, type Snapshot, snapshotOf, type Store } from '../store/index.ts';
import { KEPT } from './reset.ts';

/** Its file is none, or is broken, or of a newer version. Nothing was changed. */
export class SnapshotRefused extends RuleBroken {
  readonly code = 'snapshot_refused';
}

/** It stays as it is, whatever happens in the world that it is of. */
export interface WorldSnapshot {
  /** House time at which it was taken. */
  readonly takenAt: number;
  readonly rows: Snapshot;
  /** The uploaded files, by the ids of their rows. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Where the demo partner stands in it. */
  readonly partner: string;
}

interface Deps {
  store: Store;
  clock: Clock;
  documents: Documents;
  journeys: Journeys;
}

export async function take({ store, clock, documents, journeys }: Deps): Promise<WorldSnapshot> {
  await journeys.settled();
  const rows = await snapshotOf(store);
  return { takenAt: clock.now(), rows, files: await documents.contents(), partner: partnerIn(rows) };
}

/**
 * The files first, as one without a row is removed when the folder is opened; then all rows in one unit of work; then what is over.
 * A clock that ran runs on, one that stood still stands where it stood. Keys of the installation stay.
 */
export async function restore({ store, clock, documents, journeys }: Deps, { rows, files, partner }: WorldSnapshot): Promise<void> {
  await journeys.ended();
  await documents.putBack(files);
  const gone = await store.write(async (tx) => {
    const before = await tx.all('documents');
    await restoreRows(tx, rows, KEPT);
    const now = await tx.get('secrets', 'partner');
    await movePartner(tx, partner, String(now?.value ?? PARTNER_HOME));
    return before.filter(({ id }) => !rows.documents.some((each) => each.id === id));
  });
  clock.become(await keptTime(store));
  await documents.erase(gone);
}

function partnerIn({ secrets }: Snapshot): string {
  return String(secrets.find(({ id }) => id === 'partner')?.value ?? PARTNER_HOME);
}
