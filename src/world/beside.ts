/** Worlds beside this one: what may be asked of whoever opens them. A world knows nothing of how that is done. */
import { RuleBroken } from '../rule.ts';

/** There is no world with this id. `details.known`. */
export class WorldUnknown extends RuleBroken {
  readonly code = 'world_unknown';
  constructor(id: string, known: readonly string[]) {
    super(`there is no world "${id}"; there are: ${known.join(', ') || 'none'}`, { field: 'id', known });
  }
}

/** As many as one process should hold, or asked of a world that is beside another one itself. */
export class WorldRefused extends RuleBroken {
  readonly code = 'world_refused';
}

export interface WorldBeside {
  id: string;
  /** Base URL of all its faces, its control API among them. */
  url: string;
  /** The snapshot that it was forked from; null: the state of this world at that moment. */
  from: string | null;
}

export interface WorldsBeside {
  /** Forks one. Throws SnapshotUnknown, SnapshotRefused, SnapshotNameRefused, WorldRefused. */
  create(from?: string): Promise<WorldBeside>;
  list(): readonly WorldBeside[];
  /** Ends one, and everything in it. Throws WorldUnknown. */
  drop(id: string): Promise<void>;
}

/** For a world that opens none. @param why what is said to whoever asks */
export function noWorlds(why: string): WorldsBeside {
  return {
    create: () => Promise.reject(new WorldRefused(why)),
    list: () => [],
    drop: (id) => Promise.reject(new WorldUnknown(id, [])),
  };
}

export const NO_WORLDS = noWorlds('worlds are asked for at the simulator that was started, not at one of its worlds');
