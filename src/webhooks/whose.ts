/** Who sends what is ready: of several instances the one that has written it, unless that has left it behind. */
import type { Ready } from './ready.ts';

/** Of whom: this instance alone; of others, too, what they seem to have left behind; anybody. */
export type Scope = 'own' | 'left' | 'anybody';

export interface Whose {
  /** This instance writes it, and is the one to send it. */
  add(id: string): void;
  /** What this instance is to send of what is ready. Left behind is what was ready when it was last looked for that. */
  ours(ready: Ready['ready'], scope: Scope): Ready['ready'];
}

/** Of which an instance knows that it has written them: with more it begins anew, and those from before are sent a second or two later. */
const MOST_OWN = 10_000;

export function createWhose(): Whose {
  const own = new Set<string>();
  let wasReady: ReadonlySet<string> = new Set();
  return {
    add(id) {
      if (own.size === MOST_OWN) own.clear();
      own.add(id);
    },
    ours(ready, scope) {
      const ours = ready.filter(({ id }) => scope === 'anybody' || own.has(id) || (scope === 'left' && wasReady.has(id)));
      if (scope === 'left') wasReady = new Set(ready.map(({ id }) => id));
      return ours;
    },
  };
}
