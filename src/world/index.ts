/**
 * World: house time as it is moved by hand, and the beginning of everything.
 * Words: house time (시뮬레이터 시계), advance, freeze (멈춤), reset (초기화), seed, snapshot (스냅샷).
 * Limits: time goes forward or stands still, never back, and not past the year 2099; a reset is of all tables and files, and of the world it was asked for.
 * Leaves to others: what waits for the time (reviews, consent, oauth), what the seed says (store).
 */
import { type Clock } from '../clock.ts';
import type { Documents } from '../documents/index.ts';
import type { Journeys } from '../journeys/index.ts';
import type { Reviews } from '../reviews/index.ts';
import type { JoinedStore } from '../store/index.ts';
import type { SeedSource } from '../store/seed/source.ts';
import { advance, nextDue, NoReviewDue, setTime } from './advance.ts';
import { type Beginning, beginning, reset } from './reset.ts';
import { checkName, type Named, noShelf, openShelf } from './shelf.ts';
import { restore, take, type WorldSnapshot } from './snapshots.ts';

export { AdvanceRefused, ClockGoesForward, ClockTooFar, NoReviewDue } from './advance.ts';
export { NO_WORLDS, noWorlds, type WorldBeside, WorldRefused, type WorldsBeside, WorldUnknown } from './beside.ts';
export { type Named, SnapshotNameRefused, SnapshotsNowhere, SnapshotUnknown } from './shelf.ts';
export { SnapshotRefused, type WorldSnapshot } from './snapshots.ts';
export type { Beginning } from './reset.ts';

export interface WorldDeps {
  store: JoinedStore;
  clock: Clock;
  documents: Documents;
  reviews: Reviews;
  journeys: Journeys;
  /** What a reset goes back to. */
  seed: SeedSource;
  /** Where named snapshots are, or null to keep them in memory. */
  snapshotsFolder: string | null;
}

export type World = ReturnType<typeof openWorld>;

export function openWorld(deps: WorldDeps) {
  const { clock } = deps;
  const shelf = deps.store.leases ? noShelf() : openShelf(deps.snapshotsFolder);
  return {
    /** Moves house time forward by `ms`, and writes down the reviews that fall due. Throws AdvanceRefused, ClockTooFar. */
    advance: (ms: number): Promise<void> => advance(deps, ms),

    /** Sets house time to a moment, stops it or lets it run on; what is left out stays. Throws ClockGoesForward, ClockTooFar. */
    setTime: (to: Parameters<typeof setTime>[1]): Promise<void> => setTime(deps, to),

    /** When the next review falls due by itself, or null. */
    nextDue: (): Promise<number | null> => nextDue(deps),

    /** Moves house time to the moment when the next review falls due. Throws NoReviewDue. */
    async advanceToNextReview(): Promise<void> {
      const due = await nextDue(deps);
      if (due === null) throw new NoReviewDue('no review falls due by itself');
      await advance(deps, Math.max(due - clock.now(), 1));
    },

    /** The name of what a reset goes back to: the path of a file. */
    seed: deps.seed.name,

    /** What a reset goes back to. */
    source: deps.seed,

    /** From which file the world came, and when. */
    beginning: (): Promise<Beginning> => beginning(deps.store),

    /**
     * Everything back to the seed: all tables, uploaded files, everybody's sessions and tokens, and the clock.
     * @param plantedAt of the world that is to end; when that one has ended already, nothing happens
     * Throws SeedRefused, and then nothing has changed.
     */
    async reset(plantedAt: number): Promise<void> {
      // What is still to be written belongs to the world that ends.
      await deps.journeys.ended();
      await reset(deps, plantedAt);
    },

    /** Everything as it is now: rows, files, clock. */
    snapshot: (): Promise<WorldSnapshot> => take(deps),

    /** Everything as it was then, all or nothing. */
    restore: (snapshot: WorldSnapshot): Promise<void> => restore(deps, snapshot),

    /** Named snapshots. Throws SnapshotsNowhere, SnapshotNameRefused, and SnapshotUnknown or SnapshotRefused, after which nothing has changed. */
    async save(name: string): Promise<Named> {
      checkName(name);
      const snapshot = await take(deps);
      await shelf.save(name, snapshot);
      return { name, takenAt: snapshot.takenAt };
    },
    async load(name: string): Promise<void> {
      checkName(name);
      await restore(deps, await shelf.load(name));
    },
    /** The snapshot of this name, for a world that begins with it. Throws as `load` does. */
    async read(name: string): Promise<WorldSnapshot> {
      checkName(name);
      return shelf.load(name);
    },
    saved: (): Promise<Named[]> => shelf.list(),
    async forget(name: string): Promise<void> {
      checkName(name);
      await shelf.remove(name);
    },
  };
}
