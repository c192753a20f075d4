/** Who sends what is ready: of several instances the one that has written it, unless that has left it behind. */
import type { Ready } from './ready.ts';

/** Of whom: this instance alone; of others, too, what they seem to have left behind; anybody. */
export type Scope = 'own' | 'left' | 'anybody';

export interface Whose {
  /** What this instance is to send of what is ready. Left behind is what was ready when it was last looked for that. */
  ours(ready: Ready['ready'], scope: Scope): Ready['ready'];
}

/** @param isOwn whether this instance has written a delivery */
export function createWhose(isOwn: (id: string) => boolean): Whose {
  let wasReady: ReadonlySet<string> = new Set();
  return {
    ours(ready, scope) {
      const ours = ready.filter(({ id }) => scope === 'anybody' || isOwn(id) || (scope === 'left' && wasReady.has(id)));
      if (scope === 'left') wasReady = new Set(ready.map(({ id }) => id));
      return ours;
    },
  };
}
